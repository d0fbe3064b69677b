using GutSkin.Core;
using GutSkin.Core.Testing;
using Xunit;

/// <summary>What a tester does first: a rule set's tests as one line, a fake service, an assessment kept beside the test.</summary>
public class ServiceTests
{
    private static readonly PersonProfile Person = PersonProfile.Create().ConcernedAbout(SkinConditions.AcneVulgaris).With(Factors.Diet.Milk, 2).Build();

    public static IEnumerable<object[]> Tests => RuleSetAssert.TestsOf("own.json");

    [Fact]
    public void Our_rules_hold() => RuleSetAssert.Passes("own.json");

    [Theory]
    [MemberData(nameof(Tests))]
    public void Each_test_of_our_rules_passes(string name) => RuleSetAssert.TestPasses(name, "own.json");

    [Fact]
    public void A_fake_answers_what_the_test_wants()
    {
        var canned = new AssessmentBuilder().WithScore(SkinConditions.AcneVulgaris, 42, low: 30, high: 55).Build();
        var fake = new FakeScoringService(canned);
        Assert.Same(canned, fake.Assess(Person));
        Assert.Equal(Person, Assert.Single(fake.Asked));
    }

    [Fact]
    public void An_urgent_sign_comes_first() =>
        Assert.Equal(TriageLevel.ReferUrgent, ScoringService.Default.Assess(SampleProfiles.Get("urgent-red-flag")).Triage.Level);

    [Fact]
    public void Every_generated_person_can_be_assessed() =>
        Assert.All(SampleProfiles.Generate(20), p => Assert.Empty(ScoringService.Default.Check(p)));

    [Fact]
    public void What_does_not_hold_says_so()
    {
        var failure = Assert.Throws<GutSkinAssertionException>(() => AssessmentAssert.ScoreIsBetween(ScoringService.Default.Assess(Person), SkinConditions.AcneVulgaris, 99, 100));
        Assert.Contains("acne-vulgaris", failure.Message);
    }
}
