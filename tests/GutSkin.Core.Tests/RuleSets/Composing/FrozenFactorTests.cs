using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.RuleSets.Composing;

/// <summary>What an overlay may and may not say anew of a factor that a locked rule reads.</summary>
public class FrozenFactorTests
{
    private const string Kept = "\"unit\": \"g\", \"min\": 0, \"max\": 9, \"reference\": [ { \"low\": 0, \"high\": 2, \"when\": { \"factor\": \"age\", \"atLeast\": 18 } }, { \"low\": 0, \"high\": 1 } ], \"modifiable\": true, "
        + "\"maxAgeDays\": 30, \"measurementError\": { \"cv\": 0.1 }, \"conversions\": [ { \"from\": \"mg\", \"multiply\": 0.001 } ], \"askWhen\": { \"factor\": \"age\", \"atLeast\": 12 }, \"question\": \"How much?\", \"hint\": \"On most days.\"";

    private static readonly string Base = $$"""
        { "id": "base", "version": "1.0.0", "title": "Base", "disclaimer": "This is not a diagnosis.",
          "conditions": [ { "id": "c", "name": "C" } ], "evidence": [ { "id": "study", "title": "S" } ],
          "factors": [ { "id": "amount", "name": "Amount", "kind": "number", {{Kept}} }, { "id": "age", "name": "Age", "kind": "integer", "min": 0, "max": 120 },
            { "id": "way", "name": "Way", "kind": "choice", "choices": ["a", "b"], "scores": { "a": 0, "b": 1 }, "labels": { "a": "A" }, "reference": { "value": "a" } } ],
          "interventions": [ { "id": "less", "category": "diet", "name": "Less", "changes": [ { "factor": "amount", "atMost": 1 } ] } ],
          "safety": [ { "id": "much", "kind": "caution", "interventions": ["less"], "message": "M.", "locked": true, "when": { "any": [ { "factor": "amount", "above": 5 }, { "factor": "way", "equals": "b" } ] } } ] }
        """;

    [Theory]
    [InlineData("kind", "\"kind\": \"number\"", "\"kind\": \"integer\"", "kind")]
    [InlineData("unit", "\"unit\": \"g\"", "\"unit\": \"kg\"", "unit")]
    [InlineData("unit", "\"unit\": \"g\", ", "", "id")]
    [InlineData("min", "\"min\": 0", "\"min\": 1", "min")]
    [InlineData("min", "\"min\": 0, ", "", "id")]
    [InlineData("max", "\"max\": 9", "\"max\": 10", "max")]
    [InlineData("max", "\"max\": 9, ", "", "id")]
    [InlineData("reference", "\"low\": 0, \"high\": 1", "\"low\": 0, \"high\": 1.5", "reference")]
    [InlineData("reference", "\"low\": 0, \"high\": 1", "\"low\": 0.5, \"high\": 1", "reference")]
    [InlineData("reference", "{ \"factor\": \"age\", \"atLeast\": 18 }", "{ \"factor\": \"age\", \"atLeast\": 17 }", "reference")]
    [InlineData("reference", ", { \"low\": 0, \"high\": 1 } ]", " ]", "reference")]
    [InlineData("reference", "\"high\": 1 }", "\"high\": 1, \"basis\": \"zero-of-curve\" }", "reference")]
    [InlineData("modifiable", "\"modifiable\": true, ", "", "id")]
    [InlineData("modifiable", "\"modifiable\": true", "\"modifiable\": false", "id")]
    [InlineData("acquisition", "\"unit\"", "\"acquisition\": \"measure\", \"unit\"", "acquisition")]
    [InlineData("maxAgeDays", "\"maxAgeDays\": 30", "\"maxAgeDays\": 31", "maxAgeDays")]
    [InlineData("maxAgeDays", "\"maxAgeDays\": 30, ", "", "id")]
    [InlineData("measurementError", "\"cv\": 0.1", "\"cv\": 0.2", "measurementError")]
    [InlineData("measurementError", "\"measurementError\": { \"cv\": 0.1 }, ", "", "id")]
    [InlineData("conversions", "\"multiply\": 0.001", "\"multiply\": 0.01", "conversions")]
    [InlineData("conversions", "\"conversions\": [ { \"from\": \"mg\", \"multiply\": 0.001 } ], ", "", "id")]
    [InlineData("askWhen", "\"atLeast\": 12", "\"atLeast\": 13", "askWhen")]
    [InlineData("askWhen", "\"askWhen\": { \"factor\": \"age\", \"atLeast\": 12 }, ", "", "id")]
    [InlineData("question", "How much?", "How little?", "question")]
    [InlineData("hint", "On most days.", "Today.", "hint")]
    [InlineData("hint", ", \"hint\": \"On most days.\"", "", "id")]
    public void Each_of_its_properties_stays(string property, string old, string now, string place)
    {
        string factor = Factor("amount", "\"kind\": \"number\", " + Kept);
        factor.Should().Contain(old);
        var composed = Compose(factor.Replace(old, now, StringComparison.Ordinal));
        var told = composed.Diagnostics.Where(d => d.Code == "GS0413").Should().ContainSingle().Subject;
        told.Message.Should().Be($"The '{property}' of 'amount' cannot change: the locked safety rule 'much' reads this factor.");
        told.Path.Should().Be($"$.factors[0].{place}");
        composed.Value.Should().BeNull();
    }

