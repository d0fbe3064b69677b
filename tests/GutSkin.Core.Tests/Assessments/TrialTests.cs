namespace GutSkin.Core.Tests.Assessments;

/// <summary>Section 6 of the scoring model: trials, benefits and certainty.</summary>
public class TrialTests
{
    private const string Has = "\"has.acne\": true, \"f.milk\": 35";
    private const string Change = """, "changes": [ { "factor": "f.milk", "atMost": 10 } ]""";

    /// <summary>0.8 at moderate certainty, half the burden.</summary>
    private const double Lever = 0.3;

    [Fact]
    public void Without_a_trial_the_lever_counts_and_gives_the_index_after_it_and_the_certainty_of_the_rule_that_falls_most()
    {
        var recommendation = Small.One(Change, Has);

        recommendation.Benefit.Should().BeApproximately(Lever, 1e-12);
        recommendation.Certainty.Should().Be(Certainty.Moderate);
        recommendation.Effects.Select(e => e.Condition).Should().Equal("acne", "eczema");
        recommendation.Effects[0].ScoreAfter.Should().Be(0);
        recommendation.Notices.Should().BeEmpty("eczema, for which it is worse, is not advised on");
        Small.One(Change, Has, "\"acne\", \"eczema\"").Notices.Should().Equal("worse-for");
    }

    [Fact]
    public void A_clear_trial_counts_in_place_of_the_lever_and_no_index_stands_beside_it()
    {
        var recommendation = Small.One(Change + Trials(Trial("low", -0.6, "[-1, -0.2]")), Has);

        recommendation.Benefit.Should().BeApproximately(0.3, 1e-12, "0.6 at low certainty");
        recommendation.Certainty.Should().Be(Certainty.Low);
        var effect = recommendation.Effects[0];
        effect.Lever.Should().BeApproximately(Lever, 1e-12);
        effect.ScoreAfter.Should().BeNull();
        var trial = effect.Trials.Should().ContainSingle().Which;
        (trial.Eligible, trial.Chosen, trial.Clear, trial.Outcome, trial.N).Should().Be((true, true, true, "less", 40));
    }

    [Theory]
    [InlineData("high", 0.0)]
    [InlineData("moderate", 0.0)]
    [InlineData("low", Lever)]
    public void A_trial_without_a_clear_effect_counts_nothing_in_favor(string certainty, double benefit)
    {
        // An end exactly at no effect includes it.
        var recommendation = Small.One(Change + Trials(Trial(certainty, -0.6, "[-1, 0]")), Has);

        recommendation.Benefit.Should().BeApproximately(benefit, 1e-12);
        recommendation.Notices.Should().Equal("no-clear-effect");
        recommendation.Effects[0].ScoreAfter.Should().BeNull();
        recommendation.Effects[0].Trials[0].Clear.Should().BeFalse();
    }

    [Fact]
    public void Of_eligible_trials_the_most_certain_then_the_smallest_then_the_first_is_chosen()
    {
        Chosen(Trial("low", -0.9, null), Trial("moderate", -0.8, null)).Should().Be(1);
        Chosen(Trial("low", -0.4, null), Trial("low", 0.2, null), Trial("low", -0.2, null)).Should().Be(1);
        Chosen(Trial("low", -0.4, null), Trial("high", -0.9, null, """ "informational": true, """)).Should().Be(0);
        Chosen(Trial("high", -0.4, null, """ "when": { "factor": "f.yes", "equals": true }, """), Trial("low", -0.9, null)).Should().Be(1);

        static int Chosen(params string[] trials) =>
            Small.One(Change + Trials(trials), Has).Effects[0].Trials.ToList().FindIndex(t => t.Chosen);
    }

    [Theory]
    [InlineData("\"has.acne\": true", true, RecommendationStatus.Recommended)]
    [InlineData("\"has.acne\": false", false, RecommendationStatus.NoExpectedBenefit)]
    [InlineData("", false, RecommendationStatus.NotAssessed)]
    public void A_trial_speaks_only_for_somebody_who_has_the_condition(string known, bool eligible, RecommendationStatus status)
    {
        var recommendation = Small.One(Trials(Trial("low", -0.6, null)), known);

        recommendation.Effects[0].Trials[0].Eligible.Should().Be(eligible);
        recommendation.Status.Should().Be(status);
    }

