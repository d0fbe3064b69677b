using System.Collections.Immutable;

namespace GutSkin.Core.RuleSets.Composing;

/// <summary>
/// Whose safety rules an intervention has to keep: those of what it says it replaces, of a removed intervention with the same
/// category and changes, and, where locked, of what it itself replaced before.
/// </summary>
internal sealed class SafetyInheritance
{
    private readonly MergeState state;
    private readonly List<SafetyRule> locked;
    private readonly HashSet<string> everRemoved;
    private readonly ILookup<(string, int), InterventionVersion> alike;
    private readonly Dictionary<InterventionVersion, List<string>> own = new(ReferenceEqualityComparer.Instance);

    public SafetyInheritance(MergeState state)
    {
        this.state = state;
        locked = [.. state.Safety.Entries.Where(e => e.Entry.Locked).Select(e => e.Entry)];
        everRemoved = [.. state.Removals.Where(r => r.Section == Section.Interventions).Select(r => r.Id)];
        var all = state.Versions.Values.SelectMany(v => v).ToList();
        alike = all.ToLookup(KeyOf);
        foreach (var version in all)
            own.Add(version, OwnOf(version));
    }

    /// <summary>The ids for <see cref="Intervention.SameSafetyAs"/>: the written ones in order, then the inherited ones by id.</summary>
    public ImmutableArray<string> Of(Intervention intervention)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { intervention.Id };
        var open = new Stack<string>(Direct(intervention.Id));
        while (open.TryPop(out string? id))
        {
            if (!reached.Add(id))
                continue;
            foreach (string further in Direct(id))
                open.Push(further);
        }

        var written = intervention.SameSafetyAs;
        var inherited = reached.Where(id => id != intervention.Id && !written.Contains(id)).Order(StringComparer.Ordinal);
        return [.. written, .. inherited];
    }

    /// <summary>What an id is bound to in one step: by its entry in force, or by everything it ever said where it has none.</summary>
    private IEnumerable<string> Direct(string id)
    {
        if (!state.Versions.TryGetValue(id, out var versions))
            return [];
        bool inForce = state.Interventions.Contains(id);
        return versions.SelectMany((version, i) =>
            !inForce || i == versions.Count - 1 ? own[version] : own[version].Where(IsLockedTarget));
    }

    private bool IsLockedTarget(string id) =>
        locked.Exists(rule => rule.Interventions.Any(target => SafetyRule.Targets(target, id)));

    /// <summary>What two that do the same have in common.</summary>
    private static (string, int) KeyOf(InterventionVersion version) =>
        (version.Entry.Category, version.Entry.Changes.Aggregate(version.Entry.Changes.Length, (key, change) => key ^ change.Aim.GetHashCode()));

    private List<string> OwnOf(InterventionVersion version)
    {
        var result = new List<string>(version.Entry.SameSafetyAs);
        if (version.Document.Order > 0)
            result.AddRange(alike[KeyOf(version)].Where(other => other.Entry.Id != version.Entry.Id && TakesThePlaceOf(version, other))
                .Select(other => other.Entry.Id));
        return result;
    }

    /// <summary>
    /// Whether a version does what another id's version did that is gone, or was once taken out. Two that stood side by side
    /// from the start are different things to their author and do not inherit from each other.
    /// </summary>
    private bool TakesThePlaceOf(InterventionVersion version, InterventionVersion other)
    {
        string otherId = other.Entry.Id;
        if (version.Document.Order <= other.Document.Order || !other.DoesTheSameAs(version.Entry))
            return false;
        if (!everRemoved.Contains(otherId) && state.Interventions.TryGet(otherId, out var current)
            && (other.Entry.Changes.IsEmpty || other.DoesTheSameAs(current)))
            return false;
        return !state.Versions[version.Entry.Id].Exists(v => v.Document.Order <= other.Document.Order && other.DoesTheSameAs(v.Entry));
    }
}
