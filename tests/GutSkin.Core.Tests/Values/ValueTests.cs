using System.Collections.Immutable;
using System.Text.Json;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Tests.Values;

/// <summary>Answers, effects and curves: what they are read as, written as, equal to, and what they refuse to be.</summary>
public class ValueTests
{
    [Fact]
    public void An_answer_is_what_it_is_and_nothing_else()
    {
        FactorValue.Number(2.5).AsNumber.Should().Be(2.5);
        FactorValue.Boolean(true).AsBoolean.Should().BeTrue();
        FactorValue.Choice("a").AsChoice.Should().Be("a");
        Refuses(() => FactorValue.Boolean(true).AsNumber, "Not a number.");
        Refuses(() => FactorValue.Choice("a").AsNumber, "Not a number.");
        Refuses(() => FactorValue.Number(1).AsBoolean, "Not yes or no.");
        Refuses(() => FactorValue.Choice("true").AsBoolean, "Not yes or no.");
        Refuses(() => FactorValue.Number(1).AsChoice, "Not a choice.");
        Refuses(() => FactorValue.Boolean(false).AsChoice, "Not a choice.");

        static void Refuses(Func<object> take, string why) => FluentActions.Invoking(take).Should().Throw<InvalidOperationException>().WithMessage(why);
    }

    [Theory]
    [InlineData("oddsRatio", EffectMeasure.OddsRatio)]
    [InlineData("riskRatio", EffectMeasure.RiskRatio)]
    [InlineData("hazardRatio", EffectMeasure.HazardRatio)]
    [InlineData("smd", EffectMeasure.StandardizedMeanDifference)]
    [InlineData("meanDifference", EffectMeasure.MeanDifference)]
    [InlineData("logOdds", EffectMeasure.LogOdds)]
    public void An_effect_comes_back_from_its_JSON(string name, EffectMeasure measure)
    {
        var effect = new Effect { Measure = measure, Value = 1.25, Ci95 = new Interval(1.1, 1.5), StandardDeviation = 2, Of = "GAGS", Basis = EffectBasis.Derived };
        string text = JsonSerializer.Serialize(effect);
        text.Should().Be($$"""{"{{name}}":1.25,"sd":2,"of":"GAGS","ci95":[1.1,1.5],"basis":"derived"}""");
        JsonSerializer.Deserialize<Effect>(text).Should().Be(effect);
        JsonSerializer.Deserialize<Effect>($$"""{"{{name}}":1}""").Should().Be(new Effect { Measure = measure, Value = 1, Basis = EffectBasis.Published });
    }