    [Fact]
    public void A_condition_without_a_presence_is_had_by_those_who_name_it()
    {
        string trial = Trials(Trial("low", -0.6, null).Replace("\"acne\"", "\"eczema\"", StringComparison.Ordinal));

        Small.One(trial, "", "\"eczema\"").Benefit.Should().BeApproximately(0.3, 1e-12);
        Small.One(trial, "", "").Status.Should().Be(RecommendationStatus.NotAssessed, "nobody knows whether the person has it");
    }

    [Fact]
    public void A_trial_that_saw_harm_is_a_benefit_below_0()
    {
        var recommendation = Small.One(
            Trials(Trial("high", 0.6, null)) + """, "indications": [ { "direction": "for", "strength": "conditional", "text": "t" } ]""", Has);

        recommendation.Benefit.Should().BeApproximately(-0.6, 1e-12);
        recommendation.Status.Should().Be(RecommendationStatus.Caution);
        recommendation.Notices.Should().Equal("worse-for");
        recommendation.Certainty.Should().BeNull();
    }

    [Fact]
    public void A_gain_is_as_certain_as_the_rule_that_counted_before_the_change()
    {
        const string Two = """
            "rules": [
              { "id": "a", "condition": "acne", "title": "t", "factor": "f.milk", "curve": [[10, 0], [60, 1]], "effect": { "logOdds": 0.4 }, "certainty": "high", "overlap": "g" },
              { "id": "b", "condition": "acne", "title": "t", "factor": "f.cups", "curve": [[0, 0], [10, 1]], "effect": { "logOdds": 1 }, "certainty": "low", "overlap": "g" },
              { "id": "c", "condition": "acne", "title": "t", "factor": "f.cups", "curve": [[0, 0], [10, 1]], "effect": { "logOdds": 0.05 }, "certainty": "moderate" }
            ],
            "interventions": [ { "id": "i", "category": "diet", "name": "I", "changes": [ { "factor": "f.cups", "atMost": 0 } ] } ]
            """;

        // The group falls from the 0.5 of b to the 0.4 of a: more than the 0.0375 of c.
        var recommendation = Small.Assess(Two, """ "f.milk": 60, "f.cups": 10 """).Recommendation("i")!;
        recommendation.Benefit.Should().BeApproximately(0.1375, 1e-12);
        recommendation.Certainty.Should().Be(Certainty.Low);
    }

    [Fact]
    public void What_a_trial_measured_against_what_and_in_whom_is_told_in_the_language_asked_for()
    {
        const string Told = """
            "interventions": [ { "id": "i", "category": "diet", "name": "I", "effects": [
              { "condition": "acne", "logOdds": -0.1, "ci95": [-0.2, -0.05], "certainty": "low", "trial": { "outcome": "less", "n": 40, "weeks": 12, "comparator": "milk", "population": "adults" } },
              { "condition": "acne", "logOdds": -0.1, "ci95": [-0.2, -0.05], "certainty": "low", "population": "children" } ] } ],
            "texts": { "de": { "interventions": { "i": {
              "effects.0.outcome": "weniger", "effects.0.comparator": "Milch", "effects.0.population": "Erwachsene", "effects.1.population": "Kinder" } } } }
            """;

        Of("de").Should().Equal("weniger, Milch, Erwachsene", ", , Kinder");
        Of("").Should().Equal("less, milk, adults", ", , children");

        string[] Of(string culture) =>
        [
            .. Small.Service(Told).Assess(Small.Person("\"has.acne\": true"), new AssessmentOptions { Culture = culture })
                .Recommendation("i")!.Effects.Single().Trials.Select(t => $"{t.Outcome}, {t.Comparator}, {t.Population}"),
        ];
    }

    [Fact]
    public void What_makes_two_conditions_worse_makes_something_worse()
    {
        const string Worse = """
            "interventions": [ { "id": "i", "category": "diet", "name": "I", "effects": [
              { "condition": "acne", "logOdds": 0.1, "ci95": [0.05, 0.2], "certainty": "high", "trial": { "outcome": "less", "n": 40, "weeks": 12 } },
              { "condition": "eczema", "logOdds": 0.1, "ci95": [0.05, 0.2], "certainty": "high", "trial": { "outcome": "less", "n": 40, "weeks": 12 } } ] } ]
            """;

        Small.Assess(Worse, "\"has.acne\": true", "\"acne\", \"eczema\"").Recommendation("i")!.Notices.Should().Equal("worse-for");
    }

