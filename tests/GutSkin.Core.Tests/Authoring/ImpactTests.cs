using GutSkin.Core.Authoring;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Authoring;

/// <summary>A comparison makes no assessments; what it counts is what two whole assessments of each person give.</summary>
public class ImpactTests
{
    private static readonly ResolvedRuleSet Built = BuiltInRuleSet.Resolved;

    [Fact]
    public void WhatIsCountedIsWhatAssessmentsGive()
    {
        var people = People(240);
        var changed = Changed();
        foreach (var (old, now) in ((ResolvedRuleSet, ResolvedRuleSet)[])[(Built, changed), (changed, Built), (Built, Built)])
        {
            var counted = RuleSetDiff.Compare(old, now, people, threads: 2).Impact!;
            var (before, after) = (new ScoringService(old), new ScoringService(now));
            var assessed = people.Select((p, i) => (Person: i + 1, Old: Assess(before, p), New: Assess(after, p))).ToList();
            var both = assessed.Where(a => a.Old is not null && a.New is not null).Select(a => (a.Person, Old: a.Old!, New: a.New!)).ToList();

            counted.People.Should().Be(both.Count);
            counted.NotAssessed.Should().Equal(assessed.Where(a => a.Old is null).Select(a => a.Person));
            counted.TriageChanged.Should().Be(both.Count(a => a.Old.Triage.Level != a.New.Triage.Level));
            counted.BandChanged.Should().Be(both.Count(a => a.Old.Conditions.Any(c => c.Concern && c.Score is not null && a.New.Condition(c.Id) is { Score: not null } other && other.Band != c.Band)));
            foreach (var condition in counted.Conditions)
            {
                double[] moves = [.. both.Select(a => a.New.Condition(condition.Condition)!.Score!.Value - a.Old.Condition(condition.Condition)!.Score!.Value)];
                (condition.Rises, condition.Falls, condition.Least, condition.Greatest).Should().Be((moves.Count(m => m > 0), moves.Count(m => m < 0), moves.Min(), moves.Max()));
                condition.BandChanged.Should().Be(both.Count(a => a.New.Condition(condition.Condition)!.Band != a.Old.Condition(condition.Condition)!.Band));
                condition.Mean.Should().Be(moves.Sum() / moves.Length);
            }

            if (counted.LargestMove is { } largest)
                Math.Abs(largest.To - largest.From).Should().Be(both.Max(a => a.Old.Conditions.Where(c => c.Score is not null).Max(c => Math.Abs(c.Score!.Value - a.New.Condition(c.Id)!.Score!.Value))));
            string[] interventions = [.. old.Data.Interventions.Concat(now.Data.Interventions).Select(i => i.Id).Distinct().Order(StringComparer.Ordinal)];
            counted.Recommendations.Should().Equal(interventions.Select(id => new RecommendationImpact(
                    id, both.Count(a => IsSuggested(a.New, id) && !IsSuggested(a.Old, id)), both.Count(a => IsSuggested(a.Old, id) && !IsSuggested(a.New, id))))
                .Where(r => r.Gained + r.Lost > 0));
            counted.SafetyLost.Should().Equal(assessed.Where(a => a.Old is not null).SelectMany(a => a.New is null
                ? [new SafetyLoss(a.Person, null, null, "an assessment", "a profile that the new rule set cannot assess")]
                : Lost(a.Person, a.Old!, a.New)));
            if (ReferenceEquals(old, now))
            {
                (counted.SafetyLost.Length, counted.Recommendations.Length, counted.Conditions.Length, counted.LargestMove).Should().Be((0, 0, 0, null));
                continue;
            }

            // Without something of each kind, the comparison shows nothing.
            counted.SafetyLost.Should().Contain(l => l.Rule == null).And.Contain(l => l.Rule != null && l.Intervention == null).And.Contain(l => l.Intervention != null && l.Now == "nothing");
            counted.Conditions.Length.Should().BeGreaterThan(2);
            counted.Recommendations.Length.Should().BeGreaterThan(2);
            counted.BandChanged.Should().BePositive();
        }
    }

