using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>A saved assessment is read back by the service, and reads as it did; what is wrong with one is named with its place.</summary>
public class SavedAssessmentTests
{
    private static readonly ScoringService Scoring = ScoringService.Default;

    public static TheoryData<string, string?> Saved
    {
        get
        {
            var data = new TheoryData<string, string?>();
            foreach (string file in Repository.SampleProfiles)
            {
                data.Add(file, null);
                data.Add(file, "de-AT");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Saved))]
    public void It_renders_as_the_original(string profile, string? culture)
    {
        var original = Assess(profile, culture);
        foreach (var options in new[] { AssessmentJsonOptions.Default, AssessmentJsonOptions.Compact with { WithNoExpectedBenefit = true } })
        {
            var read = Scoring.ReadAssessment(original.ToJson(options));
            read.Diagnostics.Should().BeEmpty();
            var back = read.GetValueOrThrow();
            back.Culture.Should().Be(culture);
            back.ToText().Should().Be(original.ToText());
            back.ToMarkdown().Should().Be(original.ToMarkdown());
            back.ToHtml().Should().Be(original.ToHtml());
            back.ToJson().Should().Be(original.ToJson());
            Scoring.Explain(back, "acne.milk")!.ToString().Should().Be(Scoring.Explain(original, "acne.milk")!.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Saved))]
    public void The_compact_form_is_one_short_line_and_the_service_gives_back_the_rest(string profile, string? culture)
    {
        var original = Assess(profile, culture);
        string compact = original.ToJson(AssessmentJsonOptions.Compact);
        compact.TrimEnd('\n').Should().NotContain("\n");
        compact.Should().NotContain("no-expected-benefit");
        AsItsTypeIsWritten(compact, AssessmentJsonOptions.Compact).Should().Be(compact);
        var indented = AssessmentJsonOptions.Compact with { Indented = true };
        AsItsTypeIsWritten(compact, indented).Should().Be(original.ToJson(indented));
        Encoding.UTF8.GetByteCount(compact).Should().BeLessThan(40_000);
        var read = Scoring.ReadAssessment(compact);
        read.Diagnostics.Should().BeEmpty();
        read.GetValueOrThrow().ToJson().Should().Be(original.ToJson(new AssessmentJsonOptions { WithNoExpectedBenefit = false }), "nothing else is left out");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_number_is_written_in_no_form(double value)
    {
        var original = Assess(Repository.SampleProfiles[0], null);
        var changed = original with { Conditions = [original.Conditions[0] with { LogOdds = value }] };
        foreach (var options in new[] { AssessmentJsonOptions.Default, AssessmentJsonOptions.Compact })
            changed.Invoking(c => c.ToJson(options)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void The_compact_form_of_random_people_is_whole_again()
    {
        for (int set = 0; set < 20; set++)
        {
            var rules = Cases.RuleSet(set);
            var service = TwinTests.Service(rules);
            for (int i = 0; i < 10; i++)
            {
                var original = service.Assess(TwinTests.Profile(Cases.Profile(rules, i)), new AssessmentOptions { AllQuestions = i % 2 == 0 });
                string compact = original.ToJson(AssessmentJsonOptions.Compact with { WithNoExpectedBenefit = true });
                AsItsTypeIsWritten(compact, AssessmentJsonOptions.Compact).Should().Be(compact, $"rule set {set}, person {i}");
                service.ReadAssessment(compact).GetValueOrThrow().ToJson().Should().Be(original.ToJson(), $"rule set {set}, person {i}");
            }
        }
    }

    [Fact]
    public void The_compact_form_says_what_it_needs()
    {
        var original = Assess("samples/profiles/adolescent-acne.json", null);
        string compact = original.ToJson(AssessmentJsonOptions.Compact);
        var alone = AssessmentJson.Read(compact);
        alone.Success.Should().BeFalse();
        alone.Diagnostics.Should().ContainSingle().Which.Should().Match<Diagnostic>(d => d.Code == "GS0510" && d.Line == 1 && d.Hint!.Contains("ReadAssessment"));

        var document = JsonNode.Parse(compact)!;
        document["conditions"]![0]!["contributions"]![0]!["rule"] = "acne.gone";
        Scoring.ReadAssessment(document.ToJsonString()).Diagnostics.Should().ContainSingle().Which.Message.Should().Contain("acne.gone");
        document["ruleSet"]!["sha256"] = new string('0', 64);
        Scoring.ReadAssessment(document.ToJsonString()).Diagnostics.Should().ContainSingle().Which.Should().Match<Diagnostic>(d => d.Code == "GS0510" && d.Severity == DiagnosticSeverity.Error);
        document.AsObject().Remove("ruleSet");
        Scoring.ReadAssessment(document.ToJsonString()).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("GS0102");

        FluentActions.Invoking(() => (original with { Knowledge = null }).ToJson(AssessmentJsonOptions.Compact)).Should().Throw<ArgumentException>();
    }

    /// <summary>What the serializer writes of what it reads: the format is that of a type, though writing it does without its objects.</summary>
    private static string AsItsTypeIsWritten(string compact, AssessmentJsonOptions options)
    {
        var read = JsonSerializer.Deserialize(compact, AssessmentJson.CompactContext.CompactAssessment);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, options.Form))
            JsonSerializer.Serialize(writer, read, AssessmentJson.CompactContext.CompactAssessment);
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    [Fact]
    public void All_ways_of_writing_and_reading_agree()
    {
        var original = Assess("samples/profiles/psoriasis-smoker.json", "de");
        string text = AssessmentJson.Write(original);
        original.ToJson().Should().Be(text);
        var buffer = new ArrayBufferWriter<byte>();
        original.WriteTo(buffer);
        Encoding.UTF8.GetString(buffer.WrittenSpan).Should().Be(text);
        using var stream = new MemoryStream();
        original.WriteTo(stream);
        stream.ToArray().Should().Equal(buffer.WrittenSpan.ToArray());
        byte[] marked = [0xEF, 0xBB, 0xBF, .. buffer.WrittenSpan];
        Scoring.ReadAssessment(marked).GetValueOrThrow().ToJson().Should().Be(text);

        var profile = ProfileJson.Read(Repository.Profile("psoriasis-smoker")).GetValueOrThrow();
        var set = RuleSet.Create("a.b", "1.0.0", "T").Build();
        WrittenBy(profile.WriteTo, profile.WriteTo).Should().Equal(profile.ToJson(), ProfileJson.Write(profile));
        WrittenBy(set.WriteTo, set.WriteTo).Should().Equal(set.ToJson(), RuleSetJson.Write(set));
    }

    [Fact]
    public void What_a_later_minor_version_adds_is_ignored()
    {
        var original = Assess("samples/profiles/adolescent-acne.json", null);
        var document = JsonNode.Parse(original.ToJson())!;
        document["color"] = 3;
        document["triage"]!["added"] = new JsonArray(1, 2);
        document["conditions"]![0]!["shape"] = new JsonObject();
        Scoring.ReadAssessment(document.ToJsonString()).GetValueOrThrow().ToJson().Should().Be(original.ToJson());
    }

    [Fact]
    public void Another_rule_set_is_a_warning()
    {
        var document = JsonNode.Parse(Assess("samples/profiles/adolescent-acne.json", null).ToJson())!;
        document["ruleSet"]!["sha256"] = new string('0', 64);
        var read = Scoring.ReadAssessment(document.ToJsonString(), "saved.json");
        read.Success.Should().BeTrue();
        read.Diagnostics.Should().ContainSingle().Which.Code.Should().Be("GS1301");
    }

    [Theory]
    [InlineData("", "GS0001", 1, 1)]
    [InlineData("[]", "GS0103", 1, 1)]
    [InlineData("{}", "GS0102", 1, 1)]
    [InlineData("{ \"schema\": 1 }", "GS0103", 1, 13)]
    [InlineData("{ \"schema\": \"gutskin.assessment/999\" }", "GS0104", 1, 13)]
    [InlineData("{ \"schema\": \"gutskin.profile/1\" }", "GS0104", 1, 13)]
    public void What_is_no_assessment_is_told_where(string json, string code, int line, int column)
    {
        var fault = AssessmentJson.Read(json, "a.json").Diagnostics.Should().ContainSingle().Which;
        (fault.Code, fault.Line, fault.Column, fault.File).Should().Be((code, line, column, "a.json"));
    }

    [Fact]
    public void A_later_format_is_told_as_that() =>
        AssessmentJson.Read("{ \"schema\": \"gutskin.assessment/999\" }").Diagnostics.Single().Message.Should().Contain("later");

    [Fact]
    public void A_missing_part_and_a_wrong_one_are_told_where()
    {
        string text = Assess("samples/profiles/adolescent-acne.json", null).ToJson();
        var without = JsonNode.Parse(text)!.AsObject();
        without.Remove("triage");
        AssessmentJson.Read(without.ToJsonString()).Diagnostics.Should().ContainSingle().Which.Message.Should().Contain("'triage'");

        foreach (var (path, wrong) in new[] { ("enough", "3"), ("triage", "null"), ("disclaimer", "null"), ("conditions", "null"), ("conditions", "[3]"), ("ruleSet", "\"x\"") })
        {
            var changed = JsonNode.Parse(text)!.AsObject();
            changed[path] = JsonNode.Parse(wrong);
            var fault = AssessmentJson.Read(changed.ToJsonString()).Diagnostics.Should().ContainSingle(path).Which;
            fault.Code.Should().Be("GS0103");
            fault.Path.Should().StartWith($"$.{path}");
            fault.Line.Should().Be(1);
            fault.Column.Should().BeGreaterThan(1);
        }

        string word = text.Replace("\"kind\": \"skin-condition\"", "\"kind\": \"secret\"", StringComparison.Ordinal);
        var unknown = AssessmentJson.Read(word).Diagnostics.Should().ContainSingle().Which;
        unknown.Path.Should().MatchRegex(@"^\$\.conditions\[\d+\]\.kind$");
        unknown.Line.Should().BeGreaterThan(10);
        unknown.Message.Should().NotContain("secret");
    }

    [Fact]
    public void Every_truncated_assessment_is_refused()
    {
        string text = Assess("samples/profiles/almost-nothing.json", null).ToJson();
        for (int length = 0; length < text.Length - 2; length += 997)
            AssessmentJson.Read(text[..length]).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("GS0001");
    }

    [Fact]
    public void Twenty_megabytes_are_refused_without_being_read()
    {
        byte[] large = new byte[20 * 1024 * 1024];
        large.AsSpan().Fill((byte)' ');
        AssessmentJson.Read(large).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("GS0002");
    }

    [Fact]
    public void An_empty_assessment_can_be_saved()
    {
        var set = RuleSetComposer.Compose(RuleSetDocument.From(RuleSet.Create("a.b", "1.0.0", "T").Build())).GetValueOrThrow();
        var scoring = new ScoringService(set);
        var empty = scoring.Assess(PersonProfile.Create().Build());
        scoring.ReadAssessment(empty.ToJson()).GetValueOrThrow().ToText().Should().Be(empty.ToText());
    }

    private static Assessment Assess(string profile, string? culture) =>
        Scoring.Assess(ProfileJson.Read(Repository.Read(profile)).GetValueOrThrow(), new AssessmentOptions { Culture = culture });

    private static string[] WrittenBy(Action<IBufferWriter<byte>> toBuffer, Action<Stream> toStream)
    {
        var buffer = new ArrayBufferWriter<byte>();
        toBuffer(buffer);
        using var stream = new MemoryStream();
        toStream(stream);
        return [Encoding.UTF8.GetString(buffer.WrittenSpan), Encoding.UTF8.GetString(stream.ToArray())];
    }

    /// <summary>Found by fuzzing: a null in a list, and an effect said twice, threw instead of being told or taken once.</summary>
    [Theory]
    [InlineData("\"conditions\":[", "\"conditions\":[null,", false)]
    [InlineData("\"recommendations\":[", "\"recommendations\":[null,", false)]
    [InlineData("\"effects\":[{\"condition\":\"acne\",\"lever\"", "\"effects\":[{\"condition\":\"acne\",\"lever\":1},{\"condition\":\"acne\",\"lever\"", true)]
    [InlineData("\"rule\":\"acne.milk\",", "", false)]
    [InlineData("\"score\":41.557608217838926", "\"score\":1e999", false)]
    public void A_list_with_nothing_or_the_same_twice_is_told_or_read(string old, string changed, bool isRead)
    {
        foreach (string version in (string[])["assessment.json", "assessment-compact.json"])
        {
            var scoring = new ScoringService(GutSkin.Core.RuleSets.RuleSetComposer.Compose(GutSkin.Core.RuleSets.RuleSetJson.Read(Repository.Read("tests/released/1.0.0/ruleset.json"))).GetValueOrThrow());
            string text = System.Text.Json.Nodes.JsonNode.Parse(Repository.Read($"tests/released/1.0.0/{version}"))!.ToJsonString();
            if (version == "assessment-compact.json")
                text.Should().Contain(old);
            else if (isRead)
                continue;
            var read = scoring.ReadAssessment(text.Replace(old, changed, StringComparison.Ordinal));
            read.Success.Should().Be(isRead && version == "assessment-compact.json", "{0}: {1}", version, string.Join('\n', read.Diagnostics));
        }

        AuditRecord.Read(Repository.Read("tests/released/1.0.0/audit.json").Replace("\"engine\": \"1.0.0\"", "\"engine\": null", StringComparison.Ordinal)).Should().BeNull();
    }
}
