using System.Text.Json.Nodes;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Naive;

/// <summary>What the generators make is valid.</summary>
public sealed class NaiveValidityTests
{
    [Fact]
    public void Generated_rule_sets_and_profiles_are_valid()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var rules = RuleSetGenerator.Generate(seed);
            var composed = RuleSetComposer.Compose(RuleSetJson.Read(rules.ToJsonString()));
            composed.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty("seed {0}", seed);
            var profile = ProfileGenerator.Generate(rules, seed);
            ProfileJson.Read(profile.ToJsonString()).Diagnostics.Should().BeEmpty("seed {0}", seed);
            ProfileFaults(rules, profile).Should().BeEmpty("seed {0}", seed);
            ProfileFaults(rules, ProfileGenerator.Complete(rules, profile, 1)).Should().BeEmpty("seed {0}", seed);
        }
    }

    private static IEnumerable<string> ProfileFaults(JsonObject document, JsonObject profile)
    {
        var knowledge = new NaiveKnowledge(document);
        var answers = new NaiveAnswers(knowledge, profile);
        foreach (var f in knowledge.Factors.Values.Where(f => !answers.Filled.ContainsKey(f.Id) && answers[f.Id] is { } answer && !Fits(f, answer)))
            yield return $"{f.Id} = {answers[f.Id]}";
        foreach (var c in answers.Concerns.Where(c => knowledge.Conditions.All(k => k.Id != c)))
            yield return "concern " + c;
    }

    private static bool Fits(NaiveFactor factor, object answer) => factor.Kind switch
    {
        "boolean" => answer is bool,
        "choice" => answer is string s && factor.Choices.Contains(s),
        _ => answer is double x && factor.Allows(x) && (factor.Kind == "number" || x == Math.Floor(x)),
    };
}
