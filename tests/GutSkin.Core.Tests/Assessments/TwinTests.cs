using System.Text.Json.Nodes;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.Naive;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>The library and the naive twin, written from the same page by other hands, agree to 1e-9.</summary>
public class TwinTests
{
    private const int Blocks = 8;
    private const int Size = 256;

    public static TheoryData<int> Starts => new(Enumerable.Range(0, Blocks).Select(b => b * Size));

    /// <summary>Each block begins at the seed that names it.</summary>
    [Theory]
    [MemberData(nameof(Starts))]
    public void Generated_cases_agree(int firstSeed)
    {
        for (int seed = firstSeed; seed < firstSeed + Cases.Fewer(Size); seed++)
            Compare(seed);
    }

    internal static void Compare(int seed)
    {
        var ruleSet = RuleSetGenerator.Generate(seed);
        var profile = ProfileGenerator.Generate(ruleSet, seed);
        Differences(ruleSet, profile).Should().BeEmpty("seed {0}", seed);
    }

    /// <summary>What differs between the twin's assessment and the library's.</summary>
    internal static IReadOnlyList<string> Differences(JsonObject ruleSet, JsonObject profile) => Differences(ruleSet, profile, ruleSet);

    /// <summary>What differs where the library is given another rule set than the twin: a fault planted on purpose.</summary>
    internal static IReadOnlyList<string> Differences(JsonObject ruleSet, JsonObject profile, JsonObject librarys) =>
        NaiveComparer.Differences(NaiveAssessor.Assess(ruleSet, profile), JsonNode.Parse(Assess(librarys, profile).ToJson())!.AsObject());

    internal static Assessment Assess(JsonObject ruleSet, JsonObject profile) =>
        Service(ruleSet).Assess(Profile(profile));

    internal static ScoringService Service(JsonObject ruleSet) =>
        new(RuleSetComposer.Compose(RuleSetJson.Read(ruleSet.ToJsonString())).GetValueOrThrow());

    internal static PersonProfile Profile(JsonObject profile) => ProfileJson.Read(profile.ToJsonString()).GetValueOrThrow();
}