    [Theory]
    [InlineData("{}", "An effect has one of its measures.")]
    [InlineData("{\"sd\":1}", "An effect has one of its measures.")]
    [InlineData("1", "An effect is an object with one measure, for example*")]
    [InlineData("{\"oddsRatio\":\"a\"}", "An effect is an object with one measure, for example*")]
    [InlineData("{\"oddsRatio\":1,\"ci95\":[1]}", "An effect is an object with one measure, for example*")]
    [InlineData("{\"oddsRatio\":1,\"basis\":\"guess\"}", "A basis is published, derived or judgement.")]
    public void What_is_no_effect_is_told(string text, string why) =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize<Effect>(text)).Should().Throw<JsonException>().WithMessage(why);

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    public void What_is_no_answer_is_told(string text) =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize<FactorValue>(text)).Should().Throw<JsonException>().WithMessage("An answer is a number, true, false or a string.");

    [Theory]
    [InlineData(0.8, 1.2, true)]
    [InlineData(1, 1.2, true)]
    [InlineData(0.8, 1, true)]
    [InlineData(1.01, 1.2, false)]
    [InlineData(0.8, 0.99, false)]
    public void An_interval_includes_no_effect_with_its_ends(double low, double high, bool includes) =>
        Effect.OddsRatio((low + high) / 2, low, high).IntervalIncludesNoEffect.Should().Be(includes);

    [Fact]
    public void An_effect_reads_as_a_line_and_has_both_ends_or_none()
    {
        Effect.OddsRatio(1.25).ToString().Should().Be("OddsRatio 1.25");
        Effect.OddsRatio(1.25, 1.15, 1.36).ToString().Should().Be("OddsRatio 1.25 (1.15 to 1.36)");
        Effect.Smd(0.2).IntervalIncludesNoEffect.Should().BeFalse("there is none");
        foreach (var make in (Func<Effect>[])[() => Effect.OddsRatio(1, low: 1), () => Effect.OddsRatio(1, high: 1)])
            FluentActions.Invoking(make).Should().Throw<ArgumentException>().WithMessage("An interval has two ends: give both or none.*").WithParameterName("low");
    }

    [Fact]
    public void A_curve_is_a_line_between_its_knots_and_level_beyond()
    {
        var falls = Curve.Of((1, 0.8), (3, 0.4), (5, 0.6));
        ((double[])[0, 1, 2, 3, 4, 5, 6]).Select(x => Math.Round(falls.BurdenAt(x), 12)).Should().Equal(0.8, 0.8, 0.6, 0.4, 0.5, 0.6, 0.6);
        falls.BurdensOver(null, null).Should().Be(new Interval(0.4, 0.8));
        falls.BurdensOver(1, 2).Should().Be(new Interval(falls.BurdenAt(2), 0.8));
        falls.BurdensOver(2, 4).Should().Be(new Interval(0.4, falls.BurdenAt(2)));
        falls.BurdensOver(4, 9).Should().Be(new Interval(falls.BurdenAt(4), 0.6));
        falls.BurdensOver(3, 3).Should().Be(new Interval(0.4, 0.4));
        falls.BurdensOver(null, 0).Should().Be(new Interval(0.8, 0.8));
        falls.BurdensOver(7, null).Should().Be(new Interval(0.6, 0.6));
        Curve.Of((0, 0), (1, 1)).BurdensOver(0.25, 0.5).Should().Be(new Interval(0.25, 0.5));
    }

    [Fact]
    public void A_curve_never_given_is_one_without_knots()
    {
        var none = new Curve(default);
        none.Knots.Should().BeEmpty();
        none.BurdenAt(1).Should().Be(0);
        none.BurdensOver(null, 1).Should().Be(default(Interval));
        none.Should().Be(Curve.Of()).And.NotBe(Curve.Of((0, 0)));
    }

    [Fact]
    public void Curves_are_equal_knot_by_knot()
    {
        var curve = Curve.Of((0, 0), (1, 1));
        curve.Equals(Curve.Of((0, 0), (1, 1))).Should().BeTrue();
        curve.GetHashCode().Should().Be(Curve.Of((0, 0), (1, 1)).GetHashCode()).And.NotBe(Curve.Of((0, 0), (1, 0.5)).GetHashCode());
        foreach (var other in (Curve[])[Curve.Of((0, 0), (1, 0.5)), Curve.Of((0, 0)), Curve.Of((0, 0), (2, 1)), Curve.Of((1, 1), (0, 0))])
            curve.Equals(other).Should().BeFalse();
        curve.Equals(null).Should().BeFalse();
        curve!.Equals((object)"a").Should().BeFalse();
    }

    [Fact]
    public void Parts_of_records_that_differ_are_not_the_same()
    {
        var map = ImmutableSortedDictionary<string, int>.Empty.Add("a", 1).Add("b", 2);
        Same.Values(map, map.SetItem("b", 2)).Should().BeTrue();
        Same.Values(map, map.SetItem("b", 3)).Should().BeFalse();
        Same.Values(map, map.Remove("b")).Should().BeFalse();
        Same.Values(map.Remove("b"), map).Should().BeFalse();
        Same.Values(map, null).Should().BeFalse();
        Same.Values(null, map).Should().BeFalse();
        Same.Values((ImmutableSortedDictionary<string, int>?)null, null).Should().BeTrue();
        Same.HashOf(map).Should().Be(2);
        Same.HashOf((ImmutableSortedDictionary<string, int>?)null).Should().Be(0);
        ImmutableArray<int> never = default, empty = [], one = [1], other = [2];
        Same.Values(never, empty).Should().BeTrue();
        Same.Values(empty, never).Should().BeTrue();
        Same.Values(one, never).Should().BeFalse();
        Same.Values(one, other).Should().BeFalse();
        Same.Values(one, [1]).Should().BeTrue();
        Same.HashOf(one).Should().NotBe(Same.HashOf(other)).And.NotBe(0);
    }

    [Fact]
    public void What_is_made_when_asked_for_is_made_once_and_equal_to_what_holds_the_same()
    {
        int made = 0;
        object one = new();
        var late = new Deferred<object>(() => { made++; return one; });
        late.IsMade.Should().BeFalse();
        late.Value.Should().BeSameAs(one);
        late.IsMade.Should().BeTrue();
        _ = late.Value;
        made.Should().Be(1);
        late.Equals(new Deferred<object>(one)).Should().BeTrue();
        late.GetHashCode().Should().Be(new Deferred<object>(one).GetHashCode());
        late.Equals(new Deferred<object>(new object())).Should().BeFalse();
        late.Equals(null).Should().BeFalse();
        late!.Equals((object)one).Should().BeFalse();
    }
}