    [Theory]
    [InlineData("choices", "[\"a\", \"b\"]", "[\"b\", \"a\"]", "choices")]
    [InlineData("choices", "[\"a\", \"b\"]", "[\"a\", \"b\", \"c\"]", "choices")]
    [InlineData("scores", "\"b\": 1", "\"b\": 2", "scores")]
    [InlineData("scores", "\"scores\": { \"a\": 0, \"b\": 1 }, ", "", "id")]
    [InlineData("labels", "\"a\": \"A\"", "\"a\": \"a\"", "labels")]
    [InlineData("labels", "\"labels\": { \"a\": \"A\" }, ", "", "id")]
    [InlineData("reference", "\"value\": \"a\"", "\"value\": \"b\"", "reference")]
    [InlineData("reference", ", \"reference\": { \"value\": \"a\" }", "", "id")]
    [InlineData("name", "\"name\": \"Way\"", "\"name\": \"Path\"", "name")]
    [InlineData("question", "\"name\": \"Way\"", "\"name\": \"Way\", \"question\": \"Which?\"", "question")]
    public void So_do_those_of_a_choice(string property, string old, string now, string place)
    {
        string factor = Factor("way", "\"kind\": \"choice\", \"choices\": [\"a\", \"b\"], \"scores\": { \"a\": 0, \"b\": 1 }, \"labels\": { \"a\": \"A\" }, \"reference\": { \"value\": \"a\" }");
        factor.Should().Contain(old);
        var told = Compose(factor.Replace(old, now, StringComparison.Ordinal)).Diagnostics.Where(d => d.Code == "GS0413").Should().ContainSingle().Subject;
        told.Message.Should().StartWith($"The '{property}' of 'way' cannot change: ");
        told.Path.Should().Be($"$.factors[0].{place}");
    }

    [Fact]
    public void What_sorts_and_names_it_may_change()
    {
        var factor = Compose(Factor("amount", "\"kind\": \"number\", \"group\": \"g\", \"core\": true, \"coreOrder\": 7, \"codes\": { \"loinc\": \"1-2\" }, \"evidence\": [\"study\"], " + Kept).Replace("\"Amount\"", "\"Quantity\"", StringComparison.Ordinal))
            .GetValueOrThrow().Data.Factors[0];
        (factor.Name, factor.Group, factor.CoreOrder).Should().Be(("Quantity", "g", 7));
        factor.Evidence.Should().Equal("study");
    }

    [Fact]
    public void A_factor_on_which_the_asking_rests_is_told_so()
    {
        var told = Compose("{ \"id\": \"age\", \"name\": \"Age\", \"kind\": \"integer\", \"min\": 0, \"max\": 99 }").Diagnostics.Where(d => d.Code == "GS0413").Should().ContainSingle().Subject;
        told.Message.Should().Be("The 'max' of 'age' cannot change: what the locked safety rule 'much' reads depends on this factor.");
    }

    private static string Factor(string id, string properties) => $$"""{ "id": "{{id}}", "name": "{{char.ToUpperInvariant(id[0])}}{{id[1..]}}", {{properties}} }""";

    private static ReadResult<ResolvedRuleSet> Compose(string factor) =>
        LintCases.Compose(Base, $$"""{ "id": "o", "version": "1.0.0", "title": "O", "factors": [ {{factor}} ] }""");
}
