using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.Naive;

namespace GutSkin.Core.Tests.Consultations;

/// <summary>Consultations by the built-in rule set, answered, declined and skipped at random.</summary>
public class BuiltInConsultationTests
{
    private const int Walks = 14;
    private const int MostQuestions = 45;

    private static readonly DateOnly Day = new(2026, 11, 20);
    private static readonly string[] Concerns = [.. BuiltInRuleSet.Resolved.Data.Conditions.Where(c => c.Kind == ConditionKind.SkinCondition).Select(c => c.Id)];

    [Fact]
    public void Whatever_is_answered_nothing_is_asked_twice_back_restores_every_byte_and_it_ends()
    {
        for (int seed = 0; seed < Walks; seed++)
        {
            var random = new SplitMix64((ulong)seed + 1000);
            var asked = new HashSet<string>(StringComparer.Ordinal);
            var at = Start(seed);
            int questions = 0;
            while (at.Current is { } question)
            {
                foreach (var item in question.Items)
                    asked.Add(item.Factor).Should().BeTrue("{0} is asked once, seed {1}", item.Factor, seed);
                var after = ConsultationTests.Step(at, random, alsoSkip: true);
                after.Back().ToJson().Should().Be(at.ToJson());
                after.Back().Assessment.Should().BeSameAs(at.Assessment, "a step back is the value that was there");
                (++questions).Should().BeLessThanOrEqualTo(MostQuestions, "of walk {0}", seed);
                at = after;
            }

            var read = Consultation.Read(at.ToJson(), ScoringService.Default).GetValueOrThrow();
            read.Assessment.ToJson().Should().Be(at.Assessment.ToJson());
            read.Back().Assessment.ToJson().Should().Be(at.Back().Assessment.ToJson());
        }
    }

    [Fact]
    public void In_whatever_order_the_answers_came_the_assessment_is_that_of_the_profile_built_at_once()
    {
        for (int seed = 0; seed < Walks; seed++)
        {
            var random = new SplitMix64((ulong)seed + 2000);
            var at = Start(seed);
            while (at.Current is not null)
                at = ConsultationTests.Step(at, random, alsoSkip: false);

            var atOnce = PersonProfile.Create().AsOf(Day).ConcernedAbout([.. at.Profile.Concerns]);
            foreach (var screen in at.Profile.Screened.Reverse())
                atOnce.Screened(screen.Screen, screen.Items!.Value.Reverse(), screen.On);
            foreach (var (factor, observation) in at.Profile.Observations.Reverse())
            {
                if (observation.Value is { } value)
                    atOnce.With(factor, value);
                else
                    atOnce.Declined(factor);
            }

            ScoringService.Default.Assess(atOnce.Build()).ToJson().Should().Be(at.Assessment.ToJson(), "seed {0}", seed);
            var changed = Consultation.Start(ScoringService.Default, at.Profile.Concerns, Day).Screened(at.Profile.Screened.Select(s => s.Screen));
            changed.Profile.Screened.Select(s => s.Screen).Should().BeEquivalentTo(at.Profile.Screened.Select(s => s.Screen));
        }
    }

    [Fact]
    public void Answers_from_which_no_value_comes_leave_the_factor_open_and_the_consultation_goes_on()
    {
        // 300 kg at 60 cm: each is allowed, and the body mass index of the two is none.
        var at = Consultation.Start(ScoringService.Default, [SkinConditions.Psoriasis], Day).Screened(Screens.All).Change("condition.psoriasis", true)
            .Change("person.age", 30).Change("person.sex", "female").Change("body.height", 60).Change("body.weight", 300);

        at.Assessment.Derived.Select(d => d.Factor).Should().NotContain("body.bmi");
        at.Assessment.Notices.Should().Contain(n => n.Code == "derivation-out-of-range" && n.Derivation == "bmi");
        at.Assessment.Condition(SkinConditions.Psoriasis)!.Contributions.Where(c => c.Factor == "body.bmi").Should().OnlyContain(c => !c.Determined);
        for (int i = 0; at.Current is { } question; i++)
        {
            question.Items.Select(item => item.Factor).Should().NotContain(["body.height", "body.weight", "body.bmi"]);
            i.Should().BeLessThan(MostQuestions);
            at = at.Skip();
        }
    }

    [Fact]
    public void An_item_that_is_not_a_number_in_a_column_is_missing_for_that_row()
    {
        double[] height = [170, double.NaN, 170, double.NaN], weight = [95, 95, double.NaN, double.NaN];
        var people = new CohortColumns(height.Length).Add("body.height", height).Add("body.weight", weight);
        var results = ScoringService.Default.CreateResults(people.Rows);

        ScoringService.Default.ScoreTable(people, results);

        for (int row = 0; row < height.Length; row++)
        {
            var profile = PersonProfile.Create();
            if (!double.IsNaN(height[row]))
                profile.With("body.height", height[row]);
            if (!double.IsNaN(weight[row]))
                profile.With("body.weight", weight[row]);
            var alone = ScoringService.Default.Assess(profile.Build());
            foreach (string condition in Concerns)
            {
                var score = alone.Condition(condition)!;
                (results.Scores(condition)[row], results.Low(condition)[row], results.High(condition)[row])
                    .Should().Be((score.Score!.Value, score.Interval!.Value.Low, score.Interval.Value.High), "{0}, row {1}", condition, row);
            }
        }

        results.Scores(SkinConditions.Psoriasis)[0].Should().BeGreaterThan(results.Scores(SkinConditions.Psoriasis)[1], "both items are needed");
    }

    [Fact]
    public void After_two_months_only_what_aged_is_asked_again()
    {
        var random = new SplitMix64(7);
        var at = Start(1);
        while (at.Current is not null)
            at = ConsultationTests.Step(at, random, alsoSkip: false);
        var later = at.ContinueOn(Day.AddDays(61));

        var factors = BuiltInRuleSet.Resolved.Data.Factors.ToDictionary(f => f.Id, StringComparer.Ordinal);
        later.Current.Should().NotBeNull("signs of the day are asked anew");
        for (int i = 0; later.Current is { } question; i++)
        {
            foreach (var item in question.Items)
            {
                bool wasSaid = at.Profile.Observations.TryGetValue(item.Factor, out var before) && before.Value is not null
                    || at.Profile.Screened.Any(s => s.Items!.Value.Contains(item.Factor));
                if (wasSaid)
                    factors[item.Factor].MaxAgeDays.Should().NotBeNull("{0} was said and does not age", item.Factor).And.BeLessThan(61);
            }

            i.Should().BeLessThan(MostQuestions);
            later = ConsultationTests.Step(later, random, alsoSkip: true);
        }
    }

    private static Consultation Start(int seed) => Consultation.Start(ScoringService.Default, [Concerns[seed % Concerns.Length]], Day);
}
