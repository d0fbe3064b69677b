namespace GutSkin.Core.Testing.Tests;

public class FakesTests
{
    private static readonly PersonProfile Person = PersonProfile.Create().With(Factors.Diet.Milk, 2).Build();

    [Fact]
    public void A_fake_gives_its_answer_and_remembers_who_asked()
    {
        var answer = new AssessmentBuilder().WithScore(SkinConditions.Rosacea, 12, 10, 30).Build();
        var fake = new FakeScoringService(answer);
        fake.Check(Person).Should().BeEmpty();
        fake.Assess(Person).Should().BeSameAs(answer);
        fake.Asked.Should().Equal(Person);

        var buffer = ScoringService.Default.CreateBuffer();
        var scores = new ScoreResult[buffer.Conditions.Length];
        fake.Score(buffer, scores);
        scores[buffer.Conditions.IndexOf(SkinConditions.Rosacea)].Should().Be(new ScoreResult(12, new Interval(10, 30)));
        FluentActions.Invoking(() => fake.Score(buffer, [])).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_fake_can_answer_by_the_profile_and_can_refuse()
    {
        new FakeScoringService((profile, _) => new AssessmentBuilder().WithScore(SkinConditions.Rosacea, profile.Observations.Count).Build())
            .Assess(Person).Condition(SkinConditions.Rosacea)!.Score.Should().Be(1);
        var refusing = FakeScoringService.Refusing(new Diagnostic { Code = "GS0000", Severity = DiagnosticSeverity.Error, Message = "Refused." });
        refusing.TryAssess(Person).Success.Should().BeFalse();
        FluentActions.Invoking(() => refusing.Assess(Person)).Should().Throw<InvalidInputException>();
    }

    [Fact]
    public void A_cohort_is_scored_truly()
    {
        var columns = new CohortColumns(2).Add(Factors.Diet.Milk, new double[] { 3, 0 });
        var truly = ScoringService.Default.CreateResults(2);
        ScoringService.Default.ScoreTable(columns, truly);
        var fake = new FakeScoringService(new AssessmentBuilder().Build());
        var results = fake.CreateResults(2);
        fake.ScoreTable(columns, results);
        results.Scores(SkinConditions.AcneVulgaris).ToArray().Should().Equal(truly.Scores(SkinConditions.AcneVulgaris).ToArray());
    }

    [Fact]
    public void The_kept_people_are_the_samples_and_can_be_assessed()
    {
        SampleProfiles.Names.Should().Equal(Repository.SampleProfiles.Select(f => Path.GetFileNameWithoutExtension(f)));
        SampleProfiles.Names.Should().OnlyContain(n => ScoringService.Default.Check(SampleProfiles.Get(n), null).All(d => d.Severity != DiagnosticSeverity.Error));
        FluentActions.Invoking(() => SampleProfiles.Get("nobody")).Should().Throw<ArgumentException>().WithMessage("*adolescent-acne*");
    }

    [Fact]
    public void Generated_people_are_allowed_and_the_same_for_the_same_seed()
    {
        var people = SampleProfiles.Generate(60, seed: 7, answered: 0.8).ToList();
        people.Should().Equal(SampleProfiles.Generate(60, seed: 7, answered: 0.8)).And.OnlyHaveUniqueItems();
        people.Should().NotEqual(SampleProfiles.Generate(60, seed: 8, answered: 0.8));
        people.SelectMany(p => ScoringService.Default.Check(p)).Should().BeEmpty();
        SampleProfiles.Generate(1, answered: 0).Single().Observations.Should().BeEmpty();
        FluentActions.Invoking(() => SampleProfiles.Generate(1, answered: double.NaN)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => SampleProfiles.Generate(-1)).Should().Throw<ArgumentOutOfRangeException>();
    }
}
