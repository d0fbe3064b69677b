using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.RuleSets.Format;

namespace GutSkin.Core.Tests.Json;

public class JsonSourceMapTests
{
    [Fact]
    public void EveryEntryIsFound()
    {
        var set = RuleSetJson.Read(FullRuleSet.Json, "f.json").RuleSet!;
        var source = set.Source!;
        source.File.Should().Be("f.json");
        Path(null, []).Should().Be("$");
        Path(null, ["model", "bands", 1, "below"]).Should().Be("$.model.bands[1].below");
        Path(set.Factors[1], ["choices", 2]).Should().Be("$.factors[1].choices[2]");
        Path(set.Rules[0], ["curve", 1, 0]).Should().Be("$.rules[0].curve[1][0]");
        Path(set.Rules[1], ["levels", "soap"]).Should().Be("$.rules[1].levels.soap");
        Path(set.Rules[0], ["effect", "ci95", 1]).Should().Be("$.rules[0].effect.ci95[1]");
        Path(set.Rules[0].Effect, ["basis"]).Should().Be("$.rules[0].effect.basis");
        Path(set.Rules[0].When, ["all", 0, "atLeast"]).Should().Be("$.rules[0].when.all[0].atLeast");
        Path(set.Interventions[0].Effects[1], ["sd"]).Should().Be("$.interventions[0].effects[1].sd");
        Path(set.Tests[0], ["profile", "observations", "diet.milk"]).Should().Be("$.tests[0].profile.observations['diet.milk']");
        set.Tests[0].Profile.Source!.Locate(null, ["observations", "diet.milk"]).Path.Should().Be("$.tests[0].profile.observations['diet.milk']");

        // The nearest part above where there is none.
        Path(set.Rules[1], ["curve", 1]).Should().Be("$.rules[1]");
        Path(set.Rules[0], ["curve", 7, 1]).Should().Be("$.rules[0].curve");
        Path(new object(), ["id"]).Should().Be("$");

        string Path(object? entry, object[] path) => source.Locate(entry, path).Path;
    }

    [Fact]
    public void LinesAndColumnsAreThoseOfTheText()
    {
        var set = RuleSetJson.Read("{ \"id\": \"a\",\r\n\t\"title\": \"😀\", \"factors\": [\r  { \"id\": \"f\" } ] }").RuleSet!;
        Place(null, ["title"]).Should().Be((2, 11));
        Place(null, ["factors"]).Should().Be((2, 28));
        Place(set.Factors[0], []).Should().Be((3, 3));
        Place(set.Factors[0], ["id"]).Should().Be((3, 11));
        Place(set.Factors[0], ["id", JsonSourceMap.NameOf]).Should().Be((3, 5));

        (int, int) Place(object? entry, object[] path)
        {
            var found = set.Source!.Locate(entry, path);
            return (found.Line, found.Column);
        }
    }

    [Fact]
    public void WhatIsBrokenIsKnownAtAboveAndBelow()
    {
        var set = RuleSetJson.Read(FullRuleSet.With("""
            "factors": [ { "id": "F", "kind": "number", "min": "x", "reference": { "low": "y", "high": 2 }, "choises": ["a"] } ],
            "interventions": [ { "id": "i", "category": "c", "name": "n", "effects": [ { "condition": "c", "certainty": "low" } ] } ]
            """)).RuleSet!;
        var factor = set.Factors[0];
        Broken(factor, []).Should().BeTrue();
        Broken(factor, ["id"]).Should().BeTrue();
        Broken(factor, ["name"]).Should().BeTrue("it is missing");
        Broken(factor, ["kind"]).Should().BeFalse();
        Broken(factor, ["min"]).Should().BeTrue();
        Broken(factor, ["max"]).Should().BeFalse();
        Broken(factor, ["reference"]).Should().BeTrue();
        Broken(factor, ["reference", "low"]).Should().BeTrue();
        Broken(factor, ["reference", "high"]).Should().BeFalse();
        Broken(factor, ["choices"]).Should().BeTrue("it is misspelled");
        Broken(null, ["title"]).Should().BeFalse();
        Broken(null, ["factors", 0]).Should().BeTrue();
        Broken(null, []).Should().BeTrue();
        var trial = set.Interventions[0].Effects[0];
        Broken(trial, ["condition"]).Should().BeFalse();
        Broken(trial, ["oddsRatio"]).Should().BeTrue();
        Broken(trial, ["ci95"]).Should().BeTrue();
        Broken(factor with { Name = "copy" }, ["id"]).Should().BeFalse("it was not read");

        bool Broken(object? entry, object[] path) => set.Source!.IsBroken(entry, path);
    }
}
