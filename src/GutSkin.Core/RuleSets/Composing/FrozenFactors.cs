using System.Collections.Immutable;
using GutSkin.Core.Diagnostics;

namespace GutSkin.Core.RuleSets.Composing;

/// <summary>
/// The factors that locked gates read, and those that decide whether such a one is asked or what fills it: its <c>askWhen</c>, the
/// gates of the screens that list it, the derivations that fill it, and so on from these.
/// </summary>
internal sealed class FrozenFactors
{
    private readonly Dictionary<string, FrozenBy> frozen = new(StringComparer.Ordinal);
    private readonly MergeState state;

    public FrozenFactors(MergeState state, IReadOnlyCollection<SafetyRule> locked)
    {
        this.state = state;
        if (locked.Count == 0)
            return;
        var open = new Queue<string>();
        foreach (var rule in locked)
            Freeze(rule.When.Factors(), new FrozenBy(rule.Id, IsRead: true));
        var screens = state.Screens.Entries.Where(s => s.Entry.When is not null)
            .SelectMany(s => s.Entry.Factors.Select(f => (Factor: f, s.Entry))).ToLookup(s => s.Factor, s => s.Entry, StringComparer.Ordinal);
        var derivations = state.Derivations.Entries.Select(d => d.Entry).ToLookup(d => d.Factor, StringComparer.Ordinal);
        while (open.TryDequeue(out string? id))
        {
            var by = frozen[id] with { IsRead = false };
            if (state.Factors.TryGet(id, out var factor) && factor.AskWhen is { } askWhen)
                Freeze(askWhen.Factors(), by);
            foreach (var screen in screens[id])
                Freeze(screen.When!.Factors(), by);
            foreach (var derivation in derivations[id])
                Freeze(derivation.Inputs(), by);
        }

        void Freeze(IEnumerable<string> ids, FrozenBy by)
        {
            foreach (string id in ids)
            {
                if (frozen.TryAdd(id, by))
                    open.Enqueue(id);
            }
        }
    }

    /// <summary>Whether a factor is frozen, and by which rule.</summary>
    public bool TryGet(string factor, out FrozenBy by) => frozen.TryGetValue(factor, out by);

    /// <summary>Their ids.</summary>
    public IEnumerable<string> Ids => frozen.Keys;

    /// <summary>Whether an overlay's factor may be put in; reports every property that is frozen and differs.</summary>
    public bool Allows(EntryScope scope, Factor factor)
    {
        if (!frozen.TryGetValue(factor.Id, out var by) || !state.Factors.TryGet(factor.Id, out var old))
            return true;
        bool allowed = true;
        Freeze("kind", factor.Kind == old.Kind);
        Freeze("choices", factor.Choices.SequenceEqual(old.Choices));
        Freeze("scores", factor.Scores.SequenceEqual(old.Scores));
        Freeze("labels", factor.Labels.SequenceEqual(old.Labels));
        Freeze("unit", factor.Unit == old.Unit);
        Freeze("min", factor.Min.Equals(old.Min));
        Freeze("max", factor.Max.Equals(old.Max));
        Freeze("reference", SameReferences(factor.References, old.References));
        Freeze("modifiable", factor.Modifiable == old.Modifiable);
        Freeze("acquisition", factor.Acquisition == old.Acquisition);
        Freeze("maxAgeDays", factor.MaxAgeDays == old.MaxAgeDays);
        Freeze("measurementError", Equals(factor.MeasurementError, old.MeasurementError));
        Freeze("conversions", factor.Conversions.SequenceEqual(old.Conversions));
        Freeze("askWhen", GateKey.Of(factor.AskWhen) == GateKey.Of(old.AskWhen));
        Freeze("question", factor.Question == old.Question);
        Freeze("hint", factor.Hint == old.Hint);
        Freeze("name", old.Question is not null || factor.Name == old.Name);
        return allowed;

        void Freeze(string property, bool same)
        {
            if (same || scope.IsBroken(property))
                return;
            allowed = false;
            scope.Report(
                DiagnosticCodes.LockedFactorChanged, $"The '{property}' of '{factor.Id}' cannot change: {by.Why}.", null,
                FactorProperties.IsWritten(factor, property) ? property : "id");
        }
    }

    private static bool SameReferences(ImmutableArray<FactorReference> mine, ImmutableArray<FactorReference> other) =>
        mine.Length == other.Length && mine.Zip(other).All(pair =>
            pair.First.Low.Equals(pair.Second.Low) && pair.First.High.Equals(pair.Second.High) && Equals(pair.First.Value, pair.Second.Value)
            && pair.First.Basis == pair.Second.Basis && GateKey.Of(pair.First.When) == GateKey.Of(pair.Second.When));
}

/// <summary>What freezes a factor.</summary>
/// <param name="Rule">The id of the locked rule.</param>
/// <param name="IsRead">Whether the rule reads it; else it decides whether what the rule reads is asked, or what fills it.</param>
internal readonly record struct FrozenBy(string Rule, bool IsRead)
{
    /// <summary>The reason, to follow a colon.</summary>
    public string Why => IsRead
        ? $"the locked safety rule '{Rule}' reads this factor"
        : $"what the locked safety rule '{Rule}' reads depends on this factor";
}

/// <summary>Which properties of a factor would stand in its text.</summary>
internal static class FactorProperties
{
    /// <summary>Whether a property differs from its default, so that a fault can point at it.</summary>
    public static bool IsWritten(Factor factor, string property) => property switch
    {
        "kind" or "name" => true,
        "choices" => !factor.Choices.IsDefaultOrEmpty,
        "scores" => !factor.Scores.IsEmpty,
        "labels" => !factor.Labels.IsEmpty,
        "unit" => factor.Unit is not null,
        "min" => factor.Min is not null,
        "max" => factor.Max is not null,
        "reference" => !factor.References.IsDefaultOrEmpty,
        "modifiable" => factor.Modifiable,
        "acquisition" => factor.Acquisition != Acquisition.Ask,
        "maxAgeDays" => factor.MaxAgeDays is not null,
        "measurementError" => factor.MeasurementError is not null,
        "conversions" => !factor.Conversions.IsDefaultOrEmpty,
        "askWhen" => factor.AskWhen is not null,
        "question" => factor.Question is not null,
        "hint" => factor.Hint is not null,
        _ => false,
    };
}
