using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>What holds of the advice of the built-in rule set for everybody.</summary>
public class AdviceLawTests
{
    private const int People = 150;
    private static readonly RuleSet Set = BuiltInRuleSet.Resolved.Data;
    private static readonly Dictionary<string, Intervention> Interventions = Set.Interventions.ToDictionary(i => i.Id);

    [Fact]
    public void A_true_contraindication_by_id_trait_or_movement_is_never_suggested_and_its_lever_is_never_free() => ForEverybody(assessment =>
    {
        foreach (var r in assessment.Recommendations.Where(r => r.IsSuggested && r.Category != Intervention.ReferralCategory))
            r.Safety.Should().NotContain(s => s.Kind == SafetyKind.Contraindication, "{0} is suggested", r.Intervention);
        var found = assessment.Recommendations.SelectMany(r => r.Safety).Where(s => s is { State: SafetyState.True, Kind: SafetyKind.Contraindication })
            .Select(s => s.Rule).ToHashSet();
        foreach (var rule in Set.Safety.Where(s => found.Contains(s.Id)))
        {
            foreach (var r in assessment.Recommendations.Where(r => IsReached(rule, Interventions[r.Intervention]) && r.Category != Intervention.ReferralCategory))
                r.Status.Should().BeOneOf([RecommendationStatus.Blocked, RecommendationStatus.Deferred], "{0} reaches {1}", rule.Id, r.Intervention);
            foreach (var lever in assessment.Levers.Where(l => Holds(rule, l)))
                lever.Held.Should().NotBeEmpty("{0} is on the movement of {1}", rule.Id, lever.Factor);
        }
    });

    [Fact]
    public void Where_nothing_is_left_to_change_nothing_is_recommended() => ForEverybody(assessment =>
        assessment.Recommendations.Should().NotContain(r => r.Room == Room.Met && (r.IsSuggested || r.Status == RecommendationStatus.NeedsCheck)));

    [Fact]
    public void No_index_after_an_act_comes_from_a_trial() => ForEverybody(assessment =>
    {
        foreach (var effect in assessment.Recommendations.SelectMany(r => r.Effects))
        {
            (effect.ScoreAfter is not null).Should().Be(effect.Lever != 0 && !effect.Trials.Any(t => t.Chosen));
            if (effect is { ScoreAfter: { } after } && assessment.Condition(effect.Condition) is { LogOdds: { } now })
                after.Should().BeApproximately(100 * (1 - Math.Exp(-Math.Max(0, now - effect.Lever))), 1e-9);
        }
    });

    [Fact]
    public void The_order_is_total_and_the_same_from_any_start() => ForEverybody(assessment =>
    {
        assessment.Recommendations.Select(r => r.Intervention).Should().OnlyHaveUniqueItems();
        // What must not stand before something else does not.
        var list = assessment.Recommendations.Where(r => r.Category != Intervention.ReferralCategory).ToList();
        for (int i = 1; i < list.Count; i++)
            (Place(list[i - 1]) <= Place(list[i])).Should().BeTrue("{0} stands before {1}", list[i - 1].Intervention, list[i].Intervention);
    });

    [Fact]
    public void Ask_and_declined_are_empty_where_nothing_waits() => ForEverybody(assessment =>
        assessment.Recommendations.Where(r => !r.IsSuggested && r.Status != RecommendationStatus.NeedsCheck)
            .Should().OnlyContain(r => r.Ask.IsEmpty && r.Declined.IsEmpty));

    /// <summary>Group and tier as one number.</summary>
    private static int Place(Recommendation r) => (10 * (r.Status == RecommendationStatus.Recommended ? 1 : (int)r.Status)) + r.Tier;

    private static bool IsReached(SafetyRule rule, Intervention intervention) =>
        Reach.Directly(rule, intervention) || (intervention.VariantOf is { } parent && IsReached(rule, Interventions[parent]));

    private static bool Holds(SafetyRule rule, Lever lever) => rule.Movements.Any(m => m.Factor == lever.Factor && m.Direction switch
    {
        MovementDirection.Any => true,
        MovementDirection.Up => lever.To.Kind == FactorValueKind.Number && lever.To.AsNumber > lever.From.AsNumber,
        _ => lever.To.Kind == FactorValueKind.Number && lever.To.AsNumber < lever.From.AsNumber,
    });

    private static void ForEverybody(Action<Assessment> law)
    {
        for (ulong seed = 1; seed <= People; seed++)
            law(Everybody.Value[(int)seed - 1]);
    }

    private static readonly Lazy<Assessment[]> Everybody = new(() =>
        [.. Enumerable.Range(1, People).Select(seed => ScoringService.Default.Assess(Somebody(new SplitMix64((ulong)seed))))]);

    /// <summary>Somebody of whom more or less is known.</summary>
    private static PersonProfile Somebody(SplitMix64 random)
    {
        var person = PersonProfile.Create();
        int share = random.Pick([5, 30, 70, 95]), yes = random.Pick([0, 2, 10]);
        foreach (var condition in Set.Conditions.Where(_ => random.Chance(20)))
            person.ConcernedAbout(condition.Id);
        foreach (var screen in Set.Screens.Where(_ => random.Chance(share)))
            person.Screened(screen.Id);
        foreach (var factor in Set.Factors)
        {
            bool isKnown = factor.Kind == FactorKind.Boolean ? random.Chance(yes) : random.Chance(share);
            if (!isKnown)
                continue;
            double low = factor.Min ?? 0, high = factor.Max ?? 100, number = low + ((high - low) * (random.Next() % 1001 / 1000.0));
            person.With(factor.Id, factor.Kind switch
            {
                FactorKind.Boolean => FactorValue.Boolean(random.Chance(80)),
                FactorKind.Choice => FactorValue.Choice(random.Pick([.. factor.Choices])),
                FactorKind.Integer => FactorValue.Number(Math.Floor(number)),
                _ => FactorValue.Number(number),
            });
        }

        return person.Build();
    }
}
