using System.Text.Json;
using System.Text.Json.Nodes;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>The questions that anybody can answer, and what is worked out from them, are those of their rows.</summary>
public class IntakeRowTests
{
    private static readonly JsonObject Row = Parse("tests", "GutSkin.Core.Tests", "Evidence", "rows", "v2", "intake.json");
    private static readonly JsonArray Derivations = Parse("src", "GutSkin.Core", "Data", "derivations.json")["derivations"]!.AsArray();
    private static readonly RuleSet Set = BuiltInRuleSet.Resolved.Data;

    /// <summary>What the rows and the rule set settle otherwise, with the reason.</summary>
    private static readonly Dictionary<string, string> Otherwise = new(StringComparer.Ordinal)
    {
        ["intake.age-months"] = "its question asks, where the row names it only",
    };

    public static TheoryData<string> Items => [.. Row["items"]!.AsArray().Select(i => (string)i!["id"]!)];

    public static TheoryData<string> Filled => [.. Row["derivations"]!.AsArray().Select(d => (string)d!["id"]!)];

    [Theory]
    [MemberData(nameof(Items))]
    public void An_item_has_the_choices_scores_and_words_of_its_row(string id)
    {
        var row = Row["items"]!.AsArray().Single(i => (string)i!["id"]! == id)!;
        var factor = Set.Factors.Single(f => f.Id == id);
        if (!Otherwise.ContainsKey(id))
            factor.Question.Should().Be((string)row["question"]!);
        factor.Name.Should().Be((string)row["name"]!);
        factor.Hint.Should().Be((string?)row["hint"]);
        factor.MaxAgeDays.Should().Be((int?)row["maxAgeDays"]);
        factor.Choices.Should().Equal(row["choices"]?.AsArray().Select(c => (string)c!) ?? []);
        foreach (var (choice, score) in row["scores"]?.AsObject() ?? [])
            factor.Scores[choice].Should().Be((double)score!);
        foreach (var (choice, label) in row["labels"]?.AsObject() ?? [])
            factor.Labels[choice].Should().Be((string)label!);
        (factor.AskWhen is null).Should().Be(row["askWhen"] is null);
        factor.Evidence.Should().Equal(row["evidence"]!.AsArray().Select(e => (string)e!));
    }

    [Theory]
    [MemberData(nameof(Filled))]
    public void A_derivation_has_the_cases_and_bounds_of_its_row(string id)
    {
        var row = Row["derivations"]!.AsArray().Single(d => (string)d!["id"]! == id)!.AsObject();
        var entry = Derivations.Single(d => (string)d!["id"]! == id)!.AsObject();
        var cases = row["cases"]!.DeepClone().AsArray();
        foreach (var lms in cases.Select(c => c!["lms"]?.AsObject()).OfType<JsonObject>())
        {
            string table = (string)lms["table"]!;
            lms.Remove("table");
            lms["knots"] = Row["tables"]![table]!["rows"]!.DeepClone();
        }

        JsonNode.DeepEquals(entry["cases"], cases).Should().BeTrue("the cases of {0} are those of its row", id);
        JsonNode.DeepEquals(entry["items"], row["items"]).Should().BeTrue();
        ((string)entry["factor"]!).Should().Be((string)row["factor"]!);
        ((double?)entry["atLeast"], (double?)entry["atMost"]).Should().Be(((double?)row["atLeast"], (double?)row["atMost"]));
        ((string?)entry["standing"] ?? "count").Should().Be((string)row["standing"]!);
        var error = row["error"]!.AsObject();
        ((double?)entry["error"]!["sd"], (double?)entry["error"]!["cv"], (string?)entry["error"]!["basis"])
            .Should().Be(((double?)error["sd"], (double?)error["cv"], (string?)error["basis"]));
        entry["evidence"]?.AsArray().Select(e => (string)e!).Should().Equal(row["evidence"]!.AsArray().Select(e => (string)e!));
    }

    [Fact]
    public void Every_core_factor_of_the_full_picture_is_in_a_form_or_filled_from_one()
    {
        var asked = Set.Forms.SelectMany(f => f.Items).Concat(Set.Screens.SelectMany(s => s.Factors)).ToHashSet(StringComparer.Ordinal);
        foreach (var factor in Set.Factors.Where(f => f.Core))
        {
            bool filled = Set.Derivations.Any(d => d.Factor == factor.Id && d.Items.Any(asked.Contains));
            (asked.Contains(factor.Id) || filled).Should().BeTrue("{0} is part of the full picture", factor.Id);
        }

        Set.Factors.Count(f => f.Core).Should().Be(30);
    }

    private static JsonObject Parse(params string[] path) => JsonNode.Parse(File.ReadAllText(Repository.Path(path)))!.AsObject();
}
