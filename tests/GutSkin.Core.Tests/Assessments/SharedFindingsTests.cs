namespace GutSkin.Core.Tests.Assessments;

/// <summary>What assessments share changes none of them: after other people and other languages each person's is that of a new service.</summary>
public class SharedFindingsTests
{
    [Fact]
    public void OthersBeforeChangeNothing()
    {
        var people = Directory.GetFiles(Repository.Path("samples", "profiles"), "*.json").Order(StringComparer.Ordinal)
            .Select(file => ProfileJson.Read(File.ReadAllBytes(file), file).GetValueOrThrow()).ToArray();
        var cultures = new[] { null, "de", null, "fr", "de" };
        var one = new ScoringService(ScoringService.Default.RuleSet);
        foreach (string? culture in cultures)
        {
            foreach (var person in people.Concat(people.Reverse()))
            {
                var options = new AssessmentOptions { Culture = culture };
                one.Assess(person, options).ToJson().Should().Be(new ScoringService(one.RuleSet).Assess(person, options).ToJson());
            }
        }
    }

    [Fact]
    public void WhatIsSaidAgainIsTheSameObject()
    {
        var service = new ScoringService(ScoringService.Default.RuleSet);
        var person = PersonProfile.Create().ConcernedAbout(SkinConditions.Rosacea).With(Factors.Person.Age, 41).Build();
        var first = service.Assess(person);
        service.Assess(PersonProfile.Create().ConcernedAbout(SkinConditions.AcneVulgaris).With(Factors.Person.Age, 16).Build());
        var again = service.Assess(person);
        again.Recommendations.Should().NotBeEmpty();
        again.Recommendations.SelectMany(r => r.Safety).Should().OnlyContain(s => first.Recommendations.SelectMany(r => r.Safety).Any(o => ReferenceEquals(o, s)));
        again.ToJson().Should().Be(first.ToJson());
    }
}