    /// <summary>A rule set that differs in rules, safety of every kind, interventions, and in what it allows as an answer.</summary>
    private static ResolvedRuleSet Changed()
    {
        var data = Built.Data;
        var safety = data.Safety.Select((rule, i) => (i % 5) switch
        {
            0 => rule with { When = new NotGate { Operand = rule.When } },
            1 when rule.Kind == SafetyKind.RedFlag => rule with { Urgency = rule.Urgency == Urgency.Urgent ? Urgency.Routine : Urgency.Urgent },
            1 => rule with { Kind = rule.Kind == SafetyKind.Contraindication ? SafetyKind.Caution : SafetyKind.Contraindication },
            2 when rule.Kind != SafetyKind.RedFlag => rule with { Interventions = [data.Interventions[i % data.Interventions.Length].Id], Traits = [], Movements = [] },
            3 => rule with { Id = rule.Id + ".other" },
            _ => rule,
        });
        return RuleSetComposer.Compose(RuleSetDocument.From(data with
        {
            Tests = [],
            Texts = Built.Data.Texts.Clear(),
            Safety = [.. safety.Select(r => r with { Locked = false })],
            Rules = [.. data.Rules.Where((_, i) => i % 11 != 0).Select((r, i) => i % 7 == 0 ? r with { Certainty = r.Certainty == Certainty.High ? Certainty.VeryLow : Certainty.High } : r)],
            Interventions = [.. data.Interventions.Select((v, i) => i % 5 == 0 ? v with { When = v.When is { } when ? new NotGate { Operand = when } : new ComparisonGate { Factor = "person.age", AtLeast = 40 } } : v)],
            Factors = [.. data.Factors.Select(f => f.Id == "diet.fiber" ? f with { Max = 100 } : f.Id == "diet.milk" ? f with { Max = f.Max + 5 } : f)],
        })).GetValueOrThrow();
    }

    private static List<PersonProfile> People(int count)
    {
        var random = new SplitMix64(11);
        var people = new List<PersonProfile>();
        for (int i = 0; i < count; i++)
        {
            var person = PersonProfile.Create();
            if (i % 2 == 0)
                person.ConcernedAbout(random.Pick(Built.Data.Conditions.Where(c => c.Kind == ConditionKind.SkinCondition).ToList()).Id);
            int part = 5 + random.Below(90);
            foreach (var factor in Built.Data.Factors.Where(_ => random.Below(100) < part))
            {
                double low = factor.Min ?? 0, high = factor.Max ?? 100, value = low + ((high - low) * random.Below(1000) / 1000.0);
                if (factor.Id == "diet.milk" && i % 9 == 0)
                    value = high + 2;
                if (random.Below(20) == 0)
                    person.Declined(factor.Id);
                else if (factor.Kind == FactorKind.Boolean)
                    person.With(factor.Id, random.Below(4) == 0);
                else if (factor.Kind == FactorKind.Choice)
                    person.With(factor.Id, random.Pick(factor.Choices));
                else
                    person.With(factor.Id, factor.Kind == FactorKind.Integer ? Math.Floor(value) : value);
            }

            people.Add(person.Build());
        }

        return people;
    }

    private static Assessment? Assess(ScoringService service, PersonProfile profile) => service.TryAssess(profile, new AssessmentOptions { IgnoreUnknownFactors = true }).Value;

    private static bool IsSuggested(Assessment assessment, string intervention) =>
        assessment.Recommendation(intervention)?.Status is RecommendationStatus.Recommended or RecommendationStatus.Caution;

    private static IEnumerable<SafetyLoss> Lost(int person, Assessment old, Assessment now)
    {
        foreach (var (rule, (strength, words)) in Flags(old))
        {
            var isNow = Flags(now).Where(f => f.Rule == rule).Select(f => f.Says).FirstOrDefault((0, "nothing"));
            if (isNow.Item1 < strength)
                yield return new SafetyLoss(person, rule, null, words, isNow.Item2);
        }

        foreach (var recommendation in old.Recommendations)
        {
            foreach (var finding in recommendation.Safety)
            {
                if (now.Recommendation(recommendation.Intervention) is not { } other)
                    continue;
                var (strength, words) = other.Safety.Where(s => s.Rule == finding.Rule).Select(Says).FirstOrDefault((0, "nothing"));
                if (strength < Says(finding).Strength)
                    yield return new SafetyLoss(person, finding.Rule, recommendation.Intervention, Says(finding).Words, words);
            }
        }

        static (int Strength, string Words) Says(SafetyFinding finding) => (
            (finding.Kind == SafetyKind.Contraindication ? 2 : 0) + (finding.State == SafetyState.True ? 2 : 1),
            $"{(finding.Kind == SafetyKind.Contraindication ? "contraindication" : "caution")}{(finding.State == SafetyState.True ? "" : ", not yet known")}");

        static IEnumerable<(string Rule, (int Strength, string Words) Says)> Flags(Assessment of) =>
            of.Triage.Unresolved.Select(f => (f.Rule, (1, "a red flag not yet checked")))
                .Concat(of.Triage.Flags.Select(f => (f.Rule, (2 + (int)f.Urgency, $"a red flag ({f.Urgency.ToString().ToLowerInvariant()})"))));
    }
}
