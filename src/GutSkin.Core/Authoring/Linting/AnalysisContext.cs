using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets;
using GutSkin.Core.RuleSets.Checking;
using GutSkin.Core.RuleSets.Composing;

namespace GutSkin.Core.Authoring.Linting;

/// <summary>A composed rule set, and the one document of it that findings are reported in.</summary>
internal sealed class AnalysisContext(ResolvedRuleSet resolved, DocumentScope document)
{
    /// <summary>The most pairs of rules that are compared.</summary>
    public const int MostPairs = 100_000;

    private int pairs;

    private readonly Dictionary<string, ScoringRule> own = document.RuleSet.Rules.DistinctBy(r => r.Id).ToDictionary(r => r.Id, StringComparer.Ordinal);

    /// <summary>The composed rule set.</summary>
    public ResolvedRuleSet Resolved => resolved;

    /// <summary>The composed data.</summary>
    public RuleSet Set => resolved.Data;

    /// <summary>The document under lint.</summary>
    public DocumentScope Document => document;

    /// <summary>The factors by id.</summary>
    public Dictionary<string, Factor> Factors => resolved.Index.Factors;

    /// <summary>The scored rules of the document under lint, as it says them.</summary>
    public IEnumerable<ScoringRule> OwnScoredRules => document.RuleSet.Rules.Where(r => r.IsScored);

    /// <summary>Where findings about a rule go; null where another document says the rule.</summary>
    public EntryScope? ScopeOf(ScoringRule rule) =>
        own.TryGetValue(rule.Id, out var entry) ? document.Entry(Section.Rules, rule.Id, entry) : null;

    /// <summary>Whether one more pair of rules may be compared: of rules on the same factors there can be as many as the square of their number.</summary>
    public bool MayCompare()
    {
        document.Bag.ThrowIfCanceled();
        if (++pairs <= MostPairs)
            return true;
        if (pairs == MostPairs + 1)
            document.Root.Report(
                DiagnosticCodes.TooMuchToList, "More than 100,000 pairs of rules read the same factors, or factors of one group; not all of them were compared.",
                "Put rules on the same factor into overlap groups, or look at them in parts.", "rules");
        return false;
    }

    /// <summary>Whether gates can hold for one person at the same time; an absent gate always holds.</summary>
    public bool CanHoldTogether(params ReadOnlySpan<Gate?> gates)
    {
        var present = new List<Gate>();
        foreach (var gate in gates)
        {
            if (gate is not null)
                present.Add(gate);
        }

        return GateAnalysis.CanBeTrue(new AllGate { Operands = [.. present] }, Factors);
    }
}
