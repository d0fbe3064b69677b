using GutSkin.Core.Instruments;
using GutSkin.Core.Diagnostics;

namespace GutSkin.Core.Tests.Instruments;

/// <summary>What is wrong is named with what is allowed; no number is made up, and no answer is repeated.</summary>
public sealed class BadAnswerTests
{
    private const string Week = """{ "hives": [1,1,1,1,1,1,1], "itch": [1,1,1,1,1,1,1] }""";

    [Theory]
    [InlineData("poem", """{ "itch": 5, "sleepDisturbed": 0, "bleeding": 0, "weeping": 0, "cracked": 0, "flaking": 0, "dryRough": 0 }""", "GS0704", "'itch' is out of range. Allowed: whole numbers from 0 to 4.", "$.itch")]
    [InlineData("poem", """{ "itch": -1, "sleepDisturbed": 0, "bleeding": 0, "weeping": 0, "cracked": 0, "flaking": 0, "dryRough": 0 }""", "GS0704", "'itch' is out of range. Allowed: whole numbers from 0 to 4.", "$.itch")]
    [InlineData("poem", """{ "itch": 1e400, "sleepDisturbed": 0, "bleeding": 0, "weeping": 0, "cracked": 0, "flaking": 0, "dryRough": 0 }""", "GS0704", "'itch' is out of range. Allowed: whole numbers from 0 to 4.", "$.itch")]
    [InlineData("poem", """{ "itch": 1.5, "sleepDisturbed": 0, "bleeding": 0, "weeping": 0, "cracked": 0, "flaking": 0, "dryRough": 0 }""", "GS0705", "'itch' lies between its steps. Allowed: whole numbers from 0 to 4.", "$.itch")]
    [InlineData("poem", """{ "sleepDisturbed": 0, "bleeding": 0, "weeping": 0, "cracked": 0, "flaking": 0, "dryRough": 0 }""", "GS0706", "'itch' is missing. Allowed: whole numbers from 0 to 4.", "$")]
    [InlineData("poem", """{ "itch": null, "sleepDisturbed": 0, "bleeding": 0, "weeping": 0, "cracked": 0, "flaking": 0, "dryRough": 0 }""", "GS0706", "'itch' is missing. Allowed: whole numbers from 0 to 4.", "$")]
    [InlineData("poem", """{ "itch": "3", "sleepDisturbed": 0, "bleeding": 0, "weeping": 0, "cracked": 0, "flaking": 0, "dryRough": 0 }""", "GS0103", "'itch' must be a number. Leave the quotes out. Allowed: whole numbers from 0 to 4.", "$.itch")]
    [InlineData("poem", """{ "itch": [3], "sleepDisturbed": 0, "bleeding": 0, "weeping": 0, "cracked": 0, "flaking": 0, "dryRough": 0 }""", "GS0103", "'itch' must be a number. Allowed: whole numbers from 0 to 4.", "$.itch")]
    [InlineData("poem", """{ "itch": {}, "sleepDisturbed": 0, "bleeding": 0, "weeping": 0, "cracked": 0, "flaking": 0, "dryRough": 0 }""", "GS0103", "'itch' must be a number. Allowed: whole numbers from 0 to 4.", "$.itch")]
    [InlineData("poem", """{ "itch": 1, "itsh": 2, "sleepDisturbed": 0, "bleeding": 0, "weeping": 0, "cracked": 0, "flaking": 0, "dryRough": 0 }""", "GS0703", "poem has no item 'itsh'. Did you mean 'itch'?", "$.itsh")]
    [InlineData("poem", """{ "itch": 1, "itch": 2, "sleepDisturbed": 0, "bleeding": 0, "weeping": 0, "cracked": 0, "flaking": 0, "dryRough": 0 }""", "GS0105", null, "$.itch")]
    [InlineData("hurley", """{ "abscess": 1, "tunnelsOrScarring": false, "diffuseOrInterconnected": false }""", "GS0103", "'abscess' must be true or false. Allowed: true or false.", "$.abscess")]
    [InlineData("bmi", """{ "weightKg": 70, "heightM": 175 }""", "GS0704", "'heightM' is out of range. Allowed: 0.8 to 2.6.", "$.heightM")]
    [InlineData("bmi", """{ "weightKg": 20, "heightM": 2.5 }""", "GS0704", "The answers give a total of bmi outside 5 to 150. Check the numbers and their units.", "$")]
    [InlineData("bmi", """[70, 1.75]""", "GS0103", null, "$")]
    [InlineData("bmi", """{ "weightKg": 70, """, "GS0001", null, "$")]
    [InlineData("iga-acne", """{ "baseline": 3 }""", "GS0706", "'followUp' is missing. Allowed: whole numbers from 0 to 4.", "$")]
    [InlineData("iga-acne", """{ }""", "GS0706", "'grade' is missing. Allowed: whole numbers from 0 to 4.", "$")]
    [InlineData("uas7", """{ "hives": [1,1,1,1,1,1,1,1], "itch": [1,1,1,1,1,1,1] }""", "GS0703", null, "$.hives[7]")]
    [InlineData("uas7", """{ "hives": [1,1,1,1,1,1,4], "itch": [1,1,1,1,1,1,1] }""", "GS0704", "'day7.hives' is out of range. Allowed: whole numbers from 0 to 3.", "$.hives[6]")]
    public void A_fault_is_named_with_its_place_and_what_is_allowed(string id, string json, string code, string? message, string path)
    {
        var result = Find(id).Read(json, file: "answers.json");

        result.Value.Should().BeNull();
        var fault = result.Diagnostics.Should().ContainSingle().Subject;
        fault.Code.Should().Be(code);
        fault.Path.Should().Be(path);
        fault.File.Should().Be("answers.json");
        fault.Line.Should().Be(1);
        if (message is not null)
            $"{fault.Message} {fault.Hint}".Should().Be(message);
    }

