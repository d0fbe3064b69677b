using System.Globalization;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.RuleSets.Format;

public class RuleSetFaultTests
{
    private const string Rule = "\"rules\": [{\"id\": \"r\", \"condition\": \"c\", \"title\": \"t\", \"effect\": {\"smd\": 1}, \"certainty\": \"low\"";

    private const string Derivation = "\"derivations\": [{\"id\": \"d\", \"factor\": \"g\", \"items\": [\"f\"], \"cases\": [{";

    /// <summary>Sections on line 2 with one fault each, at the §: code and path.</summary>
    public static TheoryData<string, string, string> Sections() => new()
    {
        { "§\"colour\": 1", "GS0101", "$.colour" },
        { "§\"mechanism\": []", "GS0101", "$.mechanism" },
        { "\"rules\": §{}", "GS0103", "$.rules" },
        { "\"rules\": §null", "GS0103", "$.rules" },
        { "\"rules\": [§3]", "GS0103", "$.rules[0]" },
        { "\"license\": §null", "GS0103", "$.license" },
        { "\"authors\": [\"a\", §{}]", "GS0103", "$.authors[1]" },
        { "\"intendedUse\": §\"reserch\"", "GS0104", "$.intendedUse" },
        { "§\"id\": \"b\"", "GS0105", "$.id" },
        { "§\"\\u0069d\": \"b\"", "GS0105", "$.id" },
        { "\"x-a\": {\"b\": 1, §\"b\": 2}", "GS0105", "$['x-a'].b" },
        { "\"extends\": [{\"id\": \"b\", \"version\": §\"newest\"}]", "GS0109", "$.extends[0].version" },
        { "\"extends\": [§\"b\"]", "GS0103", "$.extends[0]" },
        { "\"remove\": {§\"rule\": []}", "GS0101", "$.remove.rule" },
        { "\"model\": {\"certaintyCap\": {§\"very low\": 1}}", "GS0101", "$.model.certaintyCap['very low']" },
        { "\"model\": {\"certaintyShrinkage\": {\"very-low\": §\"x\"}}", "GS0103", "$.model.certaintyShrinkage['very-low']" },
        { "\"model\": {\"bands\": [§{\"below\": 3}]}", "GS0102", "$.model.bands[0]" },
        { "\"model\": {\"bands\": [{\"name\": §\"Very high\"}]}", "GS0107", "$.model.bands[0].name" },
        { "\"mechanisms\": [§{\"id\": \"m\"}]", "GS0102", "$.mechanisms[0]" },
        { "\"conditions\": [{\"id\": \"m\", \"name\": \"n\", \"kind\": §\"skin\"}]", "GS0104", "$.conditions[0].kind" },
        { "\"conditions\": [{\"id\": \"m\", \"name\": \"n\", \"codes\": {\"icd10\": §3}}]", "GS0103", "$.conditions[0].codes.icd10" },
        { "\"factors\": [{\"id\": §\"Diet.Fiber\", \"name\": \"n\", \"kind\": \"number\"}]", "GS0107", "$.factors[0].id" },
        { "\"factors\": [§{\"id\": \"f\", \"name\": \"n\", \"kind\": \"choice\"}]", "GS0102", "$.factors[0]" },
        { "\"factors\": [{\"id\": \"f\", \"name\": \"n\", \"kind\": \"choice\", \"choices\": [\"a\", §\"B\"]}]", "GS0107", "$.factors[0].choices[1]" },
        { "\"factors\": [{\"id\": \"f\", \"name\": \"n\", \"kind\": \"number\", \"maxAgeDays\": §1.5}]", "GS0103", "$.factors[0].maxAgeDays" },
        { "\"factors\": [{\"id\": \"f\", \"name\": \"n\", \"kind\": \"number\", \"maxAgeDays\": §3e9}]", "GS0325", "$.factors[0].maxAgeDays" },
        { "\"factors\": [{\"id\": \"f\", \"name\": \"n\", \"kind\": \"number\", \"min\": §1e999}]", "GS0106", "$.factors[0].min" },
        { "\"factors\": [{\"id\": \"f\", \"name\": \"n\", \"kind\": \"number\", \"measurementError\": §{}}]", "GS0320", "$.factors[0].measurementError" },
        { "\"factors\": [{\"id\": \"f\", \"name\": \"n\", \"kind\": \"number\", \"measurementError\": §{\"sd\": 1, \"cv\": 1}}]", "GS0320", "$.factors[0].measurementError" },
        { "\"factors\": [{\"id\": \"f\", \"name\": \"n\", \"kind\": \"number\", \"conversions\": [§{\"from\": \"g\"}]}]", "GS0329", "$.factors[0].conversions[0]" },
        { Rule + ", \"lifecycle\": §\"old\"}]", "GS0104", "$.rules[0].lifecycle" },
        { Rule + ", \"reviewedOn\": §\"2026-1-1\"}]", "GS0110", "$.rules[0].reviewedOn" },
        { Rule + ", \"curve\": §3}]", "GS0103", "$.rules[0].curve" },
        { Rule + ", \"curve\": [[0, 0], §[1]]}]", "GS0103", "$.rules[0].curve[1]" },
        { Rule + ", \"curve\": [[0, 0], [1, §\"1\"]]}]", "GS0103", "$.rules[0].curve[1][1]" },
        { Rule + ", \"levels\": {\"a.b\": §true}}]", "GS0103", "$.rules[0].levels['a.b']" },
        { Rule + ", \"levels\": {\"a\": 1, §\"a\": true}}]", "GS0105", "$.rules[0].levels.a" },
        { "\"conditions\": [{\"id\": \"m\", \"name\": \"n\", \"codes\": {\"icd10\": \"L70\", §\"icd10\": 3}}]", "GS0105", "$.conditions[0].codes.icd10" },
        { Derivation + "\"linear\": {\"terms\": {\"f\": 1, §\"f\": \"x\"}}}]}]", "GS0105", "$.derivations[0].cases[0].linear.terms.f" },
        { Derivation + "\"product\": {\"powers\": {\"f\": 1, §\"f\": \"x\"}}}]}]", "GS0105", "$.derivations[0].cases[0].product.powers.f" },
        { Rule + ", \"informational\": §\"no\"}]", "GS0103", "$.rules[0].informational" },
        { "\"rules\": [§{\"id\": \"r\", \"condition\": \"c\", \"title\": \"t\", \"certainty\": \"low\"}]", "GS0102", "$.rules[0]" },
        { "\"rules\": [{\"id\": \"r\", \"condition\": \"c\", \"title\": \"t\", \"certainty\": \"low\", \"effect\": §{}}]", "GS0318", "$.rules[0].effect" },
        { "\"rules\": [{\"id\": \"r\", \"condition\": \"c\", \"title\": \"t\", \"certainty\": \"low\", \"effect\": §{\"smd\": 1, \"logOdds\": 1}}]", "GS0318", "$.rules[0].effect" },
        { "\"rules\": [{\"id\": \"r\", \"condition\": \"c\", \"title\": \"t\", \"certainty\": \"low\", \"effect\": {\"smd\": 1, \"ci95\": §[1]}}]", "GS0103", "$.rules[0].effect.ci95" },
        { Rule + ", \"when\": §{}}]", "GS0317", "$.rules[0].when" },
        { Rule + ", \"when\": §{\"factor\": \"f\"}}]", "GS0317", "$.rules[0].when" },
        { Rule + ", \"when\": §{\"atLeast\": 1}}]", "GS0317", "$.rules[0].when" },
        { Rule + ", \"when\": §{\"known\": \"f\", \"concern\": \"c\"}}]", "GS0317", "$.rules[0].when" },
        { Rule + ", \"when\": §{\"known\": \"f\", \"atLeast\": 1}}]", "GS0317", "$.rules[0].when" },
        { Rule + ", \"when\": {\"all\": [{\"any\": [{\"not\": §{}}]}]}}]", "GS0317", "$.rules[0].when.all[0].any[0].not" },
        { Rule + ", \"when\": {\"factor\": \"f\", \"between\": §[1]}}]", "GS0103", "$.rules[0].when.between" },
        { Rule + ", \"when\": {\"factor\": \"f\", \"in\": [1, §null]}}]", "GS0103", "$.rules[0].when.in[1]" },
        { Rule + ", \"when\": {\"known\": §3}}]", "GS0103", "$.rules[0].when.known" },
        { Rule + ", \"when\": §[]}]", "GS0103", "$.rules[0].when" },
        { "\"interventions\": [{\"id\": \"i\", \"category\": \"c\", \"name\": \"n\", \"weeks\": §8}]", "GS0103", "$.interventions[0].weeks" },
        { "\"interventions\": [{\"id\": \"i\", \"category\": \"c\", \"name\": \"n\", \"changes\": [§{\"factor\": \"f\"}]}]", "GS0323", "$.interventions[0].changes[0]" },
        { "\"interventions\": [{\"id\": \"i\", \"category\": \"c\", \"name\": \"n\", \"changes\": [§{\"factor\": \"f\", \"set\": 1, \"atMost\": 1}]}]", "GS0323", "$.interventions[0].changes[0]" },
        { "\"interventions\": [{\"id\": \"i\", \"category\": \"c\", \"name\": \"n\", \"effects\": [§{\"condition\": \"f\", \"certainty\": \"low\"}]}]", "GS0318", "$.interventions[0].effects[0]" },
        { "\"safety\": [§{\"id\": \"s\", \"kind\": \"caution\", \"when\": {\"known\": \"f\"}, \"message\": \"m\"}]", "GS0102", "$.safety[0]" },
        { "\"safety\": [§{\"id\": \"s\", \"kind\": \"red-flag\", \"when\": {\"known\": \"f\"}, \"message\": \"m\"}]", "GS0102", "$.safety[0]" },
        { "\"screens\": [§{\"id\": \"s\", \"title\": \"t\"}]", "GS0102", "$.screens[0]" },
        { "\"products\": [{\"id\": \"s\", \"intervention\": \"t\", \"price\": {\"amount\": §1e99, \"currency\": \"EUR\"}}]", "GS0325", "$.products[0].price.amount" },
        { "\"texts\": {\"de\": {\"factors\": {\"a.b\": {\"name\": §1}}}}", "GS0103", "$.texts.de.factors['a.b'].name" },
        { "\"tests\": [{\"name\": \"t\", \"profile\": {\"observations\": {\"a.b\": §[1]}}}]", "GS0103", "$.tests[0].profile.observations['a.b']" },
        { "\"tests\": [{\"name\": \"t\", \"profile\": {}, \"expect\": {\"triage\": §\"urgent\"}}]", "GS0104", "$.tests[0].expect.triage" },
    };

