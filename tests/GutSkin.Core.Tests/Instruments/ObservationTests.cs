using GutSkin.Core.Instruments;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Instruments;

/// <summary>Totals that answer a factor fit it; a measured severity keeps its instrument, and no text shows a score.</summary>
public sealed class ObservationTests
{
    [Theory]
    [InlineData("pss-10", "lifestyle.perceived-stress")]
    [InlineData("bmi", "body.bmi")]
    [InlineData("ipaq-met-minutes", "lifestyle.physical-activity")]
    [InlineData("psqi", "lifestyle.sleep-quality")]
    [InlineData("bristol", "gut.bristol-stool-type")]
    public void A_total_is_an_answer_in_the_factors_own_unit(string id, string factor)
    {
        var instrument = InstrumentCatalog.Find(id).GetValueOrThrow();
        var example = Example.All.First(e => e.Instrument == id && e.Error is null);
        var score = instrument.Score(example.Map()).GetValueOrThrow();

        var observation = score.Observation!.Value;

        observation.Factor.Should().Be(factor);
        observation.Value.Should().Be((double)score.Score);
        observation.Unit.Should().Be(BuiltInRuleSet.Resolved.Data.Factors.Single(f => f.Id == factor).Unit);
        var profile = PersonProfile.Create().With(observation.Factor, Quantity.Of(observation.Value, observation.Unit)).Build();
        new ScoringService(BuiltInRuleSet.Resolved).Assess(profile).Should().NotBeNull();
        observation.ToString().Should().Be($"an observation of {factor}");
    }

    [Fact]
    public void Only_what_describes_a_person_is_an_observation() =>
        InstrumentCatalog.All.Where(i => i.Factor is null).Should().OnlyContain(i => !i.Conditions.IsEmpty).And.HaveCount(14);

    [Fact]
    public void A_measured_severity_names_its_instrument_and_band_set()
    {
        var score = Scorad.Score(new ScoradInput(45, 2, 2, 1, 2, 1, 1, 5.5m, 4), "10-29-49").GetValueOrThrow();

        var severity = score.SeverityOf("atopic-dermatitis");

        severity.Should().Be(new MeasuredSeverity("atopic-dermatitis", "scorad", 50, "severe", "10-29-49"));
        severity.ToString().Should().Be("severity of atopic-dermatitis by scorad");
        score.Observation.Should().BeNull();
        FluentActions.Invoking(() => score.SeverityOf("psoriasis")).Should().Throw<ArgumentException>();
    }
}
