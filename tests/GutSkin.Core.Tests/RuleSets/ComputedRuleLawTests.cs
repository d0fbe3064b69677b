using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.Assessments;
using GutSkin.Core.Tests.Naive;

namespace GutSkin.Core.Tests.RuleSets;

/// <summary>What holds of every assessment holds with classes over several factors, too.</summary>
public class ComputedRuleLawTests
{
    private const double Slack = 1e-10;

    [Fact]
    public void The_interval_contains_the_score_of_every_completion_and_lies_under_the_ceiling() => Cases.ForAll(seed =>
    {
        var ruleSet = Cases.RuleSet(seed);
        var service = Service(seed);
        var profile = Cases.Profile(ruleSet, seed);
        var open = service.Assess(TwinTests.Profile(profile));
        foreach (var c in open.Conditions)
        {
            if (c.Interval is not { } interval)
                continue;
            interval.High.Should().BeLessThanOrEqualTo(c.Ceiling!.Value + Slack);
            c.Score.Should().BeInRange(interval.Low - Slack, interval.High + Slack);
            c.Completeness.Should().BeInRange(0, 1 + Slack);
        }

        if (Cases.HasKnownInScoredRule(service.RuleSet.Data) || Cases.HasEarlierDerivation(service.RuleSet.Data))
            return;
        for (int i = 0; i < 5; i++)
        {
            var complete = service.Assess(Cases.Complete(ruleSet, profile, seed + i, open));
            foreach (var c in open.Conditions)
            {
                var score = complete.Condition(c.Id)!;
                if (c.Interval is { } range)
                    score.Score.Should().BeInRange(range.Low - Slack, range.High + Slack, "seed {0}, {1}", seed, c.Id);
                if (open.Notices.All(n => n.Code != "too-old"))
                    score.Contributions.Should().NotContain(x => x.Rule.StartsWith("class.", StringComparison.Ordinal) && !x.Determined);
            }
        }
    });

    [Fact]
    public void A_lever_does_what_a_new_assessment_says() => Cases.ForAll(seed =>
    {
        var service = Service(seed, driversOnly: true);
        var profile = TwinTests.Profile(Cases.Profile(Cases.RuleSet(seed), seed));
        var before = service.Assess(profile);
        foreach (var lever in before.Levers)
        {
            var after = service.Assess(profile.ToBuilder().With(lever.Factor, lever.To).Build());
            // A lever changes one answer: what follows from it is not worked out anew.
            if (!after.Inapplicable.SequenceEqual(before.Inapplicable)
                || !after.Derived.Select(d => (d.Factor, d.Value)).SequenceEqual(before.Derived.Select(d => (d.Factor, d.Value))))
            {
                continue;
            }

            foreach (var condition in before.Conditions)
            {
                double? expected = lever.Effects.FirstOrDefault(e => e.Condition == condition.Id)?.ScoreAfter ?? condition.Score;
                after.Condition(condition.Id)!.Score.Should().Be(expected, "seed {0}, {1}", seed, lever.Factor);
            }
        }
    });

    [Fact]
    public void What_a_class_leaves_open_is_asked() => Cases.ForAll(seed =>
    {
        var service = Service(seed);
        var set = service.RuleSet.Data;
        var rule = set.Rules.First(r => r.IsComputed && r.Overlap is null);
        var assessment = service.Assess(PersonProfile.Create().ConcernedAbout(rule.Condition).Build());
        var contribution = assessment.Condition(rule.Condition)!.Contributions.FirstOrDefault(c => c.Rule == rule.Id);
        if (contribution is null || contribution.Determined)
            return;
        contribution.Inputs!.Value.Select(i => i.Factor).Should().Equal(rule.BurdenFactors);
        double width = contribution.Range.High - contribution.Range.Low;
        assessment.NextQuestions.Should().NotContain(q => rule.BurdenFactors.Contains(q.Id) && q.Gain < width - Slack);
    });

    /// <summary>A generated rule set with three classes over one to four of its factors, one of them in an overlap group.</summary>
    private static ScoringService Service(int seed, bool driversOnly = false)
    {
        var random = new SplitMix64((ulong)seed);
        var set = TwinTests.Service(Cases.RuleSet(seed)).RuleSet.Data;
        if (driversOnly)
            set = set with { Rules = [.. set.Rules.Select(r => r with { Role = RuleRole.Driver })] };
        var rules = Enumerable.Range(0, 3).Select(i => new MeanRule(
            $"class.r{i}", random.Pick(set.Conditions).Id, [.. random.Some(set.Factors, random.From(2, Math.Min(4, set.Factors.Length)))])
        {
            Size = Effect.OddsRatio(i == 1 ? 0.6 : 1 + (random.Next() % 300 / 100.0)),
            Gate = i == 2 ? set.Rules.FirstOrDefault(r => r.When is not null)?.When : null,
            Group = i == 2 ? "class-group" : null,
        });
        return new ScoringService(RuleSetComposer.Compose([RuleSetDocument.From(set)], [.. rules]).GetValueOrThrow());
    }
}
