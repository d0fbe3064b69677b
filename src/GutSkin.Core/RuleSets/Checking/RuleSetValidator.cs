using System.Collections.Frozen;
using System.Globalization;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Profiles.Checking;
using GutSkin.Core.RuleSets.Composing;

namespace GutSkin.Core.RuleSets.Checking;

/// <summary>Checks what documents mean: each entry against the entries of all documents, and the composed rule set as a whole.</summary>
internal sealed class RuleSetValidator(DocumentOrder order, MergeState state, IReadOnlyList<RuleSetIndex> stages)
{
    /// <summary>Reports everything that is wrong, or odd, to the documents' bag.</summary>
    public void Validate(RuleSet resolved)
    {
        var context = new ValidationContext(state, stages[^1], resolved, order.Scopes, order.Incomplete);
        var lookup = new EntryIndex(resolved);
        var model = (state.Model ?? new ModelOverrides()).ApplyTo(ScoringModel.Default);
        var bands = model.Bands.Select(b => b.Name).ToFrozenSet(StringComparer.Ordinal);
        for (int i = 0; i < order.Scopes.Count; i++)
        {
            var document = order.Scopes[i];
            if (document.RuleSet.Source is null)
                CodeCheck.Check(document);
            DocumentCheck.Check(new EntryCheck(document.Root, context, context.Final, true), document.RuleSet);
            TranslationCheck.Check(new EntryCheck(document.Root, context, stages[i], true), document.RuleSet);
            foreach (var section in Sections.WithIds.Append(Section.Considered).Append(Section.Tests))
            {
                foreach (var (id, entry) in section.Of(document.RuleSet))
                {
                    document.Bag.ThrowIfCanceled();
                    bool inForce = IsInForce(section, id, entry);
                    var index = inForce ? context.Final : stages[i];
                    Check(new EntryCheck(document.Entry(section, id, entry), context, index, inForce), entry, lookup, bands);
                }
            }
        }

        SizeCheck.Check(order.Scopes[^1], resolved);
        OverlapCheck.Check(state);
        new DependencyCheck(state).Check();
        new AskingCheck(state).Check();
        SiblingTraits.Check(state);
        ReportRemovals();
        bool readWhole = !order.Incomplete && order.Scopes.All(s => !s.HasReadErrors);
        if (readWhole)
            new UsageCheck(context).Check();
    }

    private static void Check(EntryCheck check, object entry, EntryIndex lookup, FrozenSet<string> bands)
    {
        References.Visit(entry, (target, id, path) => check.Require(target, id, path));
        switch (entry)
        {
            case SkinCondition { Presence: { } presence }:
                if (check.TryGetFactor(presence, out var has) && has.Kind != FactorKind.Boolean)
                    check.Report(
                        DiagnosticCodes.PresenceNotBoolean, $"The factor '{presence}' {FactorKinds.Takes(has)}; 'presence' names a yes/no factor.", null, "presence");
                break;
            case Derivation derivation:
                DerivationCheck.Check(check, derivation);
                break;
            case Factor factor:
                FactorCheck.Check(check, factor);
                break;
            case Evidence evidence:
                NumberCheck.Check(check, evidence);
                break;
            case ScoringRule rule:
                RuleCheck.Check(check, rule);
                break;
            case Intervention intervention:
                InterventionCheck.Check(check, intervention);
                break;
            case SafetyRule safety:
                SafetyCheck.Check(check, safety);
                break;
            case Screen screen:
                ScreenCheck.Check(check, screen);
                break;
            case Product product:
                NumberCheck.Check(check, product);
                break;
            case RuleSetTest test:
                TestCheck.Check(check, test, lookup, bands);
                break;
        }
    }

    private bool IsInForce(Section section, string id, object entry) => state[section] is not { } entries || ReferenceEquals(entries.Find(id), entry);

    private void ReportRemovals()
    {
        foreach (var removal in state.Removals)
        {
            var root = removal.Document.Root;
            object[] path = ["remove", removal.Section.Property(), removal.Index];
            string what = $"the {removal.Section.Noun()} '{removal.Id}'";
            if (removal.Blockers.Count > 0)
                root.Report(
                    DiagnosticCodes.DanglingReference, $"Without {what} nothing is left for {Listed(removal.Blockers)} to refer to.",
                    "Remove or replace what refers to it, too.", path);
            if (removal.Mentions.Count > 0)
                root.Report(
                    DiagnosticCodes.MentionRemoved, $"With {what} its mention is removed in {Listed(removal.Mentions)}.", null, path);
        }
    }

    private static string Listed(List<string> names)
    {
        var each = names.Distinct().ToList();
        return each.Count <= 5 ? string.Join(", ", each) : FormattableString.Invariant($"{string.Join(", ", each.Take(5))} and {each.Count - 5} more");
    }
}

/// <summary>
/// Whether a rule set is one that somebody could be assessed with. An assessment says something of every intervention on every condition,
/// and of every safety rule that reaches it, and every test makes one: products of two lengths, which grow to gigabytes long before each list does.
/// </summary>
internal static class SizeCheck
{
    /// <summary>The most pairs of two sections.</summary>
    public const long MaxPairs = 1_000_000;

    /// <summary>The most pairs that all tests together may look at; each makes an assessment.</summary>
    public const long MaxPairsOfTests = 100_000_000;

    public static void Check(DocumentScope document, RuleSet resolved)
    {
        Check(document, "interventions", resolved.Interventions.Length, "conditions", resolved.Conditions.Length);
        Check(document, "interventions", resolved.Interventions.Length, "safety rules", resolved.Safety.Length);
        Check(document, "trial effects", resolved.Interventions.Sum(i => i.Effects.Length), "conditions", resolved.Conditions.Length);
        long pairs = resolved.Interventions.Length * ((long)resolved.Conditions.Length + resolved.Safety.Length);
        int tests = resolved.Tests.Length;
        if (tests * pairs > MaxPairsOfTests)
            document.Root.Report(
                DiagnosticCodes.TooManyPairs,
                string.Create(CultureInfo.InvariantCulture, $"There are {tests:N0} tests, each of which looks at {pairs:N0} pairs of interventions with conditions and safety rules: more than a hundred million."),
                "Keep fewer tests in one rule set.", "tests");
    }

    private static void Check(DocumentScope document, string one, int oneCount, string other, int otherCount)
    {
        if ((long)oneCount * otherCount > MaxPairs)
            document.Root.Report(
                DiagnosticCodes.TooManyPairs,
                string.Create(CultureInfo.InvariantCulture, $"There are {oneCount:N0} {one} and {otherCount:N0} {other}: more than a million pairs, each of which an assessment looks at."),
                "Split the rule set into several.", "interventions");
    }
}
