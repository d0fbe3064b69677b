using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;

namespace GutSkin.Core.Tests.Profiles;

public class ProfileJsonTests
{
    private const string Example = """
        { "$schema": "gutskin-profile-1.schema.json", "id": "p-1", "asOf": "2026-11-20T08:00:00Z", "concerns": ["acne-vulgaris", "rosacea", "acne-vulgaris"],
          "screened": ["red-flags", { "id": "allergies", "on": "2026-06-01" }], "x-note": { "free": [1] },
          "observations": { "diet.fiber": 12, "person.pregnant": false, "skincare.cleanser": "soap", "diet.milk": null,
                            "lab.vitamin-d": { "value": 18, "unit": "ng/mL", "on": "2026-09-01", "source": "lab" },
                            "lifestyle.perceived-stress": { "declined": true, "on": "2026-09-02 10:00", "source": "person" } } }
        """;

    [Fact]
    public void ReadsEverything()
    {
        var profile = ProfileJson.Read(Example).GetValueOrThrow();
        profile.Id.Should().Be("p-1");
        profile.AsOf.Should().Be(new DateOnly(2026, 11, 20));
        profile.Concerns.Should().Equal("acne-vulgaris", "rosacea");
        profile.Screened.Should().Equal(new ScreenAnswer("red-flags"), new ScreenAnswer("allergies", new DateOnly(2026, 6, 1)));
        profile.Observations.Should().HaveCount(5).And.NotContainKey("diet.milk");
        profile.Observations["diet.fiber"].Value.Should().Be(FactorValue.Number(12));
        profile.Observations["person.pregnant"].Value.Should().Be(FactorValue.Boolean(false));
        profile.Observations["skincare.cleanser"].Value.Should().Be(FactorValue.Choice("soap"));
        var vitamin = profile.Observations["lab.vitamin-d"];
        (vitamin.Value, vitamin.Unit, vitamin.On, vitamin.Source, vitamin.IsDeclined)
            .Should().Be((FactorValue.Number(18), "ng/mL", new DateOnly(2026, 9, 1), "lab", false));
        var stress = profile.Observations["lifestyle.perceived-stress"];
        (stress.Value, stress.On, stress.Source, stress.IsDeclined).Should().Be((null, new DateOnly(2026, 9, 2), "person", true));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"observations\": {}}")]
    [InlineData("{\"observations\": {\"a\": \"NaN\"}}")]
    [InlineData("{\"observations\": {\"a\": {\"declined\": false, \"value\": 1}}}")]
    [InlineData("{\"observations\": {\"a\": {\"value\": 1, \"on\": \"2026-11-20\"}}, \"asOf\": \"2026-11-20\"}")]
    [InlineData("{\"observations\": {\"a\": {\"value\": 1, \"on\": \"2999-01-01\"}}}")]
    public void NothingIsRequired(string text) => ProfileJson.Read(text).Diagnostics.Should().BeEmpty();

    [Theory]
    [InlineData("[]", "GS0103", 1, 1, "$")]
    [InlineData("\"a\"", "GS0103", 1, 1, "$")]
    [InlineData("{\"asof\": \"2026-11-20\"}", "GS0101", 1, 2, "$.asof")]
    [InlineData("{\"asOf\": \"20.11.2026\"}", "GS0110", 1, 10, "$.asOf")]
    [InlineData("{\"asOf\": \"2026-02-30\"}", "GS0110", 1, 10, "$.asOf")]
    [InlineData("{\"asOf\": \"2026-02-03Z\"}", "GS0110", 1, 10, "$.asOf")]
    [InlineData("{\"asOf\": null}", "GS0103", 1, 10, "$.asOf")]
    [InlineData("{\"id\": 7}", "GS0103", 1, 8, "$.id")]
    [InlineData("{\"concerns\": \"a\"}", "GS0103", 1, 14, "$.concerns")]
    [InlineData("{\"concerns\": [\"a\", 3]}", "GS0103", 1, 20, "$.concerns[1]")]
    [InlineData("{\"screened\": [true]}", "GS0103", 1, 15, "$.screened[0]")]
    [InlineData("{\"screened\": [{\"on\": \"2026-01-01\"}]}", "GS0102", 1, 15, "$.screened[0]")]
    [InlineData("{\"asOf\": \"2026-01-01\", \"screened\": [{\"id\": \"a\", \"on\": \"2026-01-02\"}]}", "GS0506", 1, 55, "$.screened[0].on")]
    [InlineData("{\"observations\": []}", "GS0103", 1, 18, "$.observations")]
    [InlineData("{\"observations\": {\"diet.fiber\": [1]}}", "GS0103", 1, 33, "$.observations['diet.fiber']")]
    [InlineData("{\"observations\": {\"a\": 1e999}}", "GS0106", 1, 24, "$.observations.a")]
    [InlineData("{\"observations\": {\"a\": {\"value\": -1e999}}}", "GS0106", 1, 34, "$.observations.a.value")]
    [InlineData("{\"observations\": {\"a\": 1, \"b\": 2, \"\\u0061\": 3}}", "GS0105", 1, 35, "$.observations.a")]
    [InlineData("{\"observations\": {\"a\": {}}}", "GS0102", 1, 24, "$.observations.a")]
    [InlineData("{\"observations\": {\"a\": {\"value\": null}}}", "GS0103", 1, 34, "$.observations.a.value")]
    [InlineData("{\"observations\": {\"a\": {\"value\": 1, \"units\": \"g\"}}}", "GS0101", 1, 37, "$.observations.a.units")]
    [InlineData("{\"observations\": {\"a\": {\"declined\": true, \"value\": 1}}}", "GS0326", 1, 52, "$.observations.a.value")]
    [InlineData("{\"observations\": {\"a\": {\"declined\": true, \"value\": null}}}", "GS0326", 1, 52, "$.observations.a.value")]
    [InlineData("{\"observations\": {\"a\": {\"declined\": true, \"unit\": \"g\"}}}", "GS0326", 1, 51, "$.observations.a.unit")]
    [InlineData("{\"observations\": {\"a\": {\"declined\": \"yes\", \"value\": 1}}}", "GS0103", 1, 37, "$.observations.a.declined")]
    [InlineData("{\"asOf\": \"2026-01-01\",\n\"observations\": {\"a\": {\"value\": 1, \"on\": \"2026-01-02\"}}}", "GS0506", 2, 42, "$.observations.a.on")]
    public void FaultsStandWhereTheyAre(string text, string code, int line, int column, string path)
    {
        var result = ProfileJson.Read(text, "p.json");
        result.Value.Should().BeNull();
        var found = result.Diagnostics.Should().ContainSingle().Subject;
        (found.Code, found.Line, found.Column, found.Path, found.File).Should().Be((code, line, column, path, "p.json"));
    }

    [Fact]
    public void MessagesNeverShowAnAnswer()
    {
        const string Text = """
            { "asOf": "secret1", "concerns": [4711], "screened": [4711, {"id": 4711}],
              "observations": { "a": { "value": ["secret2"], "unit": 4711, "on": "secret3", "declined": "secret4" }, "b": ["secret5"], "c": 4711e999 } }
            """;
        var diagnostics = ProfileJson.Read(Text).Diagnostics;
        diagnostics.Should().HaveCount(10);
        string.Join('\n', diagnostics).Should().NotContain("secret").And.NotContain("4711");
    }

    [Fact]
    public void WhatIsWrittenReadsBackTheSame()
    {
        var profile = ProfileJson.Read(Example).GetValueOrThrow();
        string text = ProfileJson.Write(profile);
        text.Should().Be("""
            {
              "id": "p-1",
              "asOf": "2026-11-20",
              "concerns": ["acne-vulgaris", "rosacea"],
              "screened": ["red-flags", { "id": "allergies", "on": "2026-06-01" }],
              "observations": {
                "diet.fiber": 12,
                "lab.vitamin-d": { "value": 18, "unit": "ng/mL", "on": "2026-09-01", "source": "lab" },
                "lifestyle.perceived-stress": { "on": "2026-09-02", "source": "person", "declined": true },
                "person.pregnant": false,
                "skincare.cleanser": "soap"
              }
            }

            """.ReplaceLineEndings("\n"));
        ProfileJson.Write(ProfileJson.Read(text).GetValueOrThrow()).Should().Be(text);
        ProfileJson.Write(PersonProfile.Create().Build()).Should().Be("{}\n");
    }

    [Fact]
    public void AConcernThatStandsTwiceCountsOnceAndAScreenIsKeptForTheCheck()
    {
        const string Text = """{ "concerns": ["a", "a", "b"], "screened": ["s", "t", { "id": "s", "on": "2026-01-01" }] }""";
        var profile = ProfileJson.Read(Text).GetValueOrThrow();
        profile.Concerns.Should().Equal("a", "b");
        profile.Screened.Should().Equal(new ScreenAnswer("s"), new ScreenAnswer("t"), new ScreenAnswer("s", new DateOnly(2026, 1, 1)));
        profile.Source!.Locate(null, ["concerns", 1]).Path.Should().Be("$.concerns[2]");
        profile.Source.Locate(null, ["screened", 2, "id"]).Path.Should().Be("$.screened[2].id");
    }

    [Fact]
    public void ANumberThatIsNotFiniteIsNotWritten()
    {
        var act = () => ProfileJson.Write(PersonProfile.Create().With("a", double.PositiveInfinity).Build());
        act.Should().Throw<ArgumentException>().Which.Message.Should().NotContain("Infinity");
    }

    [Fact]
    public void PartsAreFoundAgain()
    {
        var source = ProfileJson.Read(Example).GetValueOrThrow().Source!;
        source.Locate(null, ["observations", "lab.vitamin-d", "unit"]).Path.Should().Be("$.observations['lab.vitamin-d'].unit");
        var name = source.Locate(null, ["observations", "diet.fiber", JsonSourceMap.NameOf]);
        (name.Line, name.Column).Should().Be((3, 21));
        source.Locate(null, ["concerns", 1]).Path.Should().Be("$.concerns[1]");
    }
}
