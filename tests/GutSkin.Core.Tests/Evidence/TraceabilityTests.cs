using System.Text.Json;
using GutSkin.Core.RuleSets;
using Xunit.Abstractions;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>Every number of the built-in rule set is the number of its row.</summary>
public class TraceabilityTests(ITestOutputHelper output)
{
    private static readonly RuleSet Set = BuiltInRuleSet.Resolved.Data;

    [Fact]
    public void EveryScoredRowIsARuleWithExactlyItsFigures()
    {
        foreach (var row in AdviceRows.Associations.Where(r => r.IsScored()))
        {
            var rule = RuleOf(row, informational: false);
            var ratio = row.GetProperty("ratio");
            rule.Effect.Value.Should().Be(ratio.Number("value"), "{0} carries the ratio of its row", rule.Id);
            rule.Effect.Measure.Should().BeOneOf(EffectMeasure.OddsRatio, EffectMeasure.RiskRatio, EffectMeasure.HazardRatio);
            (double?, double?) interval = (rule.Effect.Ci95?.Low, rule.Effect.Ci95?.High);
            interval.Should().Be((ratio.Number("ciLow"), ratio.Number("ciHigh")), "{0} carries the interval of its row", rule.Id);
            Word(rule.Certainty).Should().Be(row.Text("certainty"), "{0} carries the certainty of its row", rule.Id);
            (rule.Effect.Basis == EffectBasis.Judgement).Should()
                .Be(ratio.Text("basis").StartsWith("judgement", StringComparison.Ordinal), "{0} says whether it is a judgment", rule.Id);
        }
    }

    [Fact]
    public void EveryScoredRowKeepsItsCurve()
    {
        foreach (var row in AdviceRows.Associations.Where(r => r.IsScored()))
        {
            var rule = RuleOf(row, informational: false);
            var knots = row.GetProperty("curve").EnumerateArray().Select(k => (X: k[0].GetDouble(), Burden: k[1].GetDouble())).ToArray();
            if (rule.Curve is { } curve)
            {
                curve.Knots.Select(k => (k.X, k.Burden)).Should().Equal(knots, "{0} has the curve of its row", rule.Id);
            }
            else
            {
                string burdened = knots[^1].Burden > knots[0].Burden ? "true" : "false";
                rule.Levels.Should().ContainSingle().Which.Should().Be(new KeyValuePair<string, double>(burdened, 1), "{0} is a yes/no factor", rule.Id);
            }
        }
    }

    [Fact]
    public void EveryRowKeepsItsSourcesMechanismsAndRole()
    {
        foreach (var row in AdviceRows.Associations.Where(r => r.IsScored() || r.Text("use") == "informational"))
        {
            var rule = RuleOf(row, informational: !row.IsScored());
            rule.Evidence.Should().Equal(row.Texts("evidence"), "{0} cites its row's sources", rule.Id);
            rule.ContradictedBy.Should().Equal(row.Texts("contradictedBy"), "{0} names what speaks against it", rule.Id);
            rule.Mechanisms.Should().Equal(row.Texts("mechanisms"));
            bool marker = row.Flag("reversed") || row.Flag("marker") || row.Flag("definingMeasure");
            rule.Role.Should().Be(marker ? RuleRole.Marker : RuleRole.Driver, "{0} is {1}", rule.Id, marker ? "a marker" : "a driver");
        }
    }

    [Fact]
    public void EveryCitationIsTheRowsCitation()
    {
        var rows = Rows.Sources.Concat(Rows.NewSources).ToDictionary(r => r.Text("id"), StringComparer.Ordinal);
        foreach (var source in Set.Evidence)
        {
            if (!rows.TryGetValue(source.Id, out var row))
                continue;
            // A citation may be completed where the row has none; it may not differ from the row.
            (row.OptionalText("doi") ?? source.Doi).Should().Be(source.Doi, "{0}", source.Id);
            (row.OptionalText("pmid") ?? source.Pmid).Should().Be(source.Pmid, "{0}", source.Id);
            ((int?)row.Number("year") ?? source.Year).Should().Be(source.Year, "{0}", source.Id);
        }
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        var rows = AdviceRows.Associations.GroupBy(r => r.Text("use")).ToDictionary(g => g.Key, g => g.Count());
        int scored = Set.Rules.Count(r => r.IsScored && !AdviceRows.AddedRules.ContainsKey(r.Id));
        int shown = Set.Rules.Count(r => r.Informational && !AdviceRows.AddedRules.ContainsKey(r.Id));
        int retired = Set.Rules.Count(r => r.Lifecycle == RuleLifecycle.Retired);
        int referring = AdviceRows.Associations.Count(r => r.Text("use") == "refer");
        var brands = new[] { "aurelia-topical", "symprove-gf-blog", "symprove-nutraingredients-2010", "symprove-storage", "symprove-uc-express-2015" };
        var table = new (string What, int In, int Out)[]
        {
            ("score, score-low -> scored rules", rows["score"] + rows["score-low"], scored),
            ("informational -> informational rules", rows["informational"], shown),
            ("retired rows -> retired rules", AdviceRows.RetiredRules.Count, retired),
            ("new rows -> new rules", AdviceRows.AddedRules.Count(r => r.Value.Text("use") != "refer"), Set.Rules.Count(r => AdviceRows.AddedRules.ContainsKey(r.Id))),
            ("new interventions", AdviceRows.AddedInterventions.Count, AdviceRows.AddedInterventions.Keys.Count(k => Set.Interventions.Any(i => i.Id == k))),
            ("considered -> considered entries", rows["considered"], Set.Considered.Length),
            ("interventions", Rows.Interventions.Length, Rows.Interventions.Count(r => Set.Interventions.Any(i => i.Id == r.Text("id")))),
            ("safety rows", Rows.CurrentSafety.Length, Rows.CurrentSafety.Count(r => Set.Safety.Any(s => s.Id == r.Text("id")))),
            ("refer rows -> red flags", referring, Set.Safety.Count(s => s.Id.StartsWith("rf-eczema-c", StringComparison.Ordinal)
                || (s.Id.StartsWith("rf-hidradenitis-", StringComparison.Ordinal) && s.Urgency == Urgency.Routine))),
            ("factors", Rows.Factors.Length, Rows.Factors.Count(r => Set.Factors.Any(f => f.Id == r.Text("id")))),
            ("screens", Rows.Screens.Length, Rows.Screens.Count(r => Set.Screens.Any(s => s.Id == r.Text("id")))),
            ("sources of the new safety rows", Rows.NewSources.Length, Rows.NewSources.Count(r => Set.Evidence.Any(e => e.Id == r.Text("id")))),
            ("sources without a brand", Rows.Sources.Length - brands.Length, Rows.Sources.Count(r => Set.Evidence.Any(e => e.Id == r.Text("id")))),
        };
        foreach (var (what, n, m) in table)
            output.WriteLine($"{what,-40} {n,4} in {m,4} out");
        table.Should().OnlyContain(t => t.In == t.Out);
    }

    private static ScoringRule RuleOf(JsonElement row, bool informational) =>
        Set.Rules.Single(r => r.Condition == row.Text("condition") && r.Factor == row.Text("factor") && r.Informational == informational && r.Lifecycle != RuleLifecycle.Retired);

    private static string Word(Certainty certainty) => certainty == Certainty.VeryLow ? "very-low" : certainty.ToString().ToLowerInvariant();
}
