using System.Collections.Immutable;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>Section 1 of the scoring model: factors that are worked out from other answers.</summary>
public class DerivationTests
{
    /// <summary>A small rule set with every form of derivation.</summary>
    internal const string Rules = """
        {
          "id": "derived", "version": "1.0.0", "title": "t",
          "conditions": [{ "id": "c", "name": "c" }],
          "factors": [
            { "id": "age", "name": "age", "kind": "number", "min": 0, "max": 120 },
            { "id": "sex", "name": "sex", "kind": "choice", "choices": ["female", "male"] },
            { "id": "beans", "name": "beans", "kind": "choice", "choices": ["never", "weekly", "daily"], "scores": { "never": 0, "weekly": 0.143, "daily": 1 }, "modifiable": true },
            { "id": "fruit", "name": "fruit", "kind": "choice", "choices": ["never", "daily"], "scores": { "never": 0, "daily": 1 } },
            { "id": "juice", "name": "juice", "kind": "boolean" },
            { "id": "fiber", "name": "fiber", "kind": "number", "min": 0, "max": 60, "maxAgeDays": 10, "modifiable": true, "reference": { "low": 25 }, "measurementError": { "sd": 9 } },
            { "id": "double-fiber", "name": "twice", "kind": "number", "min": 0, "max": 100 },
            { "id": "height", "name": "height", "kind": "number" },
            { "id": "weight", "name": "weight", "kind": "number" },
            { "id": "bmi", "name": "bmi", "kind": "integer", "min": 5, "max": 90, "measurementError": { "cv": 0.1 } },
            { "id": "bmi-z", "name": "z", "kind": "number", "min": -10, "max": 10 }
          ],
          "derivations": [
            { "id": "a-fiber", "factor": "fiber", "standing": "estimate", "items": ["beans", "fruit", "age", "sex"], "error": { "sd": 5 }, "atLeast": 1, "atMost": 50, "cases": [
              { "when": { "factor": "sex", "equals": "male" }, "linear": { "intercept": 2, "terms": { "beans": 30, "fruit": { "levels": { "daily": 4 } }, "age": { "curve": [[0, 0], [20, 10]] } } } },
              { "when": { "factor": "age", "above": 100 }, "linear": { "intercept": -900, "terms": { "beans": 1 } } },
              { "linear": { "intercept": 3, "terms": { "beans": 10, "juice": -2, "age": 0.1 } } } ] },
            { "id": "b-fiber", "factor": "fiber", "items": ["fruit"], "cases": [{ "linear": { "terms": { "fruit": 7 } } }] },
            { "id": "twice", "factor": "double-fiber", "items": ["fiber"], "cases": [{ "product": { "times": 2, "powers": { "fiber": 1 } } }] },
            { "id": "bmi", "factor": "bmi", "items": ["height", "weight"], "round": 3, "cases": [{ "product": { "powers": { "weight": 1, "height": -2 } } }] },
            { "id": "z", "factor": "bmi-z", "items": ["age", "bmi"], "error": { "cv": 0.5 }, "cases": [
              { "lms": { "value": "bmi", "at": { "terms": { "age": 12 } }, "knots": [[60, -2, 15, 0.1], [120, 0, 16, 0.12], [180, 1, 20, 0.15]] } }] }
          ],
          "rules": [
            { "id": "fiber", "condition": "c", "title": "t", "factor": "fiber", "curve": [[0, 1], [30, 0]], "effect": { "oddsRatio": 2, "ci95": [2, 2] }, "certainty": "high" },
            { "id": "twice", "condition": "c", "title": "t", "factor": "double-fiber", "curve": [[0, 1], [60, 0]], "effect": { "oddsRatio": 2, "ci95": [2, 2] }, "certainty": "high", "informational": true },
            { "id": "z", "condition": "c", "title": "t", "factor": "bmi-z", "curve": [[0, 0], [3, 1]], "effect": { "oddsRatio": 2 }, "certainty": "high" },
            { "id": "known-fiber", "condition": "c", "title": "t", "when": { "known": "fiber" }, "effect": { "oddsRatio": 2 }, "certainty": "high" }
          ]
        }
        """;

    private static readonly ScoringService Service = new(RuleSetComposer.Compose(RuleSetJson.Read(Rules)).GetValueOrThrow());

