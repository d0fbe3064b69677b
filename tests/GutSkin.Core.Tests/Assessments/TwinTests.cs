using System.Text;
using System.Text.Json.Nodes;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.Naive;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>The library and the naive twin, written from the same page by other hands, agree to 1e-9.</summary>
public class TwinTests
{
    private static readonly HashSet<string> Ignored = [.. NaiveComparer.Ignored, "effect", "population", "modifiable", "products"];

    public static TheoryData<int> Blocks => new(Enumerable.Range(0, 16));

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Generated_cases_agree(int block)
    {
        const int size = 256;
        for (int seed = block * size; seed < (block + 1) * size; seed++)
            Compare(seed);
    }

    internal static void Compare(int seed)
    {
        var ruleSet = RuleSetGenerator.Generate(seed);
        var profile = ProfileGenerator.Generate(ruleSet, seed);
        var expected = NaiveAssessor.Assess(ruleSet, profile);
        var actual = JsonNode.Parse(Assess(ruleSet, profile).ToJson())!.AsObject();
        // The twin leaves out what only a page needs of a screen: its kind, and the questions of its items.
        foreach (var question in actual["nextQuestions"]!.AsArray().Select(q => q!.AsObject()).Where(q => q.ContainsKey("screen")))
        {
            question.Remove("kind");
            question["items"] = new JsonArray([.. question["items"]!.AsArray().Select(i => i!["factor"]!.DeepClone())]);
        }

        NaiveComparer.Differences(expected, actual, Ignored).Should().BeEmpty("seed {0}", seed);
    }

    internal static Assessment Assess(JsonObject ruleSet, JsonObject profile) =>
        Service(ruleSet).Assess(Profile(profile));

    internal static ScoringService Service(JsonObject ruleSet) =>
        new(RuleSetComposer.Compose(RuleSetJson.Read(ruleSet.ToJsonString())).GetValueOrThrow());

    internal static PersonProfile Profile(JsonObject profile) => ProfileJson.Read(profile.ToJsonString()).GetValueOrThrow();
}
