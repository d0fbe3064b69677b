using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using GutSkin.Core.Json;
using GutSkin.Core.RuleSets;
using GutSkin.Core.RuleSets.Format;
using GutSkin.Core.Tests.RuleSets.Composing;
using GutSkin.Core.Values;

namespace GutSkin.Core.Tests.Json;

/// <summary>System.Text.Json gives the documented form of every type, by its default options as by those of the web, and reads it back.</summary>
public class SystemTextJsonTests
{
    public static TheoryData<string> AllOptions => new() { "default", "web", "indented" };

    [Theory]
    [MemberData(nameof(AllOptions))]
    public void A_profile_comes_back_as_it_was(string name)
    {
        var options = OptionsOf(name);
        foreach (string file in Repository.SampleProfiles)
        {
            string text = Repository.Read(file);
            var profile = JsonSerializer.Deserialize<PersonProfile>(text, options)!;
            ProfileJson.Write(profile).Should().Be(ProfileJson.Write(ProfileJson.Read(text).GetValueOrThrow()));
            string written = JsonSerializer.Serialize(profile, options);
            ProfileJson.Read(written).GetValueOrThrow().ToJson().Should().Be(profile.ToJson());
        }
    }

    [Theory]
    [MemberData(nameof(AllOptions))]
    public void A_rule_set_and_each_of_its_entries_come_back_as_they_were(string name)
    {
        var options = OptionsOf(name);
        var set = RuleSetJson.Read(LintBase.Json).RuleSet!;
        RuleSetJson.Write(Again(set)).Should().Be(RuleSetJson.Write(set));
        RuleSetJson.Write(Again(BuiltInRuleSet.Resolved.Data)).Should().Be(RuleSetJson.Write(BuiltInRuleSet.Resolved.Data));

        var rebuilt = set with
        {
            Model = Again(set.Model!),
            Mechanisms = [.. set.Mechanisms.Select(Again)],
            Conditions = [.. set.Conditions.Select(Again)],
            Factors = [.. set.Factors.Select(Again)],
            Forms = [.. set.Forms.Select(Again)],
            Derivations = [.. set.Derivations.Select(Again)],
            Traits = [.. set.Traits.Select(Again)],
            Evidence = [.. set.Evidence.Select(Again)],
            Rules = [.. set.Rules.Select(r => Again(r) with { When = r.When is null ? null : Again(r.When), Effect = Again(r.Effect), Curve = r.Curve is null ? null : Again(r.Curve) })],
            Interventions = [.. set.Interventions.Select(Again)],
            Safety = [.. set.Safety.Select(Again)],
            Screens = [.. set.Screens.Select(Again)],
            Considered = [.. set.Considered.Select(Again)],
            Products = [.. set.Products.Select(Again)],
            Tests = [.. set.Tests.Select(Again)],
        };
        RuleSetJson.Write(rebuilt).Should().Be(RuleSetJson.Write(set));

        T Again<T>(T value) => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, options), options)!;
    }

    [Fact]
    public void All_factors_can_be_answered_by_a_web_endpoint()
    {
        using var written = JsonDocument.Parse(JsonSerializer.Serialize(BuiltInRuleSet.Resolved.Data.Factors, JsonSerializerOptions.Web));
        written.RootElement.GetArrayLength().Should().Be(BuiltInRuleSet.Resolved.Data.Factors.Length);
        written.RootElement.EnumerateArray().First(f => f.GetProperty("id").GetString() == "person.sex").GetProperty("kind").GetString().Should().Be("choice");
        using var resolved = JsonDocument.Parse(JsonSerializer.Serialize(BuiltInRuleSet.Resolved));
        resolved.RootElement.GetProperty("id").GetString().Should().Be(BuiltInRuleSet.Id);
    }

    [Fact]
    public void What_is_wrong_is_said_with_its_place_and_without_a_value()
    {
        var error = FluentActions.Invoking(() => JsonSerializer.Deserialize<PersonProfile>("""
            { "observations": { "person.age": [1], "diet.milk": { "value": 7.5, "unti": "L" } },
              "concern": ["rosacea"] }
            """)).Should().Throw<JsonException>().Which;
        error.Message.Should().Contain("(1,35)").And.Contain("GS0103").And.Contain("'unti'").And.Contain("Did you mean 'concerns'?").And.NotContain("7.5");
        FluentActions.Invoking(() => JsonSerializer.Deserialize<Factor>("{ \"id\": \"a\" }")).Should().Throw<JsonException>().WithMessage("*no 'kind'*");
        FluentActions.Invoking(() => JsonSerializer.Deserialize<ResolvedRuleSet>("{}")).Should().Throw<NotSupportedException>();
    }

    [Theory]
    [InlineData("3.5")]
    [InlineData("true")]
    [InlineData("\"dry\"")]
    public void An_answer_is_a_plain_value(string json)
    {
        var value = JsonSerializer.Deserialize<FactorValue>(json);
        JsonSerializer.Serialize(value).Should().Be(json);
        JsonSerializer.Serialize(new { Value = (FactorValue?)value }).Should().Be($"{{\"Value\":{json}}}");
        FluentActions.Invoking(() => JsonSerializer.Deserialize<FactorValue>("[1]")).Should().Throw<JsonException>();
    }

    [Fact]
    public void An_effect_that_is_none_is_a_json_exception()
    {
        foreach (string json in new[] { "3", "{}", "{ \"oddsRatio\": \"2\" }", "{ \"oddsRatio\": 2, \"ci95\": [1] }", "{ \"oddsRatio\": 2, \"basis\": 4 }" })
            FluentActions.Invoking(() => JsonSerializer.Deserialize<Effect>(json)).Should().Throw<JsonException>(json);
    }

    [Fact]
    public void Every_public_enumeration_is_a_documented_word()
    {
        // Those of an assessment get their words from its own context.
        Type[] ofAssessments = [typeof(QuestionReason), typeof(RecommendationStatus), typeof(SafetyState), typeof(TriageLevel)];
        foreach (var type in typeof(Factor).Assembly.GetExportedTypes().Where(t => t.IsEnum).Except(ofAssessments))
        {
            type.GetCustomAttribute<JsonConverterAttribute>().Should().NotBeNull("{0} would be a number in JSON", type.Name);
            foreach (object value in Enum.GetValues(type))
                JsonSerializer.Serialize(value, type).Should().MatchRegex("^\"[a-z0-9]+(-[a-z0-9]+)*\"$");
            FluentActions.Invoking(() => JsonSerializer.Deserialize("0", type)).Should().Throw<JsonException>("a number says nothing");
        }
    }

    [Fact]
    public void The_words_are_those_of_rule_sets()
    {
        foreach (var field in typeof(Keywords).GetFields().Where(f => f.FieldType.IsGenericType && f.Name != nameof(Keywords.Measure)))
        {
            if (field.GetValue(null) is not KeywordTable table)
                continue;
            var type = field.FieldType.GetGenericArguments()[0];
            Enum.GetValues(type).Cast<object>().Select(v => JsonSerializer.Serialize(v, type).Trim('"')).Should().BeEquivalentTo(table.Words, type.Name);
        }
    }

    private static JsonSerializerOptions OptionsOf(string name) => name switch
    {
        "web" => JsonSerializerOptions.Web,
        "indented" => new JsonSerializerOptions { WriteIndented = true },
        _ => JsonSerializerOptions.Default,
    };
}
