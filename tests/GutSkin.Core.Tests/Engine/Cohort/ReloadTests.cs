using System.Collections.Concurrent;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.Assessments;
using Microsoft.Extensions.DependencyInjection;

namespace GutSkin.Core.Tests.Engine.Cohort;

/// <summary>A rule set is exchanged while others score.</summary>
public class ReloadTests
{
    /// <summary>Two versions that differ in every weight: each result says which one made it, and must be that one's in every byte.</summary>
    [Fact]
    public void Eight_threads_score_while_a_ninth_reloads_ten_thousand_times()
    {
        var ruleSet = Cases.RuleSet(31);
        var first = TwinTests.Service(ruleSet).RuleSet;
        var changed = ruleSet.DeepClone().AsObject();
        changed["version"] = "9.9.9";
        foreach (var rule in changed["rules"]!.AsArray().Where(r => r!["effect"] is not null))
            rule!["certainty"] = (string?)rule["certainty"] == "high" ? "low" : "high";
        var second = TwinTests.Service(changed).RuleSet;
        var profiles = Enumerable.Range(0, 4).Select(i => TwinTests.Profile(Cases.Profile(ruleSet, i))).ToArray();
        var expected = new[] { first, second }.ToDictionary(
            r => r.Sha256, r => profiles.Select(p => new ScoringService(r).Assess(p).ToJson()).ToArray());
        expected[first.Sha256].Should().NotEqual(expected[second.Sha256]);

        var service = new ReloadableScoringService(first);
        var wrong = new ConcurrentBag<string>();
        var seen = new ConcurrentDictionary<string, int>();
        using var done = new ManualResetEventSlim();
        var threads = Enumerable.Range(0, 8).Select(t => new Thread(() =>
        {
            for (int i = t; !done.IsSet || i < 64; i++)
            {
                var assessment = service.Assess(profiles[i % profiles.Length]);
                seen.AddOrUpdate(assessment.RuleSet.Sha256, 1, (_, n) => n + 1);
                if (assessment.ToJson() != expected[assessment.RuleSet.Sha256][i % profiles.Length])
                    wrong.Add(assessment.RuleSet.Version);
            }
        })).ToArray();
        foreach (var thread in threads)
            thread.Start();
        for (int i = 0; i < 10_000 || (seen.Count < 2 && i < 10_000_000); i++)
            service.Reload(i % 2 == 0 ? second : first);
        done.Set();
        foreach (var thread in threads)
            thread.Join();
        wrong.Should().BeEmpty();
        seen.Keys.Should().BeEquivalentTo(expected.Keys, "both versions were in force while others scored");
    }

    [Fact]
    public void Buffers_and_tables_stay_with_the_version_that_made_them()
    {
        var old = TwinTests.Service(Cases.RuleSet(8));
        var service = new ReloadableScoringService(old.RuleSet);
        var profile = TwinTests.Profile(Cases.Profile(Cases.RuleSet(8), 5));
        var buffer = service.CreateBuffer(profile);
        var results = service.CreateResults(1);
        var held = service.Current;
        service.Reload(TwinTests.Service(Cases.RuleSet(9)).RuleSet);

        service.RuleSet.Sha256.Should().NotBe(old.RuleSet.Sha256);
        held.RuleSet.Sha256.Should().Be(old.RuleSet.Sha256);
        var scores = new ScoreResult[buffer.Conditions.Length];
        service.Score(buffer, scores);
        scores.Select(s => (double?)s.Score).Should().Equal(old.Assess(profile).Conditions.OrderBy(c => c.Id, StringComparer.Ordinal).Select(c => c.Score));
        service.ScoreTable(new CohortColumns(1), results);
        var empty = old.CreateBuffer();
        old.Score(empty, scores);
        results.Conditions.Select(c => results.High(c)[0]).Should().Equal(scores.Select(s => s.Interval.High));
    }

    [Fact]
    public void It_is_registered_once_under_both_types()
    {
        using var provider = new ServiceCollection().AddReloadableGutSkin().BuildServiceProvider();
        provider.GetRequiredService<IScoringService>().Should().BeSameAs(provider.GetRequiredService<ReloadableScoringService>());
        provider.GetRequiredService<IScoringService>().RuleSet.Data.Id.Should().Be(BuiltInRuleSet.Id);
    }
}
