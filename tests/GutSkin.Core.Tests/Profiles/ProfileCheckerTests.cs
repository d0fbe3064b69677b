using GutSkin.Core.Diagnostics;
using GutSkin.Core.Profiles.Checking;
using GutSkin.Core.Tests.RuleSets.Composing;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Profiles;

public class ProfileCheckerTests
{
    private static readonly EntryIndex Lookup = LintCases.Compose(LintBase.Json).GetValueOrThrow().Index;

    /// <summary>A code, and a profile with that fault at the mark.</summary>
    public static readonly IEnumerable<object[]> Cases =
    [
        ["GS0501", """{ "observations": { "diet.milk": 1, «»"diet.mylk": 1 } }"""],
        ["GS0502", """{ "concerns": ["acne", «»"akne"] }"""],
        ["GS0203", """{ "screened": ["red-flags", { "id": «»"flags" }] }"""],
        ["GS0509", """{ "screened": ["red-flags", "more", { "id": «»"red-flags", "on": "2026-01-01" }] }"""],
        ["GS0509", """{ "screened": ["red-flags", «»"red-flags"] }"""],
        ["GS0501", """{ "screened": [ { "id": "red-flags", "items": ["symptom.fever", «»"symptom.fewer"] } ] }"""],
        ["GS0503", """{ "screened": [ { "id": "red-flags", "items": [«»"diet.milk"] } ] }"""],
        ["GS0503", """{ "observations": { "diet.milk": «»true } }"""],
        ["GS0503", """{ "observations": { "person.pregnant": { "value": «»"4711" } } }"""],
        ["GS0503", """{ "observations": { "person.age": «»47.11 } }"""],
        ["GS0316", """{ "observations": { "skincare.cleanser": «»"4711" } }"""],
        ["GS0504", """{ "observations": { "diet.milk": «»4711 } }"""],
        ["GS0504", """{ "observations": { "diet.milk": { "value": «»-4711, "unit": "mL" } } }"""],
        ["GS0505", """{ "observations": { "diet.milk": { "value": 1, "unit": «»"pint4711" } } }"""],
        ["GS0505", """{ "observations": { "person.age": { "value": 1, "unit": «»"a" } } }"""],
        ["GS0505", """{ "observations": { "person.pregnant": { "value": true, "unit": «»"a" } } }"""],
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void AFaultIsReportedAtItsPlace(string code, string marked)
    {
        var text = MarkedJson.Parse(marked.Replace("«»", $"«{code}»", StringComparison.Ordinal));
        var found = Check(ProfileJson.Read(text.Text, "p.json").GetValueOrThrow());
        found.Select(d => FormattableString.Invariant($"{d.Code} at {d.Line},{d.Column}")).Should().Equal(text.Expected);
        found[0].ToString().Should().NotContain("4711", "no message holds a person's value");
    }

    [Fact]
    public void EverythingIsReportedAtOnceAndInOrder()
    {
        var profile = ProfileJson.Read("""
            { "observations": { "skincare.cleanser": "x", "b.b": 1, "person.age": 500, "a.a": 1 }, "concerns": ["zzz"], "screened": ["yyy"] }
            """).GetValueOrThrow();
        Check(profile).Select(d => d.Code).Should().Equal("GS0316", "GS0501", "GS0504", "GS0501", "GS0502", "GS0203");
    }

    [Fact]
    public void AProfileDescribedInCodeHasPaths()
    {
        var profile = PersonProfile.Create().AsOf(new DateOnly(2026, 1, 1))
            .With("diet.milk", double.NaN).With("person.age", 200).With("symptom.fever", true, new DateOnly(2026, 1, 2))
            .With("diet.sugar", double.PositiveInfinity).Screened("red-flags", new DateOnly(2027, 1, 1)).ConcernedAbout("x").Build();
        Check(profile).Select(d => $"{d.Code} {d.Path}").Should().Equal(
            "GS0502 $.concerns[0]",
            "GS0106 $.observations['diet.milk'].value",
            "GS0106 $.observations['diet.sugar'].value",
            "GS0504 $.observations['person.age'].value",
            "GS0506 $.observations['symptom.fever'].on",
            "GS0506 $.screened[0].on");
    }

    [Fact]
    public void UnknownFactorsCanBeIgnored()
    {
        var profile = PersonProfile.Create().With("z.z", 1).With("a.a", 1).With("person.age", 900).Build();
        var found = new List<Diagnostic>();
        var ignored = new List<string>();
        ProfileChecker.Check(profile, Lookup, ignoreUnknownFactors: true, found, ignored);
        found.Select(d => d.Code).Should().Equal("GS0504");
        ignored.Should().Equal("a.a", "z.z");
    }

    [Fact]
    public void OnlyTheFirstHundredUnknownIdsGetAHint()
    {
        string json = "{ \"observations\": {" + string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\n\"diet.milk{i % 7}{i}\": 1")) + "} }";
        var profile = ProfileJson.Read(json).GetValueOrThrow();
        var found = Check(profile);
        found.Should().HaveCount(10_000).And.OnlyContain(d => d.Code == DiagnosticCodes.UnknownFactor).And.BeInAscendingOrder(d => d.Line);
        found.Take(100).Should().OnlyContain(d => d.Hint == "Did you mean 'diet.milk'?");
        found.Skip(100).Should().OnlyContain(d => d.Hint == null);
    }

    [Fact]
    public void WhatFitsIsFineAndCostsNoMemory()
    {
        var profile = PersonProfile.Create().AsOf(new DateOnly(2026, 1, 1)).ConcernedAbout("acne").Screened("red-flags")
            .With("diet.milk", Quantity.Of(500, "mL"), new DateOnly(2026, 1, 1)).With("diet.sugar", -4.5).With("person.age", 3.0).With("person.pregnant", false)
            .With("skincare.cleanser", "soap").Declined("symptom.rash").Build();
        var found = new List<Diagnostic>();
        ProfileChecker.Check(profile, Lookup, false, found);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            ProfileChecker.Check(profile, Lookup, false, found);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
        found.Should().BeEmpty();
    }

    private static List<Diagnostic> Check(PersonProfile profile)
    {
        var found = new List<Diagnostic>();
        ProfileChecker.Check(profile, Lookup, ignoreUnknownFactors: false, found);
        return found;
    }
}
