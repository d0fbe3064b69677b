using System.Reflection;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.RuleSets;

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
                IsThatOfANewService(one, person, "", options);
            }
        }
    }

    [Fact]
    public void PeopleWhoDifferInOneAnswerChangeNothingForEachOther() => Cases.ForAll(
        seed =>
        {
            var ruleSet = Cases.RuleSet(seed);
            var person = TwinTests.Profile(Cases.Profile(ruleSet, seed));
            var one = TwinTests.Service(ruleSet);
            string[] factors = [.. one.RuleSet.Data.Factors.Select(f => f.Id)];
            new Random(seed).Shuffle(factors);
            foreach (string factor in factors.Take(12))
            {
                var declined = person.ToBuilder().Declined(factor).Build();
                PersonProfile other = person.Observations.ContainsKey(factor) ? person.ToBuilder().Without(factor).Build() : declined;
                foreach (var next in (PersonProfile[])[person, other, declined, person, declined])
                    IsThatOfANewService(one, next, $"seed {seed}, {factor}");
            }
        },
        count: 120);

    [Fact]
    public void AnAnswerBeyondTheEndOfACurveIsStillThePersonsOwn()
    {
        var service = Small.Service(Small.Milk);
        foreach (double milk in (double[])[60, 70, 60])
            service.Assess(Small.Person(FormattableString.Invariant($"\"f.milk\": {milk}"))).Conditions.Single(c => c.Id == "acne").Contributions.Single().Value!.Value.AsNumber.Should().Be(milk);
    }

    [Fact]
    public void HowFarARuleCouldReachIsThePersonsOwnThoughItsAnswerIsMissing()
    {
        const string Gated = """
            "rules": [ { "id": "a", "condition": "acne", "title": "t", "factor": "f.milk", "when": { "factor": "f.yes", "equals": true }, "curve": [[0, 0.2], [60, 1]], "effect": { "logOdds": 0.8 }, "certainty": "high" } ]
            """;
        var one = Small.Service(Gated);
        foreach (string known in (string[])["", "\"f.yes\": true", "", "\"f.yes\": true"])
            IsThatOfANewService(one, Small.Person(known), known);
    }

    [Theory]
    [InlineData("\"has.acne\": true", "\"has.acne\": true, \"f.milk\": 60")]
    [InlineData("\"has.acne\": true, \"f.yes\": true", "\"has.acne\": true, \"f.yes\": false")]
    [InlineData("\"f.cups\": 9", "\"f.cups\": 1")]
    [InlineData("\"f.cups\": 9", "")]
    public void WhatAnInterventionWouldDoIsThePersonsOwn(string one, string other)
    {
        const string Two = """
            "interventions": [
              { "id": "i", "category": "diet", "name": "I", "changes": [ { "factor": "f.milk", "atMost": 10 } ], "effects": [
                { "condition": "acne", "logOdds": -0.1, "ci95": [-0.2, -0.05], "certainty": "high", "when": { "factor": "f.yes", "equals": true }, "trial": { "outcome": "less", "n": 40, "weeks": 12 } },
                { "condition": "acne", "logOdds": -0.3, "ci95": [-0.4, -0.2], "certainty": "high", "trial": { "outcome": "less", "n": 40, "weeks": 12 } } ] },
              { "id": "j", "category": "diet", "name": "J", "changes": [ { "factor": "f.cups", "atMost": 2 } ], "indications": [ { "direction": "for", "strength": "strong", "text": "t" } ] } ]
            """;
        var service = Small.Service($"{Small.Milk}, {Two}");
        foreach (string known in (string[])[one, other, one, other])
            IsThatOfANewService(service, Small.Person(known), known);
    }

    [Fact]
    public void TheCompactFormKeepsWhatAClassRead()
    {
        var service = SmallSet.Service(new TestRule { Compute = SmallSet.Mean });
        var assessment = service.Assess(PersonProfile.Create().With("f.a", 50).With("f.b", 5).Build());

        service.ReadAssessment(assessment.ToJson(AssessmentJsonOptions.Compact)).GetValueOrThrow().ToJson().Should().Be(assessment.ToJson());
    }

    [Fact]
    public void WhatAClassReadIsThePersonsOwnThoughTheOtherInputIsMissing()
    {
        var service = SmallSet.Service(new TestRule { Compute = (in FactorValues _) => BurdenRange.Any });
        foreach (double sweets in (double[])[10, 20, 10])
        {
            service.Assess(PersonProfile.Create().With("f.a", sweets).Build()).Conditions.Single().Contributions.Single(c => c.Rule == "test.class").Inputs!.Value
                .Should().Equal(new ContributionInput("f.a", FactorValue.Number(sweets)), new ContributionInput("f.b", null));
        }
    }

    [Fact]
    public void NothingOfAPersonStaysBehind()
    {
        var service = new ScoringService(ScoringService.Default.RuleSet);
        service.Assess(ProfileJson.Read(Repository.Profile("rosacea-alcohol")).GetValueOrThrow());

        var builder = Field(service, "idle");
        var context = Field(builder, "context");
        foreach (string state in (string[])["<State>k__BackingField", "fixedFacts"])
            ((Core.Engine.Compiling.ScoreState)Field(context, state)).Answers.ToArray().Should().OnlyContain(answer => double.IsNaN(answer));

        static object Field(object of, string name) => of.GetType().GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(of)!;
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

    private static void IsThatOfANewService(ScoringService service, PersonProfile person, string because, AssessmentOptions? options = null) =>
        service.Assess(person, options).ToJson().Should().Be(new ScoringService(service.RuleSet).Assess(person, options).ToJson(), "{0}", because);
}