    private static Assessment Assess(string observations) =>
        Service.Assess(ProfileJson.Read($$"""{ "asOf": "2026-11-20", "observations": {{observations}} }""").GetValueOrThrow());

    private static double? Value(string factor, string observations) => Assess(observations).Derived.SingleOrDefault(d => d.Factor == factor)?.Value;

    [Theory]
    [InlineData("\"x.yes\": false", 2.0)]
    [InlineData("\"x.yes\": true", 5.0)]
    [InlineData("\"x.often\": \"daily\"", 3.5)]
    [InlineData("\"x.age\": 90, \"x.weight\": 18", 0.9)]
    public void Yes_no_and_choices_count_as_their_numbers_and_between_two_rows_of_a_table_all_of_a_row_counts(string known, double derived)
    {
        var service = Small.Service(
            """
            "derivations": [
              { "id": "yes", "factor": "y.yes", "items": ["x.yes"], "cases": [ { "linear": { "terms": { "x.yes": { "levels": { "false": 2, "true": 5 } } } } } ] },
              { "id": "often", "factor": "y.often", "items": ["x.often"], "cases": [ { "product": { "times": 7, "powers": { "x.often": 1 } } } ] },
              { "id": "z", "factor": "y.z", "items": ["x.age", "x.weight"], "cases": [ { "lms": { "value": "x.weight", "at": { "terms": { "x.age": 1 } }, "knots": [[60, 1, 15, 0.1], [120, 1, 18, 0.14]] } } ] } ]
            """,
            """
            , { "id": "x.yes", "name": "Y", "kind": "boolean" }, { "id": "x.often", "name": "O", "kind": "choice", "choices": ["never", "daily"], "scores": { "never": 0, "daily": 0.5 } },
            { "id": "x.age", "name": "A", "kind": "number" }, { "id": "x.weight", "name": "W", "kind": "number" },
            { "id": "y.yes", "name": "Y", "kind": "number" }, { "id": "y.often", "name": "O", "kind": "number" }, { "id": "y.z", "name": "Z", "kind": "number", "min": -10, "max": 10 }
            """,
            withDerivations: false);

        // Halfway: L 1, M 16.5, S 0.12, so that z is (18 / 16.5 - 1) / 0.12.
        service.Assess(Small.Person(known)).Derived.Single().Value.Should().BeApproximately(derived == 0.9 ? ((18 / 16.5) - 1) / 0.12 : derived, 1e-12);
    }

    [Fact]
    public void Of_two_derivations_that_could_count_the_first_by_id_does_wherever_it_stands() => Small.Service(
        """
        "derivations": [
          { "id": "z-last", "factor": "y.out", "items": ["f.asked"], "cases": [ { "linear": { "intercept": 1, "terms": { "f.asked": 1 } } } ] },
          { "id": "a-first", "factor": "y.out", "items": ["f.asked"], "cases": [ { "linear": { "intercept": 2, "terms": { "f.asked": 1 } } } ] } ]
        """,
        """, { "id": "y.out", "name": "O", "kind": "number" }""", withDerivations: false)
        .Assess(Small.Person("\"f.asked\": 10")).Derived.Single().Value.Should().Be(12);

    [Fact]
    public void A_product_is_multiplied_in_the_order_of_the_ids_however_its_map_is_sorted()
    {
        var read = Small.Service("\"rules\": []").RuleSet.Data;
        var backwards = Comparer<string>.Create((a, b) => string.CompareOrdinal(b, a));
        var product = new ProductCase
        {
            Powers = ImmutableSortedDictionary.Create<string, int>(backwards).Add("f.asked", 1).Add("f.beans", 1).Add("f.milk", 1),
        };
        var rules = read with
        {
            Id = "backwards",
            Derivations = [new Derivation { Id = "times", Factor = "f.guess", Items = ["f.asked", "f.beans", "f.milk"], Cases = [product] }],
        };

        var derived = new ScoringService(RuleSetComposer.Compose(RuleSetDocument.From(rules)).GetValueOrThrow())
            .Assess(Small.Person("\"f.asked\": 0.1, \"f.beans\": 0.7, \"f.milk\": 0.3")).Derived.Single();

        derived.Value.Should().Be(0.1 * 0.7 * 0.3).And.NotBe(0.3 * 0.7 * 0.1);
    }

