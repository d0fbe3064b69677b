using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.Assessments;
using GutSkin.Core.Tests.Naive;

namespace GutSkin.Core.Tests.Consultations;

/// <summary>A consultation is a value: answers in any order give what the profile gives, back gives the same bytes, and it ends.</summary>
public class ConsultationTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Fact]
    public void Answering_to_the_end_is_enough_and_full_and_the_assessment_is_that_of_the_profile()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var scoring = Service(seed);
            var consultation = Consultation.Start(scoring, [], Day);
            var random = new SplitMix64((ulong)seed);
            while (consultation.Current is not null)
            {
                consultation = Step(consultation, random, alsoSkip: false);
                consultation.Assessment.ToJson().Should().Be(scoring.Assess(consultation.Profile).ToJson(), "seed {0}", seed);
            }

            consultation.IsEnough.Should().BeTrue("seed {0}", seed);
            consultation.IsFull.Should().BeTrue("seed {0}", seed);
        }
    }

    [Fact]
    public void No_item_is_asked_twice_so_that_every_consultation_ends()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var asked = new HashSet<string>(StringComparer.Ordinal);
            var random = new SplitMix64((ulong)seed);
            for (var consultation = Consultation.Start(Service(seed), [], Day); consultation.Current is { } question; consultation = Step(consultation, random, alsoSkip: true))
            {
                question.Items.Should().NotBeEmpty();
                foreach (var item in question.Items)
                    asked.Add(item.Factor).Should().BeTrue("{0} is asked once, seed {1}", item.Factor, seed);
            }
        }
    }

    [Fact]
    public void Back_gives_the_same_bytes_and_saving_loses_nothing()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            var scoring = Service(seed);
            var random = new SplitMix64((ulong)seed);
            var before = Consultation.Start(scoring, [], Day);
            while (before.Current is not null)
            {
                var after = Step(before, random, alsoSkip: true);
                var read = Consultation.Read(after.ToJson(), scoring);
                read.Diagnostics.Should().BeEmpty();
                read.Value!.ToJson().Should().Be(after.ToJson());
                read.Value.Assessment.ToJson().Should().Be(after.Assessment.ToJson());
                read.Value.Progress.Should().Be(after.Progress);
                foreach (var back in new[] { after.Back(), read.Value.Back() })
                {
                    back.ToJson().Should().Be(before.ToJson());
                    back.Assessment.ToJson().Should().Be(before.Assessment.ToJson());
                    back.Current.Should().BeEquivalentTo(before.Current);
                }

                before = after;
            }
        }
    }

    [Fact]
    public void Progress_never_runs_backward_by_more_than_one()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var random = new SplitMix64((ulong)seed);
            var before = Consultation.Start(Service(seed), [], Day);
            before.Progress.Asked.Should().Be(0);
            while (before.Current is not null)
            {
                var after = Step(before, random, alsoSkip: true);
                after.Progress.Asked.Should().Be(before.Progress.Asked + 1);
                (after.Progress.ToEnough - before.Progress.ToEnough).Should().BeLessThanOrEqualTo(1);
                (after.Progress.ToFull - before.Progress.ToFull).Should().BeLessThanOrEqualTo(1);
                if (!after.IsEnough && after.Current is { Reason: QuestionReason.Urgent or QuestionReason.Soon })
                    after.Progress.ToEnough.Should().BePositive();
                before = after;
            }
        }
    }

    [Fact]
    public void What_was_put_aside_is_not_asked_again_and_still_counts_as_left()
    {
        var consultation = Consultation.Start(Small, ["acne"]);
        while (consultation.Current is not null)
            consultation = consultation.Skip();

        consultation.IsEnough.Should().BeFalse();
        consultation.Profile.Observations.Should().BeEmpty();
        consultation.Profile.Screened.Should().BeEmpty();
        consultation.Why.Should().BeNull();
        consultation.Invoking(c => c.Skip()).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void A_form_that_is_answered_in_part_leaves_the_rest_open()
    {
        var form = Consultation.Start(Small, ["acne"]).Change("person.age", 30).Answer("condition.acne", true);
        form.Current!.Id.Should().Be("food");
        form.Why.Should().Be("It makes your picture clearer.");

        var partly = form.Answer("intake.bread", "daily");
        partly.Current.Should().BeNull();
        partly.Profile.Observations.Keys.Should().BeEquivalentTo("person.age", "condition.acne", "intake.bread");
        partly.IsEnough.Should().BeFalse("beans were put aside, and still would matter");
        form.Decline().Profile.Observations["intake.beans"].IsDeclined.Should().BeTrue();
        form.Decline().IsEnough.Should().BeTrue();
    }

    [Fact]
    public void A_screen_says_no_to_what_is_not_ticked_and_none_of_these_to_all()
    {
        var screen = Consultation.Start(Flagged, ["acne"]);
        screen.Current!.Id.Should().Be("now");

        var ticked = screen.Answer("s.rash", true).Profile;
        ticked.Observations.Keys.Should().Equal("s.rash");
        ticked.Screened.Should().Equal(new ScreenAnswer("now") { Items = ["s.fever", "s.rash"] });
        screen.NoneOfThese().Profile.Observations.Should().BeEmpty();
        screen.NoneOfThese().Current!.Asks.Should().Be(QuestionKind.Factor);
        screen.NoneOfThese().Invoking(c => c.NoneOfThese()).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Screens_that_an_app_has_asked_in_its_own_way_are_said_in_one_call()
    {
        var asked = Consultation.Start(ScoringService.Default, [SkinConditions.AcneVulgaris], Day).Screened(Screens.All);

        Screens.All.Should().BeEquivalentTo(BuiltInRuleSet.Resolved.Data.Screens.Select(s => s.Id), o => o.WithStrictOrdering());
        asked.Current!.Asks.Should().NotBe(QuestionKind.Screen);
        asked.Assessment.Triage.Flags.Should().BeEmpty();
        asked.Invoking(c => c.Screened(["nothing"])).Should().Throw<InvalidInputException>().WithMessage("*GS0203*");
    }

    [Fact]
    public void An_answer_that_aged_is_asked_again_on_another_day()
    {
        var scoring = new ScoringService(RuleSetComposer.Compose(RuleSetJson.Read(AskingTests.Items.Replace(
            "\"id\": \"intake.beans\",", "\"id\": \"intake.beans\", \"maxAgeDays\": 90,", StringComparison.Ordinal))).GetValueOrThrow());
        var consultation = Consultation.Start(scoring, ["acne"], Day).Change("person.age", 30).Answer("condition.acne", true)
            .Answer(new Dictionary<string, FactorValue> { ["intake.beans"] = FactorValue.Number(2), ["intake.bread"] = FactorValue.Choice("daily") });
        consultation.Current.Should().BeNull();

        consultation.ContinueOn(Day.AddDays(90)).Current.Should().BeNull();
        var later = consultation.ContinueOn(Day.AddDays(91));
        later.Current!.Items.Select(i => i.Factor).Should().Equal("intake.beans");
        later.Profile.Observations["intake.bread"].On.Should().Be(Day);
        later.Answer("intake.beans", 3).Profile.Observations["intake.beans"].On.Should().BeNull();
        consultation.Invoking(c => c.ContinueOn(Day.AddDays(5)).Change("person.age", 31).ContinueOn(Day)).Should().Throw<InvalidInputException>();
    }

    internal static ScoringService Small { get; } = new(RuleSetComposer.Compose(RuleSetJson.Read(AskingTests.Items)).GetValueOrThrow());

    internal static ScoringService Flagged { get; } = new(RuleSetComposer.Compose(RuleSetJson.Read(QuestionOrderTests.Flags)).GetValueOrThrow());

    internal static Consultation Step(Consultation consultation, SplitMix64 random, bool alsoSkip)
    {
        var question = consultation.Current!;
        switch (random.Below(alsoSkip ? 8 : 7))
        {
            case 0:
                return consultation.Decline();
            case 1 when question.Asks == QuestionKind.Screen:
                return consultation.NoneOfThese();
            case 7:
                return consultation.Skip();
            default:
                return consultation.Answer(question.Items
                    .Where(i => question.Asks == QuestionKind.Screen ? random.Chance(20) : !alsoSkip || random.Chance(80))
                    .ToDictionary(i => i.Factor, i => Value(i, random)));
        }
    }

    private static FactorValue Value(QuestionItem item, SplitMix64 random)
    {
        double low = item.Min ?? Math.Min(0, item.Max ?? 0), high = item.Max ?? low + 10;
        return item.Kind switch
        {
            FactorKind.Boolean => FactorValue.Boolean(random.Chance(50)),
            FactorKind.Choice => FactorValue.Choice(random.Pick(item.Choices.ToArray()).Id),
            FactorKind.Integer => FactorValue.Number(Math.Ceiling(low) + random.Below((int)(Math.Floor(high) - Math.Ceiling(low)) + 1)),
            _ => FactorValue.Number(low + ((high - low) * random.Below(101) / 100.0)),
        };
    }

    private static ScoringService Service(int seed) => TwinTests.Service(RuleSetGenerator.Generate(seed));
}
