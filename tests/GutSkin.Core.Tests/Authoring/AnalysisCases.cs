using GutSkin.Core.Authoring;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.RuleSets.Composing;

namespace GutSkin.Core.Tests.Authoring;

/// <summary>What lint says beyond composing, by code: changes to <see cref="LintBase"/>, the diagnostic marked at its place.</summary>
internal static class AnalysisCases
{
    private static readonly (string, string) Suppressed = ("{ \"id\": \"study-b\", \"title\": \"B\" }", "{ \"id\": \"study-b\", \"title\": \"B\", \"x-lint\": { MARK } }");

    public static readonly SortedDictionary<string, (string, string)[]> All = new(StringComparer.Ordinal)
    {
        ["an alternative that never holds"] =
            [("{ \"factor\": \"person.age\", \"atLeast\": 1 }", "{ \"any\": [ { \"factor\": \"person.age\", \"atLeast\": 1 }, «GS1101»{ \"factor\": \"person.age\", \"atLeast\": 121 } ] }")],
        ["a demand that always holds"] =
            [("{ \"factor\": \"person.age\", \"atLeast\": 1 }", "{ \"all\": [ { \"factor\": \"person.age\", \"atLeast\": 1 }, «GS1101»{ \"factor\": \"person.age\", \"atLeast\": 0 } ] }")],
        ["the same factor in two rules"] =
            [("\"factor\": \"diet.sugar\", \"curve\": [[0, 0], [9, 1]], \"overlap\": \"diet\"", "\"factor\": \"diet.milk\", \"curve\": [[0, 0], [3, 1]], \"overlap\": «GS1102»\"other\"")],
        ["a rule without a test"] = [("\"person.age\": 20 } }", "\"person.age\": 50 } }"), ("{ \"id\": \"acne.milk\"", "{ \"id\": «GS1103»\"acne.milk\"")],
        ["an entry without a text"] =
            [("\"texts\": { \"de\": { ", "\"texts\": { \"de\": { \"conditions\": { \"acne\": { \"name\": \"Akne\" } }, "),
             ("{ \"id\": \"rosacea\",", "{ \"id\": «GS1107»\"rosacea\",")],
        ["contraindicated for all"] =
            [("\"interventions\": [\"diet.less-milk\"], \"message\"", "\"interventions\": [\"probiotic.mix\"], \"message\""),
             ("{ \"id\": \"calcium\", \"kind\": \"caution\", \"when\": { \"factor\": \"person.age\", \"atMost\": 18 }", "{ \"id\": \"calcium\", \"kind\": \"contraindication\", \"when\": { \"factor\": \"person.age\", \"atLeast\": 0 }"),
             ("{ \"id\": \"probiotic.mix\"", "{ \"id\": «GS1104»\"probiotic.mix\"")],
        ["contraindicated for all by trait"] =
            [("\"interventions\": [\"diet.less-milk\"], \"message\"", "\"traits\": [\"live-microbes\"], \"message\""),
             ("{ \"id\": \"calcium\", \"kind\": \"caution\", \"when\": { \"factor\": \"person.age\", \"atMost\": 18 }", "{ \"id\": \"calcium\", \"kind\": \"contraindication\", \"when\": { \"factor\": \"person.age\", \"atLeast\": 0 }"),
             ("{ \"id\": \"probiotic.mix\"", "{ \"id\": «GS1104»\"probiotic.mix\"")],
        ["contraindicated for all by movement"] =
            [("\"interventions\": [\"diet.less-milk\"], \"message\"", "\"movements\": [ { \"factor\": \"intake.glasses\", \"direction\": \"down\" } ], \"message\""),
             ("\"question\": \"How many glasses a day?\"", "\"question\": \"How many glasses a day?\", \"modifiable\": true, \"x-lint\": { \"GS1008\": \"by milk\" }"),
             ("{ \"id\": \"calcium\", \"kind\": \"caution\", \"when\": { \"factor\": \"person.age\", \"atMost\": 18 }", "{ \"id\": \"calcium\", \"kind\": \"contraindication\", \"when\": { \"factor\": \"person.age\", \"atLeast\": 0 }"),
             ("{ \"id\": \"diet.less-milk\"", "{ \"id\": «GS1104»\"diet.less-milk\"")],
        ["a curve that turns back"] = [("\"curve\": [[0, 0], [9, 1]]", "\"curve\": «GS1105»[[0, 0], [9, 1], [12, 0.5]]")],
        ["rules that pull against each other"] =
            [("\"factor\": \"diet.sugar\", \"curve\": [[0, 0], [9, 1]]", "\"factor\": \"diet.milk\", \"curve\": «GS1105»[[0, 1], [3, 0]]")],
        ["a review that is too old"] = [("\"title\": \"Soap\"", "\"title\": \"Soap\", \"reviewedOn\": «GS1106»\"2025-11-20\"")],
        ["a review in the future"] = [("\"title\": \"Soap\"", "\"title\": \"Soap\", \"reviewedOn\": «GS1106»\"2026-12-02\"")],
        ["a suppression in vain"] = [(Suppressed.Item1, Suppressed.Item2.Replace("MARK", "«GS1190»\"GS1004\": \"why\"", StringComparison.Ordinal))],
        ["a suppression without a reason"] = [(Suppressed.Item1, Suppressed.Item2.Replace("MARK", "«GS1190»\"GS1004\": \" \"", StringComparison.Ordinal))],
        ["a suppression of an error"] = [(Suppressed.Item1, Suppressed.Item2.Replace("MARK", "«GS1190»\"GS0202\": \"why\"", StringComparison.Ordinal))],
        ["a suppression of no code"] = [(Suppressed.Item1, Suppressed.Item2.Replace("MARK", "«GS1190»\"GS9999\": \"why\"", StringComparison.Ordinal))],
        ["a suppression that is no object"] = [(Suppressed.Item1, Suppressed.Item2.Replace("{ MARK }", "7", StringComparison.Ordinal).Replace("\"x-lint\"", "«GS1190»\"x-lint\"", StringComparison.Ordinal))],
        ["a cure"] = [("\"name\": \"Mix\"", "\"name\": «GS1201»\"Mix that cures acne\"")],
        ["prevention"] = [("\"name\": \"Less milk\"", "\"name\": «GS1202»\"Less milk prevents acne\"")],
        ["risk"] = [("\"message\": \"Calcium.\"", "\"message\": «GS1203»\"Your risk is high.\"")],
        ["a probiotic that helps"] = [("\"name\": \"Syndet\"", "\"name\": «GS1204»\"A probiotic that improves skin\"")],
        ["a promise"] = [("\"name\": \"Syndet\"", "\"name\": «GS1205»\"Clinically proven syndet\"")],
        ["what trials saw is no claim"] = [("\"name\": \"Syndet\"", "\"name\": \"In trials a probiotic improves scores\"")],
        ["what is denied is no claim"] = [("\"name\": \"Syndet\"", "\"name\": \"This does not cure acne\"")],
        ["a translation"] = [("\"name\": \"Milch\"", "\"name\": «GS1201»\"Milch heilt\"")],
    };

    public static TheoryData<string> Names => new(All.Keys);

    public static LintReport Lint(string json) => RuleSetLinter.Lint(
        [RuleSetJson.Read(json, "base.json")],
        new LintOptions { Analyze = true, Claims = ClaimsJurisdiction.EuropeanUnion, AsOf = new DateOnly(2026, 12, 1) });
}
