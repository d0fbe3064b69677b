using System.Text.Json;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>The association rules say what the rows of the second version say.</summary>
public class AdviceRuleTests
{
    private static readonly RuleSet Set = BuiltInRuleSet.Resolved.Data;

    [Fact]
    public void EveryChangedRuleHasTheFiguresGateAndUseOfItsRow()
    {
        foreach (var (id, row) in AdviceRows.ChangedRules)
        {
            var rule = Rule(id);
            var change = row.GetProperty("change");
            rule.Factor.Should().Be(row.Text("factor"), "{0}", id);
            rule.Condition.Should().Be(row.Text("condition"), "{0}", id);
            if (change.TryGetProperty("use", out _))
                rule.Informational.Should().BeTrue("{0} is shown, not scored", id);
            if (change.OptionalText("certainty") is { } certainty)
                Word(rule.Certainty).Should().Be(certainty, "{0}", id);
            if (change.OptionalText("population") is { } population)
                rule.Population.Should().Be(population, "{0}", id);
            if (change.OptionalText("role") is { } role)
                rule.Role.ToString().Should().BeEquivalentTo(role, "{0}", id);
            if (change.TryGetProperty("overlap", out _))
                rule.Overlap.Should().BeNull("{0} stands alone", id);
            if (change.TryGetProperty("curve", out var curve))
                Knots(rule).Should().Equal(Knots(curve), "{0}", id);
            if (change.TryGetProperty("ratio", out var ratio))
                CarriesRatio(rule, ratio);
            if (!change.TryGetProperty("gate", out _))
                continue;
            AdviceGates.ShouldSay(rule.When, change.OptionalText("applicability") ?? change.OptionalText("gate"), id);
        }
    }

    [Fact]
    public void EveryNewRuleIsItsRow()
    {
        foreach (var (id, row) in AdviceRows.AddedRules.Where(r => r.Value.Text("use") != "refer"))
        {
            var rule = Rule(id);
            rule.Factor.Should().Be(row.Text("factor"), "{0}", id);
            rule.Condition.Should().Be(row.Text("condition"), "{0}", id);
            rule.Informational.Should().Be(row.Text("use") == "informational", "{0}", id);
            Word(rule.Certainty).Should().Be(row.Text("certainty"), "{0}", id);
            CarriesRatio(rule, row.GetProperty("ratio"));
            if (row.GetProperty("curve").ValueKind == JsonValueKind.Array)
                Knots(rule).Should().Equal(Knots(row.GetProperty("curve")), "{0}", id);
            else
                rule.Levels.Should().BeEquivalentTo(
                    row.GetProperty("levels").EnumerateObject().Where(l => l.Value.GetDouble() != 0).ToDictionary(l => l.Name, l => l.Value.GetDouble()), "{0}", id);
            AdviceGates.ShouldSay(rule.When, row.OptionalText("applicability"), id);
            rule.Evidence.Should().Equal(row.Texts("evidence"), "{0}", id);
            rule.ContradictedBy.Should().Equal(row.Texts("contradictedBy"), "{0}", id);
            rule.Mechanisms.Should().Equal(row.Texts("mechanisms"), "{0}", id);
            rule.Population.Should().Be(row.OptionalText("population"), "{0}", id);
        }
    }

    [Fact]
    public void WhatIsAReasonToSeeSomebodyIsASuggestionAndNoRule()
    {
        foreach (var (id, row) in AdviceRows.AddedRules.Where(r => r.Value.Text("use") == "refer"))
        {
            Set.Rules.Should().NotContain(r => r.Id == id);
            Set.Interventions.Should().Contain(
                i => i.Category == "medical" && i.Indications.Any(n => n.Direction == IndicationDirection.For && n.When!.Factors().Contains(row.Text("factor"))), "{0}", id);
        }
    }

    [Fact]
    public void RetiredRulesStayToBeReadAndScoreNothing()
    {
        foreach (var (id, row) in AdviceRows.RetiredRules)
        {
            Rule(id).Lifecycle.Should().Be(RuleLifecycle.Retired);
            Rule(row.Text("replacedBy")).Lifecycle.Should().NotBe(RuleLifecycle.Retired, "{0} takes its place", row.Text("replacedBy"));
        }
    }

    [Fact]
    public void AStateIsAListOfFactsWithTheirPrintedFigures()
    {
        foreach (var (id, row) in AdviceRows.Facts)
        {
            var rule = Rule(id);
            rule.Informational.Should().BeTrue("{0}", id);
            if (row.TryGetProperty("printed", out var printed))
            {
                rule.Effect.Value.Should().Be(printed.EnumerateObject().First().Value.GetDouble(), "{0}", id);
                double[] ends = [.. printed.GetProperty("ci95").EnumerateArray().Select(e => e.GetDouble())];
                (rule.Effect.Ci95!.Value.Low, rule.Effect.Ci95.Value.High).Should().Be((ends[0], ends[1]), "{0}", id);
            }

            (rule.Effect.Basis == EffectBasis.Judgement).Should().Be(row.Text("basis") == "judgement", "{0} says what it rests on", id);
        }

        Rule("permeability.nsaid").Effect.Value.Should().Be(1.3, "the judgment of 3.0 is gone; it stands for a strong link, as elsewhere without a published ratio");
        string[] states = [.. Set.Conditions.Where(c => c.Kind != ConditionKind.SkinCondition).Select(c => c.Id)];
        Set.Rules.Where(r => states.Contains(r.Condition) && r.IsScored).Should().BeEmpty("a state has no index");
    }

    [Fact]
    public void ALactuloseMannitolTestAloneSpeaksForPermeability()
    {
        const string Test = "lab.lactulose-mannitol-ratio";
        foreach (var rule in Set.Rules.Where(r => r.Condition == "intestinal-permeability" && r.Factor != Test))
        {
            var gate = rule.When is AllGate all ? all.Operands.Last() : rule.When;
            gate.Should().BeOfType<NotGate>().Which.Operand.Should().BeOfType<KnownGate>().Which.Factor.Should().Be(Test, "{0} is silent where the test is known", rule.Id);
        }
    }

    [Fact]
    public void NoRatioWithoutAPublishedSourceIsScored() =>
        Set.Rules.Where(r => r.IsScored && r.Effect.Basis == EffectBasis.Judgement).Select(r => r.Id).Should().BeEmpty();

    private static void CarriesRatio(ScoringRule rule, JsonElement ratio)
    {
        rule.Effect.Value.Should().Be(ratio.Number("value"), "{0}", rule.Id);
        (rule.Effect.Ci95?.Low, rule.Effect.Ci95?.High).Should().Be((ratio.Number("ciLow"), ratio.Number("ciHigh")), "{0}", rule.Id);
        (rule.Effect.Basis == EffectBasis.Derived).Should().Be(ratio.Text("basis").StartsWith("derived", StringComparison.Ordinal), "{0}", rule.Id);
    }

    private static IEnumerable<(double X, double Burden)> Knots(ScoringRule rule) => rule.Curve!.Knots.Select(k => (k.X, k.Burden));

    private static (double X, double Burden)[] Knots(JsonElement curve) => [.. curve.EnumerateArray().Select(k => (k[0].GetDouble(), k[1].GetDouble()))];

    private static ScoringRule Rule(string id) => Set.Rules.Single(r => r.Id == id);

    private static string Word(Certainty certainty) => certainty == Certainty.VeryLow ? "very-low" : certainty.ToString().ToLowerInvariant();
}
