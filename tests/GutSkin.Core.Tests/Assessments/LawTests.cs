using System.Text.Json.Nodes;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.Naive;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>What holds of every assessment, whatever the rule set and the person.</summary>
public class LawTests
{
    private const double Slack = 1e-12;

    [Fact]
    public void A_score_lies_between_0_and_100_in_its_interval_and_the_interval_under_the_ceiling() => Cases.ForAll(seed =>
    {
        foreach (var c in Cases.Assess(seed).Conditions)
        {
            if (c is not { Score: { } score, Interval: { } interval, Uncertainty: { } uncertainty, Ceiling: { } ceiling })
                continue;
            score.Should().BeInRange(0, 100);
            interval.Low.Should().BeLessThanOrEqualTo(score + (100 * Slack));
            interval.High.Should().BeGreaterThanOrEqualTo(score - (100 * Slack));
            interval.High.Should().BeLessThanOrEqualTo(ceiling + (100 * Slack));
            uncertainty.Contains(score).Should().BeTrue();
            c.Completeness.Should().BeInRange(0, 1 + Slack);
        }
    });

    [Fact]
    public void The_interval_contains_the_score_of_every_completion() => Cases.ForAll(seed =>
    {
        var ruleSet = Cases.RuleSet(seed);
        var service = TwinTests.Service(ruleSet);
        if (Cases.HasKnownInScoredRule(service.RuleSet.Data) || Cases.HasEarlierDerivation(service.RuleSet.Data))
            return;
        var profile = Cases.Profile(ruleSet, seed);
        var open = service.Assess(TwinTests.Profile(profile));
        for (int i = 0; i < 8; i++)
        {
            var complete = service.Assess(Cases.Complete(ruleSet, profile, seed + i, open));
            foreach (var c in open.Conditions)
            {
                if (c.Interval is { } interval)
                    complete.Condition(c.Id)!.Score.Should().BeInRange(interval.Low - (100 * Slack), interval.High + (100 * Slack), "seed {0}, {1}", seed, c.Id);
            }
        }
    });

    [Fact]
    public void The_order_of_entries_and_observations_changes_nothing() => Cases.ForAll(seed =>
    {
        var ruleSet = Cases.RuleSet(seed);
        var profile = Cases.Profile(ruleSet, seed);
        var turned = ruleSet.DeepClone().AsObject();
        // Effects stand in the order of the conditions, which is the rule set's own.
        foreach (string section in (string[])["rules", "factors", "mechanisms", "evidence", "interventions", "safety"])
        {
            if (turned[section] is JsonArray entries)
                turned[section] = new JsonArray([.. entries.Reverse().Select(e => e!.DeepClone())]);
        }

        var turnedProfile = profile.DeepClone().AsObject();
        if (turnedProfile["observations"] is JsonObject observations)
            turnedProfile["observations"] = new JsonObject(observations.Reverse().Select(o => KeyValuePair.Create(o.Key, o.Value?.DeepClone())));

        var straight = TwinTests.Assess(ruleSet, profile);
        var other = TwinTests.Assess(turned, turnedProfile) with { RuleSet = straight.RuleSet };
        other.ToJson().Should().Be(straight.ToJson());
    });

    [Fact]
    public void A_true_contraindication_is_never_recommended_and_unknown_is_never_safe() => Cases.ForAll(seed =>
    {
        var ruleSet = Cases.RuleSet(seed);
        var service = TwinTests.Service(ruleSet);
        var profile = TwinTests.Profile(Cases.Profile(ruleSet, seed));
        var assessment = service.Assess(profile);
        bool urgentOpen = assessment.Triage.Unresolved.Any(u => u.Urgency == Urgency.Urgent
            && u.Ask.Any(id => service.RuleSet.Data.Factors.All(f => f.Id != id || f.Acquisition == Acquisition.Ask)));
        foreach (var r in assessment.Recommendations.Where(r => r.Category != Intervention.ReferralCategory))
        {
            if (r.Status is RecommendationStatus.Recommended or RecommendationStatus.Caution)
            {
                r.Safety.Should().NotContain(s => s.Kind == SafetyKind.Contraindication, "a contraindication that is true or unknown holds back");
                urgentOpen.Should().BeFalse();
            }

            if (r.Status == RecommendationStatus.Recommended)
                r.Safety.Should().NotContain(s => s.State == SafetyState.True);
        }
    });

    [Fact]
    public void An_urgent_red_flag_defers_every_self_care_item_and_holds_every_lever() => Cases.ForAll(seed =>
    {
        var assessment = Cases.Assess(seed);
        if (assessment.Triage.Level != TriageLevel.ReferUrgent)
            return;
        assessment.Recommendations.Where(r => r.Category != Intervention.ReferralCategory && r.Status != RecommendationStatus.Deferred)
            .Should().BeEmpty();
        assessment.Levers.Where(l => l.Held.Length == 0).Should().BeEmpty();
    });

