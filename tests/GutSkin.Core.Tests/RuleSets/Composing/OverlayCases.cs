namespace GutSkin.Core.Tests.RuleSets.Composing;

/// <summary>Overlays on <see cref="LintBase"/> by name, one or more, each with the diagnostics expected in it.</summary>
internal static class OverlayCases
{
    private const string Head = "{ \"id\": \"o1\", \"version\": \"1.0.0\", \"title\": \"O\",\n";
    private const string Head2 = "{ \"id\": \"o2\", \"version\": \"1.0.0\", \"title\": \"O\",\n";
    private const string Flag = "\"message\": \"M\", \"when\": { \"factor\": \"person.pregnant\", \"equals\": true }";

    public static readonly SortedDictionary<string, string[]> All = new(StringComparer.Ordinal)
    {
        ["extends what is there"] = [Head + "\"extends\": [ { \"id\": \"test.base\", \"version\": \">=1.0.0 <2.0.0\" } ] }"],
        ["extends itself"] = [Head + "\"extends\": [ { \"id\": «GS0401»\"o1\" } ] }"],
        ["extends in a circle"] = [
            Head2 + "\"extends\": [ { \"id\": «GS0401»\"o1\" } ] }",
            Head + "\"extends\": [ { \"id\": \"o2\" } ] }",
        ],
        ["extends what is missing"] = [Head + "\"extends\": [ { \"id\": «GS0402»\"test.bass\" } ], \"remove\": { \"rules\": [\"not-known-here\"] } }"],
        ["extends a version that is not there"] = [Head + "\"extends\": [ { \"id\": \"test.base\", \"version\": «GS0403»\"^2.0.0\" } ] }"],
        ["extends a range that is none"] = [Head + "\"extends\": [ { \"id\": \"test.base\", \"version\": «GS0109»\"2 or so\" } ] }"],
        ["given twice"] = ["{ \"id\": «GS0201»\"test.base\", \"version\": \"1.0.0\", \"title\": \"O\" }"],
        ["removes what is not there"] = [Head + "\"remove\": { \"rules\": [\"acne.milk\", «GS0204»\"acne.mylk\"] } }"],

        ["replaces a locked rule"] = [Head + "\"safety\": [ { \"id\": «GS0411»\"no-probiotics\", \"kind\": \"caution\", \"interventions\": [\"probiotic.*\"], " + Flag + " } ] }"],
        ["removes a locked rule"] = [Head + "\"remove\": { \"safety\": [«GS0412»\"fever\"] } }"],
        ["changes a locked factor"] = [
            Head + "\"factors\": [ { \"id\": «GS0413»\"person.pregnant\", \"name\": \"P\", \"kind\": «GS0413»\"integer\", \"unit\": «GS0413»\"d\", \"min\": «GS0413»0, \"max\": «GS0413»9,\n"
            + "\"conversions\": «GS0413»[ { \"from\": \"w\", \"multiply\": 7 } ], \"acquisition\": «GS0413»\"measure\" },\n"
            + "{ \"id\": \"symptom.fever\", \"name\": \"Anything else may change\", \"kind\": \"boolean\", \"question\": \"?\", \"modifiable\": false } ] }",
        ],
        ["removes a locked factor"] = [Head + "\"remove\": { \"factors\": [«GS0413»\"person.pregnant\"] } }"],
        ["screens a locked factor"] = [
            Head + "\"screens\": [ { \"id\": \"new\", \"title\": \"N\", \"factors\": [\"symptom.rash\", «GS0414»\"person.pregnant\"] },\n"
            + "{ \"id\": \"red-flags\", \"title\": \"F\", \"factors\": [\"symptom.fever\", «GS0414»\"person.pregnant\", \"symptom.rash\"] } ] }",
        ],
        ["removes a locked referral"] = [Head + "\"remove\": { \"interventions\": [«GS0415»\"referral.doctor\"] } }"],
        ["replaces a locked referral"] = [Head + "\"interventions\": [ { \"id\": «GS0415»\"referral.doctor\", \"category\": \"referral\", \"name\": \"D\" } ] }"],
        ["moves a locked target"] = [Head + "\"interventions\": [ { \"id\": \"probiotic.mix\", \"category\": «GS0416»\"referral\", \"name\": \"M\" } ] }"],
        ["adds a referral under a locked prefix"] = [Head + "\"interventions\": [ { \"id\": \"probiotic.other\", \"category\": «GS0416»\"referral\", \"name\": \"M\" } ] }"],
        ["brings a removed target back as a referral"] = [
            Head + "\"remove\": { \"interventions\": [«GS1013»\"probiotic.mix\"] } }",
            Head2 + "\"interventions\": [ { \"id\": \"probiotic.mix\", \"category\": «GS0416»\"referral\", \"name\": \"M\" } ] }",
        ],
        ["lets a referral stand in for a locked target"] = [
            Head + "\"remove\": { \"interventions\": [«GS1013»\"probiotic.mix\"] },\n"
            + "\"interventions\": [ { \"id\": \"referral.mix\", \"category\": «GS0416»\"referral\", \"name\": \"M\", \"sameSafetyAs\": [\"probiotic.mix\"] } ] }",
        ],
        ["locked by an overlay, touched by the next"] = [
            Head + "\"safety\": [ { \"id\": \"calcium\", \"kind\": \"contraindication\", \"interventions\": [\"diet.less-milk\"], \"message\": \"M\", \"when\": { \"factor\": \"diet.milk\", \"atMost\": 1 }, \"locked\": true } ] }",
            Head2 + "\"remove\": { \"safety\": [«GS0412»\"calcium\"] }, \"factors\": [ { \"id\": «GS0413»«GS0413»«GS0413»\"diet.milk\", \"name\": \"M\", \"kind\": \"number\", \"unit\": \"L\", \"max\": «GS0413»50 } ] }",
        ],
        ["several breaches at once"] = [
            Head + "\"remove\": { \"factors\": [«GS0413»\"symptom.fever\"], \"interventions\": [«GS0415»\"referral.doctor\"], \"safety\": [«GS0412»\"no-probiotics\"] },\n"
            + "\"safety\": [ { \"id\": «GS0411»\"no-probiotics\", \"kind\": \"caution\", \"interventions\": [\"diet.less-milk\"], " + Flag + " } ],\n"
            + "\"screens\": [ { \"id\": \"s\", \"title\": \"S\", \"factors\": [«GS0414»\"symptom.fever\"] } ],\n"
            + "\"interventions\": [ { \"id\": \"probiotic.mix\", \"category\": «GS0416»\"referral\", \"name\": \"M\" } ] }",
        ],

        ["removal takes mentions along"] = [Head + "\"remove\": { \"mechanisms\": [«GS1013»\"insulin\"], \"evidence\": [«GS1013»\"study-b\"] } }"],
        ["removal leaves a rule without its factor"] = [Head + "\"remove\": { \"factors\": [«GS0202»\"diet.sugar\"] } }"],
        ["removal with all that needs it"] = [Head + "\"remove\": { \"factors\": [\"diet.sugar\"], \"rules\": [\"acne.sugar\"] } }"],
        ["a mention behind a removal"] = [
            Head + "\"remove\": { \"evidence\": [«GS1013»\"study-b\"] } }",
            Head2 + "\"mechanisms\": [ { \"id\": \"other\", \"name\": \"O\", \"evidence\": [«GS0202»\"study-b\"] } ] }",
        ],
        ["rule and factor replaced together"] = [
            Head + "\"factors\": [ { \"id\": \"diet.sugar\", \"name\": \"S\", \"kind\": \"boolean\" } ],\n"
            + "\"rules\": [ { \"id\": \"acne.sugar\", \"condition\": \"acne\", \"title\": \"S\", \"factor\": \"diet.sugar\", \"effect\": { \"smd\": 0.1 }, \"certainty\": \"low\", \"evidence\": [\"study-a\"] } ] }",
        ],
        ["faults in what a later overlay replaces"] = [
            Head + "\"rules\": [ { \"id\": \"acne.sugar\", \"condition\": \"acne\", \"title\": \"S\", \"factor\": \"diet.sugar\", \"curve\": [[0, «GS0302»2]], \"effect\": { \"smd\": 0.1 }, \"certainty\": \"low\", \"evidence\": [\"study-a\"] } ] }",
            Head2 + "\"rules\": [ { \"id\": \"acne.sugar\", \"condition\": \"acne\", \"title\": \"S\", \"factor\": \"diet.sugar\", \"curve\": [[0, 1]], \"effect\": { \"smd\": 0.1 }, \"certainty\": \"low\", \"evidence\": [«GS0202»\"study-z\"] } ] }",
        ],
    };

    public static IEnumerable<object[]> Names => All.Keys.Select(name => new object[] { name });
}
