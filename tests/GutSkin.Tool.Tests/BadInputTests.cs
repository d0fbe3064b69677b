using System.Text;

namespace GutSkin.Tool.Tests;

/// <summary>Bad input gives a list of diagnostics and exit status 1; no stack trace, no half-written output, no value of a person.</summary>
public sealed class BadInputTests
{
    private const string Secret = "77123.4375";

    public static TheoryData<string, string> Profiles => new()
    {
        { "{", "GS0001" },
        { "", "GS0001" },
        { "[]", "GS0103" },
        { """{ "observations": { "diet.fiber": 77123.4375 } """, "GS0001" },
        { """{ "observations": { "diet.fiber": 77123.4375 } }""", "GS0504" },
        { """{ "observations": { "diet.fiber": { "value": 77123.4375, "unit": "oz" } } }""", "GS0505" },
        { """{ "observations": { "person.pregnant": 77123.4375 } }""", "GS0503" },
        { """{ "observations": { "diet.fibre": 77123.4375 } }""", "GS0501" },
        { """{ "observations": { "diet.fiber": 1, "diet.fiber": 77123.4375 } }""", "GS0105" },
        { """{ "observations": { "diet.fiber": 1e999 } }""", "GS0106" },
        { """{ "observations": { "diet.fiber": NaN } }""", "GS0001" },
        { """{ "asOf": "2026-11-20", "observations": { "diet.fiber": { "value": 77123.4375, "on": "2027-01-01" } } }""", "GS0506" },
        { """{ "asOf": "20.11.2026" }""", "GS0110" },
        { """{ "concerns": ["acne"] }""", "GS0502" },
        { """{ "screened": ["emergencies"] }""", "GS0203" },
        { """{ "nmae": "x" }""", "GS0101" },
    };

    [Theory]
    [MemberData(nameof(Profiles))]
    public void A_bad_profile_is_refused_with_its_code_and_place(string profile, string code)
    {
        var outcome = Programs.GutskinWithInput(Encoding.UTF8.GetBytes(profile), "assess", "-", "--format", "json");

        ShouldBeRefused(outcome, code);
        outcome.Error.Should().MatchRegex($@"stdin\(\d+,\d+\): error {code}: ");
        outcome.Error.Should().NotContain(Secret).And.NotContain("77123");
    }

    [Fact]
    public void A_document_of_20_megabytes_is_refused_for_its_size()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("large.json", "{\"x-note\":\"" + new string('a', 20_000_000) + "\"}");

        ShouldBeRefused(Programs.Gutskin("assess", file), "GS0002");
        ShouldBeRefused(Programs.Gutskin("lint", file), "GS0002", onOutput: true);
    }

    [Fact]
    public void A_document_10_000_levels_deep_is_refused_for_its_depth()
    {
        string deep = "{\"x-note\":" + new string('[', 10_000) + new string(']', 10_000) + "}";

        ShouldBeRefused(Programs.GutskinWithInput(Encoding.UTF8.GetBytes(deep), "assess", "-"), "GS0003");
        ShouldBeRefused(Programs.GutskinWithInput(Encoding.UTF8.GetBytes(deep), "lint", "-"), "GS0003", onOutput: true);
    }

    [Fact]
    public void An_endless_input_is_not_read_to_its_end()
    {
        if (!File.Exists("/dev/zero"))
            return;

        ShouldBeRefused(Programs.Gutskin("assess", "/dev/zero"), "GS0002");
    }

    [Fact]
    public void Every_truncation_of_a_profile_is_refused_or_read_and_never_crashes()
    {
        byte[] whole = File.ReadAllBytes(Repository.Path("samples/profiles/laboratory-values.json"));
        foreach (int length in (int[])[1, 2, 17, whole.Length / 3, whole.Length / 2, whole.Length - 3, whole.Length - 2])
            ShouldBeRefused(Programs.GutskinWithInput(whole[..length], "assess", "-"), "GS0001");
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused()
    {
        byte[] bytes = [.. "{ \"id\": \""u8, 0xFF, 0xFE, .. "\" }"u8];

        ShouldBeRefused(Programs.GutskinWithInput(bytes, "assess", "-"), "GS0001");
    }

    [Fact]
    public void An_overlay_cannot_remove_a_locked_safety_rule()
    {
        using var folder = new TemporaryFolder();
        using var shown = System.Text.Json.JsonDocument.Parse(Programs.Gutskin("show", "--format", "json").Bytes);
        string locked = shown.RootElement.GetProperty("ruleSet").GetProperty("safety").EnumerateArray()
            .First(s => s.TryGetProperty("locked", out var l) && l.GetBoolean()).GetProperty("id").GetString()!;
        string overlay = folder.Write("overlay.json", $$"""
            { "id": "loose", "version": "1.0.0", "title": "t", "extends": [{ "id": "gutskin.evidence" }], "remove": { "safety": ["{{locked}}"] } }
            """);

        ShouldBeRefused(Programs.Gutskin("assess", "samples/profiles/almost-nothing.json", "--rules", overlay), "GS0412");
        ShouldBeRefused(Programs.Gutskin("lint", overlay), "GS0412", onOutput: true);
        ShouldBeRefused(Programs.Gutskin("show", "--rules", overlay), "GS0412");
    }

    private static void ShouldBeRefused(Outcome outcome, string code, bool onOutput = false)
    {
        outcome.ExitCode.Should().Be(1, outcome.ToString());
        (onOutput ? outcome.Output : outcome.Error).Should().Contain($"error {code}: ");
        if (!onOutput)
            outcome.Bytes.Should().BeEmpty();
        outcome.Error.Should().NotContain("   at ").And.NotContain("Exception");
    }
}
