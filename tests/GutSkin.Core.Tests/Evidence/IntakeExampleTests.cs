using System.Text.Json.Nodes;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>
/// The derivations of the built-in set give what the worked examples of the knowledge base give, by a second reading of the model:
/// what is wrong here is wrong in the data.
/// </summary>
public class IntakeExampleTests
{
    private static readonly RuleSet Set = BuiltInRuleSet.Resolved.Data;

    /// <summary>The examples round no body mass index; everything else is as it ships.</summary>
    private static readonly Derivation[] Unrounded = [.. Set.Derivations.Select(d => d.Id == "bmi" ? d with { Round = null } : d)];

    /// <summary>What the rows do not fill: it came later, or is asked in another way there.</summary>
    private static readonly string[] NotInTheRows = ["lifestyle.smoking", "medication.days-since-antibiotics"];

    /// <summary>The words of the rows for what is wrong with an answer.</summary>
    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["out-of-bounds"] = "GS0504", ["unknown-choice"] = "GS0316", ["wrong-kind"] = "GS0503",
    };

    public static TheoryData<string> Examples => [.. IntakeExamples.Ids];

    [Fact]
    public void There_are_sixty_examples() => IntakeExamples.Ids.Should().HaveCount(60);

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_comes_out_to_the_ninth_decimal(string id)
    {
        var row = IntakeExamples.Get(id);
        var profile = IntakeExamples.Profile(row);
        var expected = row["expect"]!.AsObject();
        if (expected["errors"] is JsonArray errors)
        {
            ScoringService.Default.Check(profile).Select(d => d.Code).Should().Equal(errors.Select(e => Codes[(string)e!["code"]!]));
            return;
        }

        ScoringService.Default.Check(profile).Should().BeEmpty();
        var outcomes = PlainDerivations.Fill(Set.Factors, Unrounded, IntakeExamples.Answers(profile));
        foreach (string target in outcomes.Keys.Except(NotInTheRows))
        {
            var outcome = outcomes[target];
            if (expected["derived"]?[target] is { } derived)
            {
                Near(outcome.Value, (double)derived["value"]!, target);
                Near(outcome.Error, (double)derived["sd"]!, target);
                continue;
            }

            var missing = expected["missing"]![target]!;
            outcome.Value.Should().BeNull("{0} stays missing", target);
            outcome.Reason.Should().Be((string)missing["reason"]!, "of {0}", target);
            outcome.Missing.Should().Equal(missing["missing"]?.AsArray().Select(m => (string)m!) ?? [], "of {0}", target);
        }

        outcomes.Keys.Except(NotInTheRows).Should().BeEquivalentTo(Names(expected, "derived").Concat(Names(expected, "missing")));
    }

    [Theory]
    [InlineData(160, 76.8, 30)]
    [InlineData(200, 100, 25)]
    [InlineData(175.7, 54.2, 17.557221)]
    public void A_body_mass_index_is_rounded_so_that_a_limit_is_met_exactly(double height, double weight, double expected)
    {
        var answers = new Dictionary<string, object?>(StringComparer.Ordinal) { ["body.height"] = height, ["body.weight"] = weight };
        PlainDerivations.Fill(Set.Factors, Set.Derivations, answers)["body.bmi"].Value.Should().Be(expected);
    }

    [Fact]
    public void Every_embedded_test_of_a_derived_value_holds_by_hand()
    {
        var tests = Set.Tests.Where(t => !t.Derived.IsEmpty).ToList();
        foreach (var test in tests)
        {
            var outcomes = PlainDerivations.Fill(Set.Factors, Set.Derivations, IntakeExamples.Answers(test.Profile));
            foreach (var (target, range) in test.Derived)
            {
                outcomes[target].Value.Should().NotBeNull("{0} is filled in '{1}'", target, test.Name);
                outcomes[target].Value.Should().BeInRange(range.AtLeast ?? double.MinValue, range.AtMost ?? double.MaxValue, "{0} in '{1}'", target, test.Name);
            }
        }
    }

    private static void Near(double? actual, double expected, string target) =>
        actual.Should().BeApproximately(expected, 1e-9 * Math.Max(1, Math.Abs(expected)), "{0} is filled", target);

    private static IEnumerable<string> Names(JsonObject expected, string part) => expected[part]?.AsObject().Select(p => p.Key) ?? [];
}