    [Fact]
    public void A_sum_adds_coefficients_levels_and_curves()
    {
        Value("fiber", """{ "sex": "male", "beans": "weekly", "fruit": "daily", "age": 10 }""").Should().Be(2 + 5 + (30 * 0.143) + 4);
        Value("fiber", """{ "sex": "female", "beans": "daily", "juice": true, "age": 40 }""").Should().Be(3 + (0.1 * 40) + 10 - 2);
    }

    [Fact]
    public void The_first_case_whose_gate_is_true_counts_and_an_unknown_gate_ends_the_search()
    {
        Value("fiber", """{ "beans": "daily", "juice": true, "age": 40 }""").Should().BeNull("sex is not known, and the next derivation needs fruit");
        Value("fiber", """{ "sex": "male", "beans": "daily", "age": 40 }""").Should().BeNull("the case needs fruit");
        Value("fiber", """{ "sex": "female", "beans": "daily", "juice": true }""").Should().BeNull("the second gate is unknown");
    }

    [Fact]
    public void A_result_is_brought_into_the_bounds_of_its_derivation()
    {
        Value("fiber", """{ "sex": "female", "beans": "daily", "age": 101 }""").Should().Be(1);
        Value("fiber", """{ "sex": "male", "beans": "daily", "fruit": "daily", "age": 90 }""").Should().Be(46);
    }

    [Fact]
    public void Of_two_derivations_the_first_that_gives_a_value_counts()
    {
        var assessment = Assess("""{ "fruit": "daily" }""");
        assessment.Derived.Select(d => (d.Factor, d.Derivation, d.Value, d.Standing, d.Error)).Should().Equal(
            ("double-fiber", "twice", 14, DerivationStanding.Count, null),
            ("fiber", "b-fiber", 7, DerivationStanding.Count, 9));
    }

    [Fact]
    public void A_derivation_that_needs_an_estimate_is_one()
    {
        Assess("""{ "sex": "male", "beans": "weekly", "fruit": "daily", "age": 10 }""").Derived.Select(d => d.Standing)
            .Should().Equal(DerivationStanding.Estimate, DerivationStanding.Estimate);
        Assess("""{ "fiber": 20 }""").Derived.Should().ContainSingle().Which.Standing.Should().Be(DerivationStanding.Count, "the person's own number is none");
    }

    [Fact]
    public void A_product_is_rounded_where_the_derivation_says_so_and_an_integer_target_takes_it_as_it_is() =>
        Value("bmi", """{ "weight": 76.8, "height": 1.6 }""").Should().Be(30);

    [Fact]
    public void An_lms_score_reads_its_table_between_the_rows()
    {
        double Z(double l, double m, double s, double y) => l == 0 ? Math.Log(y / m) / s : (Math.Pow(y / m, l) - 1) / (l * s);
        Value("bmi-z", """{ "bmi": 18, "age": 5 }""").Should().BeApproximately(Z(-2, 15, 0.1, 18), 1e-12);
        Value("bmi-z", """{ "bmi": 18, "age": 2 }""").Should().BeApproximately(Z(-2, 15, 0.1, 18), 1e-12, "before the first row it holds");
        Value("bmi-z", """{ "bmi": 18, "age": 10 }""").Should().BeApproximately(Z(0, 16, 0.12, 18), 1e-12);
        Value("bmi-z", """{ "bmi": 18, "age": 12.5 }""").Should().BeApproximately(Z(0.5, 18, 0.135, 18), 1e-12);
        Value("bmi-z", """{ "bmi": 18, "age": 50 }""").Should().BeApproximately(Z(1, 20, 0.15, 18), 1e-12);
        Assess("""{ "weight": 45, "height": 1.5, "age": 15 }""").Derived.Select(d => d.Factor).Should().Equal("bmi", "bmi-z");
    }

    [Fact]
    public void What_the_target_does_not_allow_is_no_value_and_a_notice()
    {
        var assessment = Assess("""{ "weight": 700, "height": 0.7 }""");
        assessment.Derived.Should().BeEmpty();
        assessment.Notices.Select(n => (n.Code, n.Derivation)).Should().Equal(("derivation-out-of-range", "bmi"));
        Assess("""{ "weight": 700, "height": 0 }""").Notices.Should().ContainSingle("a division by 0 is not finite");
    }

