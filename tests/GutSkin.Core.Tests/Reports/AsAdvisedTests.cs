namespace GutSkin.Core.Tests.Reports;

/// <summary>What somebody does already is said by what it is about, and never of what they could not do.</summary>
public class AsAdvisedTests
{
    private const string AsAdvised = "you already do what is advised about";

    [Fact]
    public void Who_never_smoked_has_not_quit_and_who_is_not_stressed_does_no_yoga()
    {
        string page = Page(p => p.With("lifestyle.smoking-history", "never").With(Factors.Lifestyle.PerceivedStress, 4), age: 40, SkinConditions.Psoriasis);
        page.Should().Contain(AsAdvised).And.Contain("Cigarettes").And.NotContain("Quit smoking").And.NotContain("Yoga");
    }

    [Fact]
    public void An_infant_is_not_praised_for_drinking_no_alcohol() =>
        Page(p => p, age: 1.2, SkinConditions.AtopicDermatitis).Should().NotContain("Alcohol");

    [Fact]
    public void What_lasts_as_long_as_its_reason_has_no_first_week() =>
        Page(p => p.With(Factors.Person.Pregnant, true).With(Factors.Diet.Alcohol, 14), age: 29, SkinConditions.AcneVulgaris)
            .Should().Contain("up to 52 weeks").And.NotContain("0 to 52");

    private static string Page(Func<PersonProfileBuilder, PersonProfileBuilder> answers, double age, string condition) =>
        ScoringService.Default.Assess(answers(PersonProfile.Create().AsOf(new DateOnly(2026, 11, 20)).ConcernedAbout(condition)
            .With(Factors.Person.Age, age).With($"condition.{condition}", true).Screened(Screens.All)).Build()).ToText();
}
