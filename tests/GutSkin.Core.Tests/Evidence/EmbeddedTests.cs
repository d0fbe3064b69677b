using System.Text.RegularExpressions;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>The tests inside the built-in rule set hold, and none of its rules, warnings and suggestions goes without one.</summary>
public partial class EmbeddedTests
{
    private static readonly ScoringService Service = ScoringService.Default;
    private static readonly RuleSet Set = BuiltInRuleSet.Resolved.Data;

    [Fact]
    public void EveryTestHolds()
    {
        var faults = new List<string>();
        foreach (var test in Set.Tests)
        {
            var assessment = Service.Assess(test.Profile);
            foreach (var (condition, expected) in test.Scores)
            {
                double score = assessment.Condition(condition)!.Score;
                if (score < expected.AtLeast || score > expected.AtMost)
                    faults.Add($"{test.Name}: {condition} is {score}");
            }

            faults.AddRange(test.Band.Where(b => assessment.Condition(b.Key)!.Band != b.Value).Select(b => $"{test.Name}: {b.Key} is not {b.Value}"));
            if (test.Triage is { } triage && Kebab(assessment.Triage.Level.ToString()) != triage)
                faults.Add($"{test.Name}: triage is {assessment.Triage.Level}");
            faults.AddRange(test.Recommended.Where(i => assessment.Recommendation(i)?.Status != RecommendationStatus.Recommended).Select(i => $"{test.Name}: {i} is not recommended"));
            faults.AddRange(test.Blocked.Where(i => assessment.Recommendation(i)?.Status != RecommendationStatus.Blocked).Select(i => $"{test.Name}: {i} is not blocked"));
        }

        faults.Should().BeEmpty();
    }

    [Fact]
    public void EveryScoredRuleAndSafetyRuleSpeaksInSomeTest()
    {
        var rules = new HashSet<string>(StringComparer.Ordinal);
        var safety = new HashSet<string>(StringComparer.Ordinal);
        var interventions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var test in Set.Tests)
        {
            var assessment = Service.Assess(test.Profile);
            rules.UnionWith(assessment.Conditions.SelectMany(c => c.Contributions).Where(c => c.LogOdds != 0).Select(c => c.Rule));
            safety.UnionWith(assessment.Triage.Flags.Select(f => f.Rule));
            safety.UnionWith(assessment.Recommendations.SelectMany(r => r.Safety).Where(s => s.State == SafetyState.True).Select(s => s.Rule));
            interventions.UnionWith(assessment.Recommendations.Select(r => r.Intervention));
        }

        Set.Rules.Where(r => r.IsScored).Select(r => r.Id).Except(rules).Should().BeEmpty("each scored rule moves a score in a test");
        Set.Safety.Select(s => s.Id).Except(safety).Should().BeEmpty("each safety rule is true in a test");
        Set.Interventions.Select(i => i.Id).Except(interventions).Should().Equal(["referral.skin-mentor-session"], "a commercial session is suggested by nothing");
    }

    [Fact]
    public void ATrueSafetyRuleShowsOnEachOfItsInterventions()
    {
        foreach (var test in Set.Tests.Where(t => t.Name.StartsWith("safety ", StringComparison.Ordinal)))
        {
            var rule = Set.Safety.Single(s => s.Id == test.Name["safety ".Length..]);
            foreach (string? concern in Set.Conditions.Select(c => c.Id).Prepend(null!))
            {
                var builder = test.Profile.ToBuilder();
                var profile = concern is null ? builder.Build() : builder.ConcernedAbout(concern).Build();
                var assessment = Service.Assess(profile);
                foreach (var shown in assessment.Recommendations.Where(r => rule.Interventions.Any(t => SafetyRule.Targets(t, r.Intervention))))
                {
                    shown.Safety.Should().Contain(s => s.Rule == rule.Id && s.State == SafetyState.True, "{0} speaks on {1}", rule.Id, shown.Intervention);
                    if (rule.Kind == SafetyKind.Contraindication)
                        shown.Status.Should().BeOneOf([RecommendationStatus.Blocked, RecommendationStatus.Deferred], "{0} blocks {1}", rule.Id, shown.Intervention);
                    else
                        shown.Status.Should().NotBe(RecommendationStatus.Recommended, "{0} warns of {1}", rule.Id, shown.Intervention);
                }
            }
        }
    }

    private static string Kebab(string name) => Capital().Replace(name, "-$1").ToLowerInvariant();

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex Capital();
}
