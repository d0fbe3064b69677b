using GutSkin.Core.RuleSets;
using GutSkin.Core.Authoring;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>The tests inside the built-in rule set hold, and none of its rules, warnings and suggestions goes without one.</summary>
public class EmbeddedTests
{
    private const string Fires = "safety ";
    private const string Silent = "next to ";

    /// <summary>Rules for people to whom no intervention of the built-in set is offered: they hold what an overlay adds.</summary>
    private static readonly string[] SecondLine =
    [
        "reduce-milk-child", "weight-loss-minor", "weight-loss-normal-bmi", "kombucha-child", "restrictive-diet-young-child", "young-child-salty-ferments", "exertion-under-5",
    ];

    private static readonly ScoringService Service = ScoringService.Default;
    private static readonly RuleSet Set = BuiltInRuleSet.Resolved.Data;

    [Fact]
    public void EveryTestHolds()
    {
        var report = RuleSetTestRunner.Run(BuiltInRuleSet.Resolved);
        report.Passed.Should().BeTrue("{0}", report);
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
        Set.Safety.Select(s => s.Id).Except(safety).Should().BeEquivalentTo(SecondLine, "each other safety rule is true in a test");
        Set.Interventions.Select(i => i.Id).Except(interventions).Should().Equal(["referral.skin-mentor-session"], "a commercial session is suggested by nothing");
    }

    [Fact]
    public void ATrueSafetyRuleShowsOnEachOfItsInterventions()
    {
        foreach (var test in Set.Tests.Where(t => t.Name.StartsWith(Fires, StringComparison.Ordinal)))
        {
            var rule = Set.Safety.Single(s => s.Id == test.Name[Fires.Length..]);
            foreach (string? concern in Set.Conditions.Select(c => c.Id).Prepend(null!))
            {
                var builder = test.Profile.ToBuilder();
                var profile = concern is null ? builder.Build() : builder.ConcernedAbout(concern).Build();
                var assessment = Service.Assess(profile);
                foreach (var shown in assessment.Recommendations.Where(r => Reach.Directly(rule, Set.Interventions.Single(i => i.Id == r.Intervention))))
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

    [Fact]
    public void EachNewSafetyRuleHasATestBesideItWhereItIsSilent()
    {
        var beside = new HashSet<string>(StringComparer.Ordinal);
        foreach (var test in Set.Tests.Where(t => t.Name.StartsWith(Silent, StringComparison.Ordinal)))
        {
            string id = test.Name[Silent.Length..test.Name.IndexOf(',', StringComparison.Ordinal)];
            beside.Add(id);
            var assessment = Service.Assess(test.Profile);
            assessment.Triage.Flags.Select(f => f.Rule).Should().NotContain(id);
            assessment.Triage.Unresolved.Select(f => f.Rule).Should().NotContain(id, "{0} is decided", id);
            assessment.Recommendations.SelectMany(r => r.Safety).Select(s => s.Rule).Should().NotContain(id, "{0} is neither true nor unknown in '{1}'", id, test.Name);
        }

        beside.Should().BeEquivalentTo(Rows.NewSafety.Select(r => r.Text("id")).Append("acne-care-isotretinoin"));
    }
}