    [Fact]
    public void A_change_to_a_marker_moves_nothing() => Cases.ForAll(seed =>
    {
        var ruleSet = Cases.RuleSet(seed);
        var service = TwinTests.Service(ruleSet);
        var profile = TwinTests.Profile(Cases.Profile(ruleSet, seed));
        var complete = TwinTests.Profile(ProfileGenerator.Complete(ruleSet, Cases.Profile(ruleSet, seed), seed));
        foreach (var factor in service.RuleSet.Data.Factors)
        {
            bool drives = service.RuleSet.Data.Rules.Any(r => r.IsScored && r.Role == RuleRole.Driver
                && (r.Factor == factor.Id || r.When?.Factors().Contains(factor.Id) == true));
            if (drives || Cases.InfersFrom(service.RuleSet.Data, factor.Id) || !complete.Observations.TryGetValue(factor.Id, out var observation) || observation.Value is not { } value || observation.Unit is not null)
                continue;
            service.WhatIf(profile, new Dictionary<string, FactorValue> { [factor.Id] = value })
                .Conditions.Where(c => c.Gain is not (null or 0)).Should().BeEmpty();
        }
    });

    [Fact]
    public void Raising_a_burden_never_lowers_a_score_whose_effects_are_positive() => Cases.ForAll(seed =>
    {
        var random = new SplitMix64((ulong)seed);
        var rules = Enumerable.Range(0, 6).Select(i => new ScoringRule
        {
            Id = $"r.{i}",
            Condition = "c",
            Title = "t",
            Factor = $"f.x{i % 3}",
            Curve = Curve.Of((0, 0), (1 + (random.Next() % 50), 0.3), (60 + (random.Next() % 30), 1)),
            Effect = Effect.OddsRatio(1 + (random.Next() % 400 / 100.0)),
            Certainty = (Certainty)(random.Next() % 4),
            Overlap = random.Next() % 3 == 0 ? "g" : null,
        });
        var set = new RuleSet
        {
            Id = "law",
            Version = "1.0.0",
            Title = "law",
            Conditions = [new SkinCondition { Id = "c", Name = "c" }],
            Factors = [.. Enumerable.Range(0, 3).Select(i => new Factor { Id = $"f.x{i}", Name = "f", Kind = FactorKind.Number, Min = 0, Max = 100 })],
            Rules = [.. rules],
        };
        var service = new ScoringService(RuleSetComposer.Compose(RuleSetDocument.From(set)).GetValueOrThrow());
        double previous = -1;
        for (int x = 0; x <= 100; x += 4)
        {
            var profile = PersonProfile.Create().With("f.x0", (double)x).With("f.x1", 40.0).Build();
            double score = service.Assess(profile).Conditions[0].Score!.Value;
            score.Should().BeGreaterThanOrEqualTo(previous);
            previous = score;
        }
    });

    [Fact]
    public void The_index_of_safety_rules_is_what_each_rule_says_of_itself() => Cases.ForAll(seed =>
    {
        var set = TwinTests.Service(Cases.RuleSet(seed)).RuleSet.Data;
        var random = new SplitMix64((ulong)seed);
        // Stand-ins for others, too.
        Intervention[] interventions =
        [
            .. set.Interventions.Select(i => random.Chance(30) ? i with { SameSafetyAs = [random.Pick(set.Interventions).Id, "gone." + i.Id] } : i),
        ];
        SafetyRule[] safety = [.. set.Safety];
        var slots = new Slots(set.Factors.AsSpan());
        var index = new SafetyTargetIndex(set, safety, interventions, slots).ByIntervention(slots);
        for (int i = 0; i < interventions.Length; i++)
        {
            Enumerable.Range(0, safety.Length).Where(s => safety[s].Kind != SafetyKind.RedFlag && Reach.Directly(safety[s], interventions[i]))
                .Should().BeSubsetOf(index[i].ToArray(), "what reaches it directly reaches it, seed {0}", seed);
        }
    });

    [Fact]
    public void Overlays_of_disjoint_ids_can_come_in_any_order() => Cases.ForAll(
        seed =>
        {
            var ruleSet = Cases.RuleSet(seed);
            var profile = TwinTests.Profile(Cases.Profile(ruleSet, seed));
            string condition = ruleSet["conditions"]![0]!["id"]!.GetValue<string>();
            RuleSetDocument Overlay(string id, double ratio) => RuleSetDocument.From(new RuleSet
            {
                Id = id,
                Version = "1.0.0",
                Title = id,
                Rules =
                [
                    new ScoringRule { Id = $"zz.{id}", Condition = condition, Title = id, Effect = Effect.OddsRatio(ratio), Certainty = Certainty.High },
                ],
            });
            var main = RuleSetJson.Read(ruleSet.ToJsonString());
            var ab = new ScoringService(RuleSetComposer.Compose(main, Overlay("a", 1.3), Overlay("b", 0.8)).GetValueOrThrow()).Assess(profile);
            var ba = new ScoringService(RuleSetComposer.Compose(main, Overlay("b", 0.8), Overlay("a", 1.3)).GetValueOrThrow()).Assess(profile);
            (ba with { RuleSet = ab.RuleSet }).ToJson().Should().Be(ab.ToJson());
        },
        100);
}