    [Theory]
    [MemberData(nameof(Sections))]
    public void AFaultIsReportedOnceWhereItIs(string section, string code, string path)
    {
        int column = section.IndexOf('§', StringComparison.Ordinal) + 1;
        section = section.Remove(column - 1, 1);
        var document = RuleSetJson.Read(FullRuleSet.With(section), "f.json");
        document.RuleSet.Should().NotBeNull();
        var found = document.Diagnostics.Should().ContainSingle().Subject;
        (found.Code, found.Line, found.Column, found.Path).Should().Be((code, 2, column, path));
        (found.File, found.Severity).Should().Be(("f.json", DiagnosticSeverity.Error));
        found.Message.Should().NotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("{\"version\": \"1.0.0\", \"title\": \"t\"}", "GS0102", 1)]
    [InlineData("{\"id\": \"a\", \"version\": \"1.0\", \"title\": \"t\"}", "GS0108", 24)]
    [InlineData("{\"id\": \"A\", \"version\": \"1.0.0\", \"title\": \"t\"}", "GS0107", 8)]
    [InlineData("[]", "GS0103", 1)]
    [InlineData("3", "GS0103", 1)]
    public void SoIsOneInTheHead(string text, string code, int column)
    {
        var found = RuleSetJson.Read(text).Diagnostics.Should().ContainSingle().Subject;
        (found.Code, found.Line, found.Column).Should().Be((code, 1, column));
    }