    [Fact]
    public void A_child_without_an_age_has_no_score()
    {
        var region = new EasiRegion(1, 1, 1, 1, 2);

        var result = Easi.Score(new EasiInput(null, region, region, region, region));

        result.Value.Should().BeNull();
        var fault = result.Diagnostics.Should().ContainSingle().Subject;
        fault.Message.Should().Be("'ageYears' is missing.");
        fault.Hint.Should().Contain("Children under eight");
    }

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        var result = Find("easi").Read("""{ "ageYears": 30, "head": { "erythema": 2.25, "induration": 4, "excoriation": "2", "hair": 1 } }""");

        result.Diagnostics.Select(d => d.Code).Should().Contain(["GS0705", "GS0704", "GS0103", "GS0703"]);
        result.Diagnostics.Count(d => d.Code == "GS0706").Should().Be(17, "of 21 items one age and three signs are given");
        InstrumentDiagnostics.WordFor(result.Diagnostics).Should().Be("invalid");
    }

    [Fact]
    public void A_map_is_checked_as_a_text_is()
    {
        var result = Find("bmi").Score(new Dictionary<string, decimal> { ["weightKg"] = 1000, ["height"] = 1.8m });

        result.Value.Should().BeNull();
        result.Diagnostics.Select(d => (d.Code, d.Path)).Should().BeEquivalentTo([("GS0703", "$['height']"), ("GS0704", "$['weightKg']"), ("GS0706", "$")]);
    }

    [Fact]
    public void Dots_may_be_written_out_or_nested_but_not_both()
    {
        Find("uas7").Read(Week).GetValueOrThrow().Score.Should().Be(14);
        string flat = string.Join(", ", Enumerable.Range(1, 7).Select(d => $"\"day{d}.hives\": 1, \"day{d}\": {{ \"itch\": 1 }}"));
        Find("uas7").Read($"{{ {flat} }}").GetValueOrThrow().Score.Should().Be(14);
        Find("uas7").Read($"{{ {flat}, \"hives\": [1] }}").Diagnostics.Should().ContainSingle(d => d.Code == "GS0105");
    }

    [Fact]
    public void A_percentage_that_contradicts_its_area_score_is_refused()
    {
        var region = new PasiRegion(1, 1, 1, 2, 25);

        var result = Pasi.Score(new PasiInput(region, region, region, region with { AreaPercent = 30 }));

        result.Diagnostics.Should().ContainSingle().Which.Message.Should().Be("'lower.areaScore' and 'lower.areaPercent' do not agree.");
    }

    [Fact]
    public void Signs_without_an_area_are_a_warning()
    {
        var region = new PasiRegion(1, 1, 1, 2);

        var result = Pasi.Score(new PasiInput(region with { AreaScore = 0 }, region, region, region with { Erythema = 0, Induration = 0, Desquamation = 0 }));

        result.Success.Should().BeTrue();
        result.Diagnostics.Select(d => (d.Code, d.Severity)).Should().Equal(("GS1401", DiagnosticSeverity.Warning), ("GS1401", DiagnosticSeverity.Warning));
        Hurley.Score(new HurleyInput(false, true, false)).Diagnostics.Should().ContainSingle(d => d.Code == "GS1401");
    }

    [Theory]
    [InlineData("easy", "Did you mean 'easi'?")]
    [InlineData("pss10", "Did you mean 'pss-10'?")]
    [InlineData("something-else-entirely", "There are: easi, ")]
    public void An_instrument_that_does_not_exist_names_the_nearest(string id, string hint)
    {
        var result = InstrumentCatalog.Find(id);

        result.Value.Should().BeNull();
        var fault = result.Diagnostics.Should().ContainSingle().Subject;
        fault.Code.Should().Be("GS0701");
        fault.Hint.Should().StartWith(hint);
    }

    [Fact]
    public void A_band_set_that_does_not_exist_is_refused_and_one_may_be_named_by_its_source()
    {
        var input = new ScoradInput(45, 2, 2, 1, 2, 1, 1, 5.5m, 4);

        Scorad.Score(input, "20-40").Diagnostics.Should().ContainSingle().Which.Hint.Should().Be("It has: 25-50, 10-29-49.");
        Scorad.Score(input, "ad-scales-table").GetValueOrThrow().BandSet.Should().Be("10-29-49");
        Scorad.Score(input, "10-29-49").GetValueOrThrow().Band.Should().Be("severe");
    }

    [Fact]
    public void No_message_repeats_an_answer()
    {
        foreach (var instrument in InstrumentCatalog.All)
        {
            var answers = instrument.Items.ToDictionary(i => i.Id, _ => 98765.4321m);
            var result = instrument.Score(answers);
            result.Value.Should().BeNull();
            result.Diagnostics.Select(d => d.ToString()).Should().NotContain(text => text.Contains("98765", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_code_is_described_once_and_in_order() =>
        InstrumentDiagnostics.All.Select(d => d.Code).Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems()
            .And.NotIntersectWith(DiagnosticCodes.All.Select(d => d.Code));

    private static Instrument Find(string id) => InstrumentCatalog.Find(id).GetValueOrThrow();
}
