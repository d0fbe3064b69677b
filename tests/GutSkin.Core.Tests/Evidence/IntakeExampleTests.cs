using System.Text.Json.Nodes;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>The worked examples of the knowledge base: answers, and the factors that they become, to 1e-9.</summary>
public class IntakeExampleTests
{
    private const double Tolerance = 1e-9;
    private const double ToSixDecimals = 5.1e-7;

    private static readonly Dictionary<string, JsonObject> Examples = JsonNode.Parse(File.ReadAllText(
            Repository.Path("tests", "GutSkin.Core.Tests", "Evidence", "rows", "v2", "intake-examples.json")))!["examples"]!.AsArray()
        .ToDictionary(e => (string)e!["id"]!, e => e!.AsObject(), StringComparer.Ordinal);

    /// <summary>The codes of the library for what the examples call faults.</summary>
    private static readonly Dictionary<string, string> Faults = new(StringComparer.Ordinal)
    {
        ["out-of-bounds"] = DiagnosticCodes.ValueOutOfBounds,
        ["unknown-choice"] = DiagnosticCodes.UnknownChoice,
        ["wrong-kind"] = DiagnosticCodes.WrongKind,
    };

    public static TheoryData<string> Ids => [.. Examples.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Answers_become_what_the_example_says(string id)
    {
        var example = Examples[id];
        var profile = ProfileJson.Read(new JsonObject { ["observations"] = example["observations"]!.DeepClone() }.ToJsonString()).GetValueOrThrow();
        var read = ScoringService.Default.TryAssess(profile);
        if (example["expect"]!["errors"] is JsonArray errors)
        {
            read.Diagnostics.Select(d => (d.Code, d.Path!.Contains((string)errors[0]!["factor"]!, StringComparison.Ordinal)))
                .Should().Equal((Faults[(string)errors[0]!["code"]!], true));
            return;
        }

        var assessment = read.GetValueOrThrow();
        var expected = example["expect"]!["derived"]!.AsObject();
        assessment.Derived.Select(d => d.Factor).Except(["lifestyle.smoking"]).Should().Equal(expected.Select(e => e.Key).Order(StringComparer.Ordinal));
        foreach (var (factor, becomes) in expected)
        {
            var derived = assessment.Derived.Single(d => d.Factor == factor);
            Near(derived.Value, (double)becomes!["value"]!, factor, Rounded(derived.Derivation) ? ToSixDecimals : Tolerance);
            if (becomes["sd"] is { } sd)
                Near(derived.Error!.Value, (double)sd, factor);
        }

        foreach (var (factor, why) in example["expect"]!["missing"]!.AsObject())
        {
            bool isOutOfRange = assessment.Notices.Any(n => n.Code == "derivation-out-of-range"
                && BuiltInRuleSet.Resolved.Data.Derivations.Single(d => d.Id == n.Derivation).Factor == factor);
            isOutOfRange.Should().Be((string)why!["reason"]! == "out-of-range", "{0} is missing because {1}", factor, why["reason"]);
        }
    }

    [Fact]
    public void A_table_of_the_examples_is_what_each_is_alone()
    {
        // In a table a declined answer is nothing.
        var people = Examples.Values.Where(e => e["expect"]!["errors"] is null)
            .Select(e => ProfileJson.Read(new JsonObject { ["observations"] = e["observations"]!.DeepClone() }.ToJsonString()).GetValueOrThrow())
            .Where(p => p.Observations.Values.All(o => !o.IsDeclined))
            .ToArray();
        var service = ScoringService.Default;
        var buffer = service.CreateBuffer();
        double[][] columns = [.. buffer.Factors.Select(_ => new double[people.Length])];
        for (int i = 0; i < people.Length; i++)
        {
            buffer.Load(people[i]);
            for (int f = 0; f < columns.Length; f++)
                columns[f][i] = buffer.State.Values[f];
        }

        var cohort = new CohortColumns(people.Length);
        for (int f = 0; f < columns.Length; f++)
            cohort.Add(buffer.Factors[f], columns[f]);
        var results = service.CreateResults(people.Length);
        service.ScoreTable(cohort, results);
        for (int i = 0; i < people.Length; i++)
        {
            foreach (var condition in service.Assess(people[i]).Conditions)
            {
                (results.Scores(condition.Id)[i], results.Low(condition.Id)[i], results.High(condition.Id)[i]).Should().Be(
                    (condition.Score ?? double.NaN, condition.Interval?.Low ?? double.NaN, condition.Interval?.High ?? double.NaN),
                    "person {0}, {1}", i, condition.Id);
            }
        }
    }

    /// <summary>Whether a derivation, or one that fills what it needs, rounds, which the examples do not: a body mass index has six decimals.</summary>
    private static bool Rounded(string derivation)
    {
        var all = BuiltInRuleSet.Resolved.Data.Derivations;
        var source = all.Single(d => d.Id == derivation);
        return source.Round is not null
            || all.Where(d => source.Cases.Any(c => c.Needs.Contains(d.Factor))).Any(d => d.Round is not null);
    }

    private static void Near(double actual, double expected, string factor, double tolerance = Tolerance) =>
        actual.Should().BeApproximately(expected, tolerance * Math.Max(1, Math.Abs(expected)), factor);
}
