using GutSkin.Core.RuleSets;
using Xunit.Abstractions;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>A person who answers in the order asked is soon done.</summary>
public class QuestionCountTests(ITestOutputHelper output)
{
    private const int Limit = 25;

    private static readonly RuleSet Set = BuiltInRuleSet.Resolved.Data;

    [Fact]
    public void OneConcernIsEnoughAfterAtMostTwentyFiveQuestions()
    {
        var counts = new List<int>();
        var oracles = SamplePeople().Prepend(PersonProfile.Create().Build()).ToList();
        foreach (var condition in Set.Conditions)
        {
            foreach (var person in oracles)
            {
                int count = Ask(condition.Id, person);
                counts.Add(count);
                count.Should().BeLessThanOrEqualTo(Limit, "{0} as asked of {1}", condition.Id, person.Id ?? "somebody healthy");
            }
        }

        counts.Sort();
        output.WriteLine($"{counts.Count} interviews: median {counts[counts.Count / 2]}, longest {counts[^1]} questions");
    }

    /// <summary>Asks until it is enough; what the person did not tell is answered "no" or with the factor's reference.</summary>
    private static int Ask(string concern, PersonProfile person)
    {
        var builder = PersonProfile.Create().ConcernedAbout(concern);
        for (int asked = 0; asked <= 2 * Limit; asked++)
        {
            var assessment = ScoringService.Default.Assess(builder.Build());
            if (assessment.Enough)
                return asked;
            assessment.NextQuestions.Should().NotBeEmpty("it is not enough yet");
            var question = assessment.NextQuestions[0];
            if (question.Asks == QuestionKind.Screen)
                builder.Screened(question.Id, question.Items.Select(i => i.Factor));
            foreach (string factor in question.Items.Select(i => i.Factor))
            {
                if (question.Asks != QuestionKind.Screen || person.Observations.ContainsKey(factor))
                    builder.With(factor, Answer(factor, person));
            }
        }

        return int.MaxValue;
    }

    private static FactorValue Answer(string id, PersonProfile person)
    {
        if (person.Observations.TryGetValue(id, out var told) && told is { Value: { } value, Unit: null })
            return value;
        var factor = Set.Factors.Single(f => f.Id == id);
        return factor.Kind switch
        {
            FactorKind.Boolean => FactorValue.Boolean(false),
            FactorKind.Choice => FactorValue.Choice(factor.Choices[0]),
            _ when id == "person.age" => FactorValue.Number(35),
            _ => FactorValue.Number(factor.UngatedReference?.High ?? factor.UngatedReference?.Low ?? factor.Min ?? 0),
        };
    }

    private static IEnumerable<PersonProfile> SamplePeople() =>
        Directory.EnumerateFiles(Repository.Path("samples", "profiles"), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(f => ProfileJson.Read(File.ReadAllText(f)).GetValueOrThrow());
}