    [Fact]
    public void HintsNameTheNearest()
    {
        RuleSetJson.Read(FullRuleSet.With("\"intendedUse\": \"reserch\"")).Diagnostics[0].Hint.Should().Be("Did you mean 'research'?");
        RuleSetJson.Read(FullRuleSet.With("\"intendedUse\": \"?\"")).Diagnostics[0].Hint
            .Should().Be("Allowed: wellness-information, professional-support, research.");
        RuleSetJson.Read(FullRuleSet.With("\"rulez\": []")).Diagnostics[0].Hint.Should().Be("Did you mean 'rules'?");
    }

    [Fact]
    public void EverythingIsReportedAtOnceInTheOrderOfTheDocument()
    {
        var document = RuleSetJson.Read("""
            { "id": "A", "version": "1", "title": 3, "bogus": 1,
              "rules": [ { "id": "r", "curve": [[0, 0], 3], "when": { "all": [ {}, { "known": 3 } ] }, "effect": { "smd": 1e999 } } ],
              "safety": [ { "id": "s" } ] }
            """);
        document.Diagnostics.Select(d => d.Code).Should().Equal(
            "GS0107", "GS0108", "GS0103", "GS0101", "GS0102", "GS0102", "GS0102", "GS0103", "GS0317", "GS0103", "GS0106", "GS0102", "GS0102", "GS0102");
        document.RuleSet!.Rules.Should().ContainSingle().Which.Id.Should().Be("r");
        document.RuleSet.Safety.Should().ContainSingle().Which.Id.Should().Be("s");
    }