    [Fact]
    public void A_benefit_to_two_conditions_is_as_certain_as_the_greater_of_them()
    {
        const string Both = """
            "interventions": [ { "id": "i", "category": "diet", "name": "I", "effects": [
              { "condition": "acne", "logOdds": -0.1, "ci95": [-0.2, -0.05], "certainty": "high", "trial": { "outcome": "less", "n": 40, "weeks": 12 } },
              { "condition": "eczema", "logOdds": -0.3, "ci95": [-0.4, -0.2], "certainty": "low", "trial": { "outcome": "less", "n": 40, "weeks": 12 } } ] } ]
            """;

        var recommendation = Small.Assess(Both, "\"has.acne\": true", "\"acne\", \"eczema\"").Recommendation("i")!;
        recommendation.Benefit.Should().BeApproximately(0.1 + (0.5 * 0.3), 1e-12);
        recommendation.Certainty.Should().Be(Certainty.Low);
    }

    [Theory]
    [InlineData(""", "population": "all", "trial": { "outcome": "less", "n": 40, "weeks": 12, "population": "adults" }""", "adults")]
    [InlineData(""", "population": "all", "trial": { "outcome": "less", "n": 40, "weeks": 12 }""", "all")]
    [InlineData(""" , "population": "all" """, "all")]
    public void Of_whom_a_trial_speaks_says_the_trial_itself_before_the_effect_in_either_form(string said, string population)
    {
        var service = Small.Service($$"""
            "interventions": [ { "id": "i", "category": "diet", "name": "I", "effects": [ { "condition": "acne", "logOdds": -0.1, "ci95": [-0.2, -0.05], "certainty": "low"{{said}} } ] } ]
            """);
        var assessment = service.Assess(Small.Person("\"has.acne\": true"));

        foreach (var read in (Assessment[])[assessment, service.ReadAssessment(assessment.ToJson(AssessmentJsonOptions.Compact with { WithNoExpectedBenefit = true })).GetValueOrThrow()])
            read.Recommendation("i")!.Effects.Single().Trials.Single().Population.Should().Be(population);
    }

    [Fact]
    public void Dose_and_summary_are_told_in_the_language_asked_for()
    {
        const string Told = """
            "interventions": [ { "id": "i", "category": "diet", "name": "I", "dose": "a spoon", "summary": "short" } ],
            "texts": { "de": { "interventions": { "i": { "name": "J", "dose": "ein Löffel", "summary": "kurz" } } } }
            """;

        var recommendation = Small.Service(Told).Assess(Small.Person(""), new AssessmentOptions { Culture = "de" }).Recommendation("i")!;
        (recommendation.Name, recommendation.Dose, recommendation.Summary).Should().Be(("J", "ein Löffel", "kurz"));
    }

    [Fact]
    public void Of_two_rules_that_fall_alike_the_first_by_id_says_how_certain_a_gain_is()
    {
        const string Two = """
            "rules": [
              { "id": "b", "condition": "acne", "title": "t", "factor": "f.milk", "curve": [[10, 0], [60, 1]], "effect": { "logOdds": 0.5 }, "certainty": "low" },
              { "id": "a", "condition": "acne", "title": "t", "factor": "f.milk", "curve": [[10, 0], [60, 1]], "effect": { "logOdds": 0.25 }, "certainty": "high" }
            ],
            "interventions": [ { "id": "i", "category": "diet", "name": "I", "changes": [ { "factor": "f.milk", "atMost": 10 } ] } ]
            """;

        var assessment = Small.Assess(Two, "\"f.milk\": 60");
        assessment.Conditions.Single(c => c.Id == "acne").Contributions.Select(c => c.LogOdds).Distinct().Should().ContainSingle("half of 0.5 counts");
        assessment.Recommendation("i")!.Certainty.Should().Be(Certainty.High);
    }

    private static string Trials(params string[] trials) => $$""", "effects": [ {{string.Join(", ", trials)}} ]""";

    private static string Trial(string certainty, double logOdds, string? ci95, string more = "") =>
        FormattableString.Invariant($"{{ \"condition\": \"acne\", {more} \"logOdds\": {logOdds}, {(ci95 is null ? "" : $"\"ci95\": {ci95}, ")}\"certainty\": \"{certainty}\", ")
        + """ "trial": { "outcome": "less", "n": 40, "weeks": 12 } }""";
}
