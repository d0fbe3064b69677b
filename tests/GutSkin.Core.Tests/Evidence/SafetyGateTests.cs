using System.Text.Json;
using Xunit.Abstractions;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>Each safety gate says what its row says, for every combination of true, false and unknown.</summary>
public class SafetyGateTests(ITestOutputHelper output)
{
    private static readonly RuleSet Set = BuiltInRuleSet.Resolved.Data;

    /// <summary>Rules that stand for no row of their own, with the reason.</summary>
    private static readonly Dictionary<string, string> Added = new(StringComparer.Ordinal)
    {
        ["rf-eczema-celiac-test"] = "a reason to see someone, from an association",
        ["rf-eczema-calprotectin"] = "a reason to see someone, from an association",
        ["rf-hidradenitis-alcohol"] = "a reason to see someone, from an association",
        ["rf-hidradenitis-gut-symptoms"] = "a reason to see someone, from an association",
        ["rf-hidradenitis-calprotectin"] = "a reason to see someone, from an association",
        ["rf-hidradenitis-diabetes"] = "a reason to see someone, from an association",
        ["rf-hidradenitis-distress"] = "a reason to see someone, from an association",
        ["probiotic-trials-in-children"] = "says for whom the one trial effect holds",
        ["acne-care-isotretinoin"] = "an operand of the gate of care.acne-vulgaris that says whom it would harm",
    };

    /// <summary>Rows that name no source; the rule names one that was found.</summary>
    private static readonly string[] SourceFound = ["omega3-fish-allergy", "soy-ferment-allergy", "live-soy-allergy", "reduce-milk-nutrition", "prebiotic-bloating"];

    [Fact]
    public void GatesAgreeWithTheirRowsOnEveryCombination()
    {
        long combinations = 0;
        foreach (var row in Rows.CurrentSafety)
        {
            var rule = Rule(row);
            var expected = RowGate.Parse(row.Text("when"));
            foreach (var values in PlainGates.Combinations(expected))
            {
                combinations++;
                int actual = PlainGates.Evaluate(rule.When, PlainGates.Applied(values));
                if (actual != expected.Evaluate(values))
                    Assert.Fail($"{rule.Id}: {actual} where the row says {expected.Evaluate(values)}, at {string.Join(", ", values)}");
            }
        }

        output.WriteLine($"{Rows.CurrentSafety.Length} rows, {combinations} combinations");
    }

    [Fact]
    public void EveryRowIsARuleOrSaysWhyNot()
    {
        string[] ids = [.. Rows.CurrentSafety.Select(r => r.Text("id"))];
        ids.Should().OnlyHaveUniqueItems();
        Set.Safety.Select(s => s.Id).Should().BeEquivalentTo(ids.Concat(Added.Keys), "each row is a rule, and each rule a row or named here");
        Rows.RemovedSafety.Keys.Should().BeSubsetOf(Rows.Safety.Select(r => r.Text("id"))).And.Equal("ferment-immunosuppressant");
    }

    [Fact]
    public void KindUrgencyAndTargetsFollowTheRow()
    {
        string[] weeks = ["rf-acne-scarring", "rf-family-history-bowel-ovarian-cancer", "rf-psoriasis-extensive"];
        foreach (var row in Rows.CurrentSafety)
        {
            var rule = Rule(row);
            string severity = row.Text("severity");
            var kind = severity switch { "contraindicated" => SafetyKind.Contraindication, "caution" => SafetyKind.Caution, _ => SafetyKind.RedFlag };
            rule.Kind.Should().Be(kind, "{0}", rule.Id);
            rule.Locked.Should().Be(kind != SafetyKind.Caution, "{0}", rule.Id);
            if (kind == SafetyKind.RedFlag)
            {
                var urgency = severity switch
                {
                    "refer-urgent" => Urgency.Urgent,
                    "refer-routine" => Urgency.Routine,
                    _ => weeks.Contains(rule.Id) ? Urgency.Routine : Urgency.Soon,
                };
                rule.Urgency.Should().Be(urgency, "{0}", rule.Id);
                rule.Refer.Should().Contain(row.Texts("refer").Where(r => r.StartsWith("referral.", StringComparison.Ordinal)), "{0}", rule.Id);
            }
            else
            {
                rule.Interventions.Should().Equal(row.Texts("interventions").Where(i => !i.StartsWith("product.", StringComparison.Ordinal)), "{0}", rule.Id);
                rule.Traits.Should().Equal(row.Texts("traits"), "{0}", rule.Id);
                rule.Movements.Select(m => (m.Factor, Direction(m))).Should().Equal(Movements(row), "{0}", rule.Id);
            }
        }
    }

    [Fact]
    public void NewRulesRestOnTheSourcesOfTheirRows()
    {
        foreach (var row in Rows.NewSafety)
        {
            var rule = Rule(row);
            if (SourceFound.Contains(rule.Id))
            {
                rule.Evidence.Should().NotBeEmpty();
                row.Texts("evidence").Should().BeSubsetOf(rule.Evidence, "{0}", rule.Id);
            }
            else
            {
                rule.Evidence.Should().Equal(row.Texts("evidence"), "{0}", rule.Id);
            }
        }
    }

    private static SafetyRule Rule(JsonElement row) => Set.Safety.Single(s => s.Id == row.Text("id"));

    private static string Direction(Movement movement) => movement.Direction.ToString().ToLowerInvariant();

    private static IEnumerable<(string Factor, string Direction)> Movements(JsonElement row) =>
        row.TryGetProperty("movements", out var movements)
            ? movements.EnumerateArray().Select(m => (m.Text("factor"), m.Text("direction")))
            : [];
}