    [Fact]
    public void ASectionHasALimit()
    {
        static string Mechanisms(int count) => FullRuleSet.With(
            "\"mechanisms\": [" + string.Join(',', Enumerable.Range(0, count).Select(i => "{\"id\":\"m" + i.ToString(CultureInfo.InvariantCulture) + "\",\"name\":\"n\"}")) + "]");
        RuleSetJson.Read(Mechanisms(100_000)).Diagnostics.Should().BeEmpty();
        var found = RuleSetJson.Read(Mechanisms(100_001)).Diagnostics.Should().ContainSingle().Subject;
        (found.Code, found.Line, found.Column, found.Path).Should().Be(("GS0004", 2, 15, "$.mechanisms"));
        string observations = "{\"observations\": {" + string.Join(',', Enumerable.Range(0, 100_001).Select(i => $"\"a{i}\": 1")) + "}}";
        ProfileJson.Read(observations).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("GS0004");
    }

    [Fact]
    public void TheListOfFaultsHasALimit()
    {
        var document = RuleSetJson.Read(FullRuleSet.With("\"authors\": [" + string.Join(',', Enumerable.Repeat("1", 10_001)) + "]"));
        document.Diagnostics.Should().HaveCount(10_001);
        document.Diagnostics[^1].Code.Should().Be("GS0006");
        document.Diagnostics[^2].Code.Should().Be("GS0103");
        document.RuleSet!.Source!.IsBroken(null, ["title"]).Should().BeTrue("nothing more is said of it");
    }

    [Fact]
    public void AGateHasALimit()
    {
        static string Gate(int leaves) => FullRuleSet.With(
            Rule + ", \"when\": {\"all\": [" + string.Join(',', Enumerable.Repeat("{\"known\": \"f\"}", leaves)) + "]}}]");
        RuleSetJson.Read(Gate(999)).Diagnostics.Should().BeEmpty();
        var found = RuleSetJson.Read(Gate(1_000)).Diagnostics.Should().ContainSingle().Subject;
        (found.Code, found.Line, found.Column, found.Path).Should().Be(("GS0005", 2, Rule.Length + 11, "$.rules[0].when"));
    }

    /// <summary>Found by a million damaged rule sets: an id with a line feed named the document in every diagnostic of composing it.</summary>
    [Fact]
    public void AFaultyIdDoesNotNameTheDocument()
    {
        var document = RuleSetJson.Read("""{ "id": "two\nlines", "version": "1.0.0", "title": "T", "extends": [{ "id": "other" }] }""");
        var diagnostics = RuleSetComposer.Compose(document).Diagnostics;
        diagnostics.Select(d => d.Code).Should().Contain("GS0402");
        diagnostics.Should().NotContain(d => d.ToString().Contains('\n', StringComparison.Ordinal));
    }
}
