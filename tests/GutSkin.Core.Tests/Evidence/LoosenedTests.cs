using System.Text.Json.Nodes;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>
/// Overlays that once loosened the safety of the built-in set, or could: each is refused at its place, told as a warning, or does not
/// change what a person meets.
/// </summary>
public class LoosenedTests
{
    private const string Head = "{ \"id\": \"test.loose\", \"version\": \"1.0.0\", \"title\": \"L\", \"extends\": [ { \"id\": \"gutskin.evidence\" } ],\n";

    private static readonly Dictionary<string, JsonObject> Interventions = Entries("interventions"), Screens = Entries("screens"), Factors = Entries("factors");

    /// <summary>What an overlay says, and the code and the path of the error it gets.</summary>
    public static TheoryData<string, string, string> Refused => new()
    {
        // Screens that are never asked, and wording turned round.
        { $"\"screens\": [ {Changed(Screens, "emergency", s => s["when"] = JsonNode.Parse("{ \"any\": [] }"))} ]", "GS0417", "$.screens[0].when" },
        { $"\"screens\": [ {Changed(Screens, "emergency", s => s["title"] = "Is everything fine today?")} ]", "GS0417", "$.screens[0].title" },
        { $"\"factors\": [ {Changed(Factors, "person.eating-disorder-history", f => f["question"] = "Have you always eaten well?")} ]", "GS0413", "$.factors[0].question" },
        { $"\"screens\": [ {{ \"id\": \"new\", \"title\": \"N\", \"factors\": [\"person.eating-disorder-history\"] }} ]", "GS0414", "$.screens[0].factors[0]" },

        // Texts written over red flags, referrals and the disclaimer.
        { "\"texts\": { \"en\": { \"safety\": { \"rf-anaphylaxis\": { \"message\": \"Nothing to worry about.\" } } } }", "GS0419", "$.texts.en.safety['rf-anaphylaxis'].message" },
        { "\"texts\": { \"de-AT\": { \"safety\": { \"rf-anaphylaxis\": { \"message\": \"Alles gut.\" } } } }", "GS0419", "$.texts['de-AT'].safety['rf-anaphylaxis'].message" },
        { "\"texts\": { \"en\": { \"interventions\": { \"referral.emergency\": { \"name\": \"A cup of tea\" } } } }", "GS0419", "$.texts.en.interventions['referral.emergency'].name" },
        { "\"texts\": { \"de\": { \"factors\": { \"person.eating-disorder-history\": { \"question\": \"Alles gut?\" } } } }", "GS0419", "$.texts.de.factors['person.eating-disorder-history'].question" },
        { "\"disclaimer\": \"Others say 'not a diagnosis'; this is one.\"", "GS0321", "$.disclaimer" },
        { "\"texts\": { \"de\": { \"ruleSet\": { \"test.loose\": { \"disclaimer\": \"Dies ist eine Diagnose.\" } } } }", "GS0321", "$.texts.de.ruleSet['test.loose'].disclaimer" },
        { "\"texts\": { \"en\": { \"ruleSet\": { \"gutskin.evidence\": { \"disclaimer\": \"\" } } } }", "GS0321", "$.texts.en.ruleSet['gutskin.evidence'].disclaimer" },

        // A referral that does something, or that was something else.
        { $"\"interventions\": [ {Changed(Interventions, "diet.weight-loss", i => { i["id"] = "referral.slim"; i["category"] = "referral"; i.Remove("effects"); i.Remove("indications"); i.Remove("traits"); })} ]", "GS0344", "$.interventions[0].changes" },
        { $"\"interventions\": [ {Changed(Interventions, "diet.weight-loss", i => { i["category"] = "referral"; i.Remove("effects"); i.Remove("indications"); i.Remove("changes"); })} ]", "GS0416", "$.interventions[0].category" },

        // A trait or a movement taken away.
        { $"\"interventions\": [ {Changed(Interventions, "probiotic.multi-strain", i => i.Remove("traits"))} ]", "GS0420", "$.interventions[0].id" },
        { $"\"remove\": {{ \"interventions\": [\"probiotic.escherichia-coli-nissle\"] }},\n\"interventions\": [ {Changed(Interventions, "probiotic.escherichia-coli-nissle", i => i.Remove("traits"))} ]", "GS0420", "$.interventions[0].id" },
        { $"\"interventions\": [ {Changed(Interventions, "diet.weight-loss", i => i.Remove("changes"))} ]", "GS0420", "$.interventions[0].id" },

        // Rules, derivations and mentions.
        { "\"remove\": { \"safety\": [\"restrictive-diet-eating-disorder\"] }", "GS0412", "$.remove.safety[0]" },
        { "\"safety\": [ { \"id\": \"restrictive-diet-eating-disorder\", \"kind\": \"caution\", \"interventions\": [\"diet.weight-loss\"], \"message\": \"M\", \"when\": { \"any\": [] } } ]", "GS0411", "$.safety[0].id" },
        { "\"safety\": [ { \"id\": \"mine\", \"kind\": \"caution\", \"movements\": [ { \"factor\": \"diet.fibre\", \"direction\": \"up\" } ], \"message\": \"M\", \"when\": { \"factor\": \"person.age\", \"below\": 9 } } ]", "GS0202", "$.safety[0].movements[0].factor" },
        { "\"interventions\": [ { \"id\": \"diet.mine\", \"category\": \"diet\", \"name\": \"M\", \"traits\": [\"live-microbe\"] } ]", "GS0202", "$.interventions[0].traits[0]" },
        { "\"derivations\": [ { \"id\": \"mine\", \"factor\": \"person.age\", \"items\": [\"body.weight\"], \"cases\": [ { \"linear\": { \"terms\": { \"body.weight\": 1 } } } ] } ]", "GS0418", "$.derivations[0].factor" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void AnOverlayThatLoosensIsRefusedAtItsPlace(string says, string code, string path)
    {
        var result = Compose(says);
        result.Success.Should().BeFalse();
        result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => (d.Code, d.Path)).Should()
            .Contain((code, path), string.Join('\n', result.Diagnostics));
    }

    /// <summary>What does again, under an id of its own, what a locked rule is for, and who must not do it.</summary>
    public static TheoryData<string, string> Twins => new()
    {
        { Changed(Interventions, "diet.weight-loss", i => i["id"] = "plan.slim"), "person.eating-disorder-history" },
        { Changed(Interventions, "diet.weight-loss", i => { i["id"] = "plan.slim"; i["category"] = "plan"; i.Remove("traits"); }), "person.eating-disorder-history" },
        { Changed(Interventions, "diet.weight-loss", i => { i["id"] = "plan.slim"; i.Remove("traits"); i["changes"]![0]!["atMost"] = 24.7; }), "person.eating-disorder-history" },
        { Changed(Interventions, "diet.weight-loss", i => { i["id"] = "plan.slim"; i.Remove("traits"); i["changes"]!.AsArray().Add(JsonNode.Parse("{ \"factor\": \"diet.milk\", \"atMost\": 1 }")); }), "person.eating-disorder-history" },
        { Changed(Interventions, "diet.fermented-foods", i => i["id"] = "plan.slim"), "person.immunocompromised" },
        { Changed(Interventions, "diet.fermented-foods", i => { i["id"] = "plan.slim"; i["category"] = "plan"; i.Remove("traits"); i["changes"]![0]!["atLeast"] = 5; }), "person.immunocompromised" },
        { "{ \"id\": \"plan.slim\", \"category\": \"plan\", \"name\": \"P\", \"variantOf\": \"probiotic.multi-strain\" }", "person.immunocompromised" },
        { "{ \"id\": \"plan.slim\", \"category\": \"plan\", \"name\": \"P\", \"sameSafetyAs\": [\"probiotic.multi-strain\"] }", "person.immunocompromised" },
        { "{ \"id\": \"plan.slim\", \"category\": \"plan\", \"name\": \"P\", \"traits\": [\"live-microbes\"] }", "person.immunocompromised" },
    };

    [Theory]
    [MemberData(nameof(Twins))]
    public void ATwinIsBlockedLikeTheOriginal(string twin, string who)
    {
        var resolved = Compose($"\"interventions\": [ {twin} ]").GetValueOrThrow();
        var service = new ScoringService(resolved);
        var assessment = service.Assess(PersonProfile.Create().With("person.age", 34).With(who, true).Build());
        assessment.Recommendation("plan.slim")!.Status.Should().Be(RecommendationStatus.Blocked);

        // The resolved set says all of it: what reads it from JSON meets the same.
        var again = new ScoringService(RuleSetComposer.Compose(RuleSetJson.Read(RuleSetJson.Write(resolved.Data))).GetValueOrThrow());
        again.Assess(PersonProfile.Create().With("person.age", 34).With(who, true).Build()).Recommendation("plan.slim")!.Status.Should().Be(RecommendationStatus.Blocked);
    }

    /// <summary>What is allowed and odd: the code of a warning, and its path.</summary>
    public static TheoryData<string, string, string> Warned => new()
    {
        { $"\"interventions\": [ {Changed(Interventions, "diet.weight-loss", i => i["changes"]![0]!["limitPercent"] = 30)} ]", "GS1027", "$.interventions[0].changes[0].limitPercent" },
        { $"\"interventions\": [ {Changed(Interventions, "diet.weight-loss", i => i["changes"]![0]!.AsObject().Remove("limitPercent"))} ]", "GS1027", "$.interventions[0].changes[0]" },
        { $"\"interventions\": [ {Changed(Interventions, "probiotic.multi-strain", i => i["indications"] = Indication("strong", "\"juhl-2018\""))} ]", "GS1028", "$.interventions[0].indications[0].direction" },
        { $"\"interventions\": [ {Changed(Interventions, "probiotic.multi-strain", i => i["indications"] = Indication("strong", ""))} ]", "GS1029", "$.interventions[0].indications[0]" },
        { $"\"interventions\": [ {Changed(Interventions, "diet.fermented-foods", i => { i["id"] = "plan.jars"; i["category"] = "plan"; i.Remove("traits"); })} ]", "GS1018", "$.interventions[0].id" },
    };

    [Theory]
    [MemberData(nameof(Warned))]
    public void WhatIsAllowedAndOddIsToldAtItsPlace(string says, string code, string path)
    {
        var result = Compose(says);
        result.Success.Should().BeTrue(string.Join('\n', result.Diagnostics));
        result.Diagnostics.Select(d => (d.Code, d.Path)).Should().Contain((code, path), string.Join('\n', result.Diagnostics));
    }

    [Fact]
    public void AnOverlayWithoutADisclaimerKeepsThatOfItsBaseInEveryLanguage()
    {
        var service = new ScoringService(Compose("\"conditions\": []").GetValueOrThrow());
        var person = PersonProfile.Create().Build();
        foreach (string culture in new[] { "en", "de" })
            service.Assess(person, new AssessmentOptions { Culture = culture }).Disclaimer
                .Should().Be(ScoringService.Default.Assess(person, new AssessmentOptions { Culture = culture }).Disclaimer);
        service.Assess(person).Disclaimer.Should().Contain("emergency");
    }

    private static JsonNode Indication(string strength, string evidence) =>
        JsonNode.Parse($$"""[ { "direction": "for", "strength": "{{strength}}", "text": "T", "evidence": [{{evidence}}] } ]""")!;

    private static ReadResult<ResolvedRuleSet> Compose(string says) =>
        RuleSetComposer.Compose(BuiltInRuleSet.Document, RuleSetJson.Read(Head + says + " }", "loose.json"));

    private static string Changed(Dictionary<string, JsonObject> entries, string id, Action<JsonObject> change)
    {
        var copy = entries[id].DeepClone().AsObject();
        change(copy);
        return copy.ToJsonString();
    }

    private static Dictionary<string, JsonObject> Entries(string section) =>
        JsonNode.Parse(RuleSetJson.Write(BuiltInRuleSet.Resolve().Data))![section]!.AsArray()
            .ToDictionary(e => e!["id"]!.GetValue<string>(), e => e!.AsObject(), StringComparer.Ordinal);
}
