using GutSkin.Core.Assessments.Building;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>Section 6 of the scoring model: the order of the list.</summary>
public class RecommendationOrderTests
{
    private static readonly CompiledGate Always = new(0, [], [], 0);

    [Fact]
    public void Each_key_of_the_order_decides_where_those_before_it_are_equal()
    {
        Appraisal[] ordered =
        [
            Of(called: Urgency.Urgent, category: "referral"),
            Of(called: Urgency.Soon, category: "referral"),
            Of(tier: 1, forCondition: true, category: "care", benefit: 0),
            Of(tier: 1, forCondition: true, benefit: 9),
            Of(tier: 1, category: "care", benefit: 9),
            Of(tier: 1, benefit: 8, certainty: Certainty.High),
            Of(tier: 1, status: RecommendationStatus.Caution, forCondition: true),
            Of(tier: 2, benefit: 9),
            Of(benefit: 0.1, certainty: Certainty.High),
            Of(benefit: 5, certainty: Certainty.Moderate),
            Of(benefit: 4, certainty: Certainty.Moderate, effort: Level.Low, cost: Level.Low),
            Of(benefit: 4, certainty: Certainty.Moderate, effort: Level.Low, cost: Level.High),
            Of(benefit: 4 + 4e-13, certainty: Certainty.Moderate),
            Of(benefit: 0.1),
            Of(benefit: 0.09, certainty: Certainty.High),
            Of(benefit: 9, status: RecommendationStatus.Caution),
            Of(tier: 1, status: RecommendationStatus.NeedsCheck),
            Of(tier: 1, status: RecommendationStatus.Deferred),
            Of(tier: 1, status: RecommendationStatus.Blocked),
            Of(tier: 1, status: RecommendationStatus.AdvisedAgainst),
            Of(tier: 1, status: RecommendationStatus.AlreadyMet),
            Of(tier: 1, status: RecommendationStatus.NotAssessed),
            Of(tier: 1, status: RecommendationStatus.NoExpectedBenefit),
        ];
        // The same twice is told apart by the id alone.
        var all = ordered.SelectMany((a, i) => new[] { Copy(a, 2 * i), Copy(a, (2 * i) + 1) }).Reverse().ToList();

        RecommendationOrder.Sort(all, []);

        all.Select(a => a.Index).Should().BeInAscendingOrder();
    }

    private static Appraisal Of(
        Urgency? called = null, string category = "diet", int tier = 3, bool forCondition = false, double benefit = 0, Certainty? certainty = null,
        RecommendationStatus status = RecommendationStatus.Recommended, Level effort = Level.Medium, Level cost = Level.Medium) =>
        new(0, Compiled(new Intervention { Id = "i", Category = category, Name = "I", Effort = effort, Cost = cost }), 0)
        {
            Called = called,
            Tier = tier,
            IsForCondition = forCondition,
            Benefit = benefit,
            Certainty = certainty,
            Status = status,
        };

    private static Appraisal Copy(Appraisal of, int index) => new(index, of.Compiled, 0)
    {
        Called = of.Called,
        Tier = of.Tier,
        IsForCondition = of.IsForCondition,
        Benefit = of.Benefit,
        Certainty = of.Certainty,
        Status = of.Status,
    };

    private static CompiledIntervention Compiled(Intervention intervention) =>
        new() { Intervention = intervention, Gate = Always, Moves = [], Safety = [], Indications = [], Trials = [], TrialsOf = IntLists.ByKey([], 0), Products = [] };
}
