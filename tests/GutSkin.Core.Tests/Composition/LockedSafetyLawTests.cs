namespace GutSkin.Core.Tests.Composition;

/// <summary>No overlay can loosen a locked safety rule.</summary>
public class LockedSafetyLawTests
{
    private static readonly RuleSet Start = RuleSetJson.Read(LintBase.With(("\"message\": \"Calcium.\"", "\"message\": \"Calcium.\", \"locked\": true"))).RuleSet!
        with { Tests = [], Products = [] };

    [Fact]
    public void NoChainOfOverlaysLoosensALockedRule()
    {
        int composed = 0, refused = 0, renamed = 0;
        for (int seed = 0; seed < 3_000; seed++)
        {
            var generator = new OverlayGenerator(Start, seed);
            var documents = new List<RuleSetDocument> { RuleSetDocument.From(Start) };
            for (int number = 1; number <= 1 + (seed % 3); number++)
                documents.Add(RuleSetDocument.From(generator.Next(number)));
            var result = RuleSetComposer.Compose(documents);
            if (!result.Success)
            {
                refused++;
                continue;
            }

            composed++;
            var set = result.Value.RuleSet;
            renamed += set.Interventions.Any(i => generator.Origins[i.Id].Count > 1) ? 1 : 0;
            CheckRules(set, seed);
            CheckFactorsAndScreens(set, seed);
            CheckTargets(set, generator, seed);
        }

        composed.Should().BeGreaterThan(300);
        refused.Should().BeGreaterThan(300);
        renamed.Should().BeGreaterThan(50);
    }

    private static void CheckRules(RuleSet set, int seed)
    {
        foreach (var rule in Start.Safety.Where(s => s.Locked))
        {
            var kept = set.Safety.Single(s => s.Id == rule.Id);
            kept.Should().BeSameAs(rule, "seed {0}", seed);
            foreach (string referral in rule.Refer)
                set.Interventions.Single(i => i.Id == referral).IsReferral.Should().BeTrue("seed {0}", seed);
        }
    }

    private static void CheckFactorsAndScreens(RuleSet set, int seed)
    {
        foreach (string id in Start.Safety.Where(s => s.Locked).SelectMany(s => s.When.Factors()))
        {
            var (before, after) = (Start.Factors.Single(f => f.Id == id), set.Factors.Single(f => f.Id == id));
            (after with { Name = before.Name, Question = before.Question, Evidence = before.Evidence, Reference = before.Reference, Codes = before.Codes })
                .Should().Be(before, "seed {0}", seed);
            foreach (var screen in set.Screens.Where(s => s.Factors.Contains(id)))
                Start.Screens.Single(s => s.Id == screen.Id).Factors.Should().Contain(id, "seed {0}", seed);
        }
    }

    private static void CheckTargets(RuleSet set, OverlayGenerator generator, int seed)
    {
        var targets = SafetyTargets.Resolve(set);
        foreach (var rule in Start.Safety.Where(s => s.Locked && s.Kind != SafetyKind.RedFlag))
        {
            foreach (var intervention in set.Interventions)
            {
                if (!generator.Origins[intervention.Id].Any(origin => rule.Interventions.Any(target => SafetyRule.Targets(target, origin))))
                    continue;
                Assert.True(targets[intervention.Id].Any(s => s.Id == rule.Id), $"Seed {seed}: '{intervention.Id}' slips out of '{rule.Id}'.");
                Assert.False(intervention.IsReferral, $"Seed {seed}: '{intervention.Id}' is a referral, out of reach of '{rule.Id}'.");
            }
        }
    }
}
