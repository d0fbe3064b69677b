using System.Diagnostics;
using System.Diagnostics.Metrics;
using GutSkin.Core.RuleSets;
using Microsoft.Extensions.DependencyInjection;

namespace GutSkin.Core.Tests.Scoring;

/// <summary>What is told to a host, and above all what is not.</summary>
public class ObservedScoringServiceTests
{
    private static readonly PersonProfile Urgent = ProfileJson.Read(Repository.Profile("urgent-red-flag")).GetValueOrThrow();

    [Fact]
    public void Assessments_red_flags_and_durations_are_told_and_nothing_of_a_person()
    {
        var told = new List<(string Instrument, double Value, KeyValuePair<string, object?>[] Tags, Activity? Within)>();
        var activities = new List<Activity>();
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => { if (instrument.Meter.Name == ObservedScoringService.Name) listener.EnableMeasurementEvents(instrument); } };
        meters.SetMeasurementEventCallback<long>((i, value, tags, _) => Tell(i, value, tags));
        meters.SetMeasurementEventCallback<double>((i, value, tags, _) => Tell(i, value, tags));
        meters.Start();
        using var traces = new ActivityListener { ShouldListenTo = s => s.Name == ObservedScoringService.Name, Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded, ActivityStopped = activities.Add };
        ActivitySource.AddActivityListener(traces);
        var service = new ObservedScoringService(ScoringService.Default);

        var assessment = service.Assess(Urgent);
        service.TryAssess(PersonProfile.Create().With("no.such", 1).Build()).Success.Should().BeFalse();
        var columns = new CohortColumns(2).Add(Factors.Diet.Milk, new double[] { 1, 2 });
        service.ScoreTable(columns, service.CreateResults(2));

        assessment.ToJson().Should().Be(ScoringService.Default.Assess(Urgent).ToJson());
        told.Where(t => t.Instrument == "gutskin.assessments").Select(t => t.Tags.Single(g => g.Key == "gutskin.outcome").Value).Should().Equal("assessed", "refused");
        told.Count(t => t.Instrument == "gutskin.red_flags").Should().Be(assessment.Triage.Flags.Length);
        told.Where(t => t.Instrument == "gutskin.red_flags").Should().OnlyContain(t => t.Within == null, "no exemplar may tie a red flag to a request");
        told.Where(t => t.Instrument == "gutskin.assessment.duration").Should().HaveCount(2).And.OnlyContain(t => t.Value > 0);
        told.Single(t => t.Instrument == "gutskin.cohort.rows").Value.Should().Be(2);
        activities.Select(a => a.OperationName).Should().Equal("gutskin.assess", "gutskin.assess", "gutskin.score_table");

        string[] allowed = ["gutskin.rule_set.id", "gutskin.rule_set.version", "gutskin.outcome", "gutskin.urgency"];
        told.SelectMany(t => t.Tags).Concat(activities.SelectMany(a => a.TagObjects)).Select(t => t.Key).Should().OnlyContain(k => allowed.Contains(k));
        activities.SelectMany(a => a.TagObjects).Select(t => t.Key).Should().NotContain("gutskin.urgency").And.NotContain("gutskin.outcome");
        activities.Should().OnlyContain(a => !a.Events.Any() && !a.Baggage.Any() && a.Status == ActivityStatusCode.Unset);

        void Tell(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => told.Add((instrument.Name, value, tags.ToArray(), Activity.Current));
    }

    [Fact]
    public void A_host_turns_it_on_and_off_is_the_default()
    {
        using var off = new ServiceCollection().AddGutSkin().BuildServiceProvider();
        off.GetRequiredService<IScoringService>().Should().NotBeOfType<ObservedScoringService>();
        using var on = new ServiceCollection().AddGutSkin().Configure<GutSkinOptions>(o => o.Observe = true).BuildServiceProvider();
        on.GetRequiredService<IScoringService>().Should().BeOfType<ObservedScoringService>();

        using var reloadable = new ServiceCollection().AddReloadableGutSkin().Configure<GutSkinOptions>(o => o.Observe = true).BuildServiceProvider();
        var observed = reloadable.GetRequiredService<IScoringService>();
        var own = RuleSetComposer.Compose(BuiltInRuleSet.Document, RuleSetDocument.From(RuleSet.Create("own", "1.0.0", "Own").Extends(BuiltInRuleSet.Id).Build())).GetValueOrThrow();
        reloadable.GetRequiredService<ReloadableScoringService>().Reload(own);
        observed.RuleSet.Should().BeSameAs(own);
    }

    [Fact]
    public void Everything_else_works_through_it()
    {
        var service = new ObservedScoringService(ScoringService.Default);
        var person = PersonProfile.Create().ConcernedAbout(SkinConditions.AcneVulgaris).With(Factors.Diet.SugaryDrinks, 9).Build();
        service.Check(person).Should().BeEmpty();
        service.WhatIf(person, p => p.With(Factors.Diet.SugaryDrinks, 0)).Conditions.Should().NotBeEmpty();
        service.Explain(service.Assess(person), Factors.Diet.SugaryDrinks).Should().NotBeNull();
        Consultation.Start(service, person).Current.Should().NotBeNull();
        var buffer = service.CreateBuffer(person);
        var scores = new ScoreResult[buffer.Conditions.Length];
        service.Score(buffer, scores);
        scores[buffer.Conditions.IndexOf(SkinConditions.AcneVulgaris)].Score.Should().Be(service.Assess(person).Condition(SkinConditions.AcneVulgaris)!.Score);
    }
}
