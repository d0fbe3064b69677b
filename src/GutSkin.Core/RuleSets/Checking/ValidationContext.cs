using GutSkin.Core.RuleSets.Composing;
using GutSkin.Core.Values;

namespace GutSkin.Core.RuleSets.Checking;

/// <summary>What all documents amount to, and where reading failed, so that no fault is reported for another's sake.</summary>
internal sealed class ValidationContext
{
    // A hint costs a search; who makes more mistakes than this has read the first ones.
    private const int MaxHints = 1_000;

    private readonly string[] interventionsEver;
    private readonly HashSet<string> stoodInFor;
    private int hints;

    public ValidationContext(MergeState state, RuleSetIndex final, RuleSet resolved, IReadOnlyList<DocumentScope> documents, bool incomplete)
    {
        State = state;
        Documents = documents;
        Final = final;
        Resolved = resolved;
        interventionsEver = [.. state.Versions.Keys.Order(StringComparer.Ordinal)];
        stoodInFor = [.. state.Versions.Values.SelectMany(v => v).SelectMany(v => v.Entry.SameSafetyAs)];
        foreach (var document in documents)
        {
            foreach (var factor in document.RuleSet.Factors)
            {
                var scope = document.Entry(Section.Factors, factor.Id, factor);
                if (scope.IsBroken("kind"))
                    UnreadFactors.Add(factor);
                if (scope.IsBroken("choices"))
                    UnreadChoices.Add(factor);
            }

            foreach (var intervention in document.RuleSet.Interventions)
            {
                if (document.Entry(Section.Interventions, intervention.Id, intervention).IsBroken("category"))
                    UnreadCategories.Add(intervention);
            }
        }

        foreach (var section in Sections.WithIds)
        {
            if (incomplete || documents.Any(d => HasUnreadIds(d, section)))
                Unreliable.Add(section);
        }
    }

    public MergeState State { get; }

    /// <summary>What hints may cost together.</summary>
    public HintBudget Hints => Documents[0].Bag.Hints;

    /// <summary>All documents, in the order of application.</summary>
    public IReadOnlyList<DocumentScope> Documents { get; }

    /// <summary>The entries of all documents.</summary>
    public RuleSetIndex Final { get; }

    /// <summary>The composed rule set.</summary>
    public RuleSet Resolved { get; }

    /// <summary>Sections in which an id, or a whole document, could not be read, so that an unknown id says nothing.</summary>
    public HashSet<Section> Unreliable { get; } = [];

    /// <summary>Factors whose kind could not be read, so that nothing can be said of what fits them.</summary>
    public HashSet<Factor> UnreadFactors { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Factors whose choices could not be read.</summary>
    public HashSet<Factor> UnreadChoices { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Interventions whose category could not be read.</summary>
    public HashSet<Intervention> UnreadCategories { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Ids that a mistyped one was taken to mean, so that they do not count as unused.</summary>
    public HashSet<(Section Section, string Id)> Meant { get; } = [];

    /// <summary>
    /// Whether an id stands for an intervention that is or was there: one of a document, or, in a rule set that was composed
    /// before, one that an intervention stands in for and a safety rule still names.
    /// </summary>
    public bool StandsFor(string id) =>
        State.Versions.ContainsKey(id)
        || State.TakenOutBefore.Contains(id)
        || (stoodInFor.Contains(id)
            && State.Safety.Entries.Any(s => s.Entry.Interventions.Any(target => SafetyRule.Targets(target, id))));

    /// <summary>Whether a prefix ending in <c>*</c> matches an intervention that is or was there.</summary>
    public bool MatchesAny(string prefix)
    {
        int at = Array.BinarySearch(interventionsEver, prefix[..^1], StringComparer.Ordinal);
        at = at < 0 ? ~at : at;
        return at < interventionsEver.Length && SafetyRule.Targets(prefix, interventionsEver[at]);
    }

    /// <summary>The nearest id that is there, which is then taken to be the one meant.</summary>
    public string? NearestTo(Section section, string id, IEnumerable<string> known)
    {
        if (++hints > MaxHints || (MeantBy(section, id) ?? Ids.Nearest(id, known, Hints)) is not { } nearest)
            return null;
        Meant.Add((section, nearest));
        return nearest;
    }

    private string? MeantBy(Section section, string id) => section == Section.Conditions ? SkinCondition.MeantBy(id, Resolved.Conditions) : null;

    private static bool HasUnreadIds(DocumentScope document, Section section)
    {
        if (document.RuleSet.Source is null)
            return false;
        bool any = false;
        foreach (var (id, _) in section.Of(document.RuleSet))
        {
            any = true;
            if (id.Length == 0)
                return true;
        }

        return !any && document.Root.IsBroken(section.Property());
    }
}