    [Fact]
    public void An_entry_of_its_own_wins_a_declined_one_stays_missing_and_one_that_is_too_old_is_filled()
    {
        Value("fiber", """{ "fiber": 20, "fruit": "daily" }""").Should().BeNull();
        Value("fiber", """{ "fiber": null, "fruit": "daily" }""").Should().Be(7);
        Value("fiber", """{ "fiber": { "declined": true }, "fruit": "daily" }""").Should().BeNull();
        var old = Assess("""{ "fiber": { "value": 20, "on": "2026-11-01" }, "fruit": "daily" }""");
        old.Derived.Single(d => d.Factor == "fiber").Value.Should().Be(7);
        old.Notices.Select(n => n.Code).Should().Equal("too-old");
        old.Conditions[0].Contributions.Single(c => c.Rule == "known-fiber").Determined.Should().BeTrue("a filled target is known in every respect");
    }

    [Fact]
    public void A_contribution_says_what_gave_its_answer_and_the_error_counts_in_the_uncertainty()
    {
        var score = Assess("""{ "sex": "male", "beans": "weekly", "fruit": "daily", "age": 10, "bmi-z": -1 }""").Conditions[0];
        var fiber = score.Contributions.Single(c => c.Rule == "fiber");
        fiber.Derived.Should().Be("a-fiber");
        score.Contributions.Single(c => c.Rule == "z").Derived.Should().BeNull();
        // Without an interval of its own (2 to 2), only the derivation's 5 g are unsure, and "known" as far as its effect is.
        double measured = Math.Log(2) * (10.0 / 30) / 2, known = Math.Log(2) / 1.959963984540054;
        double se = Math.Sqrt((measured * measured) + (known * known));
        score.Uncertainty!.Value.High.Should().BeApproximately(100 * (1 - Math.Exp(-(score.LogOdds!.Value + (1.959963984540054 * se)))), 1e-9);
    }

    [Fact]
    public void A_lever_moves_a_filled_target_alone_and_a_what_if_of_an_item_fills_it_anew()
    {
        var profile = PersonProfile.Create().With("sex", "male").With("beans", "never").With("fruit", "never").With("age", 10.0).Build();
        var before = Service.Assess(profile);
        before.Derived.Single(d => d.Factor == "fiber").Value.Should().Be(7);
        var lever = before.Levers.Single(l => l.Factor == "fiber");
        double expected = Service.Assess(profile.ToBuilder().With("fiber", 25.0).Build()).Conditions[0].Score!.Value;
        lever.Effects.Single().ScoreAfter.Should().Be(expected);

        var changed = Service.WhatIf(profile, new Dictionary<string, FactorValue> { ["beans"] = FactorValue.Choice("daily") }).Conditions.Single();
        changed.ScoreAfter.Should().Be(Service.Assess(profile.ToBuilder().With("beans", "daily").Build()).Conditions[0].Score);
        changed.Gain.Should().BeGreaterThan(0);
        Service.WhatIf(profile, new Dictionary<string, FactorValue> { ["beans"] = FactorValue.Choice("daily"), ["fiber"] = FactorValue.Number(7) })
            .Conditions.Single().Gain.Should().Be(0, "a target that is changed itself is not filled anew");
    }

    [Fact]
    public void A_buffer_fills_anew_what_one_answer_changes_and_never_takes_a_derived_value_for_an_answer()
    {
        var buffer = Service.CreateBuffer();
        var scores = new ScoreResult[1];
        double Score()
        {
            Service.Score(buffer, scores);
            return scores[0].Score;
        }

        void Set(string factor, double value) => buffer.Set(buffer.PositionOf(factor), value);
        double Alone(string observations) => Assess(observations).Conditions[0].Score!.Value;
        Set("fruit", 1);
        Score().Should().Be(Alone("""{ "fruit": "daily" }"""));
        Set("fruit", 0);
        Score().Should().Be(Alone("""{ "fruit": "never" }"""));
        Set("fruit", double.NaN);
        Score().Should().Be(Alone("{}"));
        Set("fiber", 20);
        Set("fruit", 1);
        Score().Should().Be(Alone("""{ "fiber": 20 }"""));
        Set("fiber", double.NaN);
        Score().Should().Be(Alone("""{ "fruit": "daily" }"""));
        Score().Should().Be(scores[0].Score);
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Set("fruit", i & 1);
            Score();
        }

        (GC.GetAllocatedBytesForCurrentThread() - bytes).Should().Be(0);
    }
}
