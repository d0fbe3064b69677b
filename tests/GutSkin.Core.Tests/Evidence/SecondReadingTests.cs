using System.Text.Json.Nodes;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>
/// The derivations of the built-in set give what the worked examples of the knowledge base give, by a second reading of the model:
/// what is wrong here is wrong in the data.
/// </summary>
public class SecondReadingTests
{
    private static readonly RuleSet Set = BuiltInRuleSet.Resolved.Data;

    private static readonly Dictionary<string, JsonObject> Rows = JsonNode.Parse(File.ReadAllText(
            Repository.Path("tests", "GutSkin.Core.Tests", "Evidence", "rows", "v2", "intake-examples.json")))!["examples"]!.AsArray()
        .ToDictionary(e => (string)e!["id"]!, e => e!.AsObject(), StringComparer.Ordinal);

    /// <summary>The examples round no body mass index; everything else is as it ships.</summary>
    private static readonly Derivation[] Unrounded = [.. Set.Derivations.Select(d => d.Id == "bmi" ? d with { Round = null } : d)];

    /// <summary>What the rows do not fill: it came later, or is asked in another way there.</summary>
    private static readonly string[] NotInTheRows = ["lifestyle.smoking", "medication.days-since-antibiotics"];

    public static TheoryData<string> Examples => [.. Rows.Keys];

    [Fact]
    public void There_are_sixty_examples() => Rows.Should().HaveCount(60);

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_comes_out_to_the_ninth_decimal(string id)
    {
        var row = Rows[id];
        var profile = ProfileJson.Read(new JsonObject { ["observations"] = row["observations"]!.DeepClone() }.ToJsonString()).GetValueOrThrow();
        var expected = row["expect"]!.AsObject();
        if (expected["errors"] is not null)
        {
            ScoringService.Default.Check(profile).Should().NotBeEmpty("nobody is taken at such an answer");
            return;
        }

        ScoringService.Default.Check(profile).Should().BeEmpty();
        var outcomes = PlainDerivations.Fill(Set.Factors, Unrounded, PlainDerivations.Answers(profile));
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

    [Fact]
    public void The_library_fills_what_a_second_reading_fills_for_people_drawn_at_random()
    {
        var random = new Random(20261129);
        string[] items = [.. Set.Derivations.SelectMany(d => d.Items).Distinct().Order(StringComparer.Ordinal)];
        for (int person = 0; person < 400; person++)
        {
            var builder = PersonProfile.Create();
            foreach (string item in items)
            {
                if (random.Next(8) > 0)
                    builder.With(item, Drawn(Set.Factors.Single(f => f.Id == item), random));
            }

            var profile = builder.Build();
            var answers = PlainDerivations.Answers(profile);
            foreach (var item in items.Select(i => Set.Factors.Single(f => f.Id == i)).Where(f => f.Kind == FactorKind.Boolean && !answers.ContainsKey(f.Id)))
            {
                // What does not apply is false.
                if (item.AskWhen is { } askWhen && PlainGates.Evaluate(askWhen, answers) == 0)
                    answers[item.Id] = false;
            }

            var outcomes = PlainDerivations.Fill(Set.Factors, Set.Derivations, answers);
            var filled = ScoringService.Default.Assess(profile).Derived;
            filled.Select(d => d.Factor).Should().BeEquivalentTo(outcomes.Where(o => o.Value.Value is not null).Select(o => o.Key), "person {0}", person);
            foreach (var derived in filled)
            {
                Near(derived.Value, outcomes[derived.Factor].Value!.Value, derived.Factor);
                Near(derived.Error ?? 0, outcomes[derived.Factor].Error, derived.Factor);
            }
        }
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
        tests.SelectMany(t => t.Derived.Keys).Distinct().Should().BeEquivalentTo(Set.Derivations.Select(d => d.Factor).Distinct(), "each target has a test");
        foreach (var test in tests)
        {
            var outcomes = PlainDerivations.Fill(Set.Factors, Set.Derivations, PlainDerivations.Answers(test.Profile));
            foreach (var (target, range) in test.Derived)
            {
                outcomes[target].Value.Should().NotBeNull("{0} is filled in '{1}'", target, test.Name);
                outcomes[target].Value.Should().BeInRange(range.AtLeast ?? double.MinValue, range.AtMost ?? double.MaxValue, "{0} in '{1}'", target, test.Name);
            }
        }
    }

    private static FactorValue Drawn(Factor factor, Random random) => factor.Kind switch
    {
        FactorKind.Boolean => FactorValue.Boolean(random.Next(2) == 0),
        FactorKind.Choice => FactorValue.Choice(factor.Choices[random.Next(factor.Choices.Length)]),
        _ => FactorValue.Number(Math.Round(factor.Min!.Value + (random.NextDouble() * (factor.Max!.Value - factor.Min.Value) * (random.Next(2) == 0 ? 1 : 0.2)), 1)),
    };

    private static void Near(double? actual, double expected, string target) =>
        actual.Should().BeApproximately(expected, 1e-9 * Math.Max(1, Math.Abs(expected)), "{0} is filled", target);

    private static IEnumerable<string> Names(JsonObject expected, string part) => expected[part]?.AsObject().Select(p => p.Key) ?? [];
}
