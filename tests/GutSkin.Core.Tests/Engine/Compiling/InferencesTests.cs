using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.Assessments;

namespace GutSkin.Core.Tests.Engine.Compiling;

/// <summary>What follows from answers is worked out in an order in which each step comes after those it reads.</summary>
public class InferencesTests
{
    public static TheoryData<string> RuleSets => [RuleSet.BuiltInId, .. Enumerable.Range(0, Cases.Fewer(40)).Select(static seed => $"{seed}")];

    [Theory]
    [MemberData(nameof(RuleSets))]
    public void A_step_reads_what_its_gates_and_derivations_name(string name)
    {
        var (set, compiled) = Compiled(name);
        var factors = compiled.Slots.Factors;
        foreach (var step in compiled.Inferences.Steps)
        {
            string target = factors[step.Slot].Id;
            var derivations = set.Derivations.Where(d => d.Factor == target).ToList();
            var named = derivations.Count > 0
                ? derivations.SelectMany(static d => d.Inputs())
                : set.Screens.Where(s => s.Factors.Contains(target)) is var screens && screens.All(static s => s.When is not null)
                    ? screens.SelectMany(static s => s.When!.Factors()).Concat(factors[step.Slot].AskWhen?.Factors() ?? [])
                    : factors[step.Slot].AskWhen!.Factors();
            step.Reads.Select(slot => factors[slot].Id).Should().Equal(named.Distinct().Order(StringComparer.Ordinal), "for {0}", target);
        }
    }

    [Theory]
    [MemberData(nameof(RuleSets))]
    public void Each_step_comes_after_those_it_reads_and_scores_take_those_they_depend_on(string name)
    {
        var (_, compiled) = Compiled(name);
        var steps = compiled.Inferences.Steps;
        var placeOf = Enumerable.Range(0, steps.Length).ToDictionary(i => steps[i].Slot);
        for (int i = 0; i < steps.Length; i++)
            steps[i].Reads.Where(placeOf.ContainsKey).Should().NotContain(slot => placeOf[slot] >= i);

        var needed = Enumerable.Range(0, compiled.Slots.Count).Where(slot => compiled.ReadByScores[slot]).ToHashSet();
        for (int before = -1; before != needed.Count;)
        {
            before = needed.Count;
            needed.UnionWith(steps.Where(s => needed.Contains(s.Slot)).SelectMany(static s => s.Reads).ToList());
        }

        compiled.Inferences.Scored.Should().Equal(steps.Where(s => needed.Contains(s.Slot)));
    }

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    public void A_factor_in_two_screens_does_not_apply_where_neither_is_asked(bool one, bool other, bool inapplicable)
    {
        var service = new ScoringService(RuleSetComposer.Compose(RuleSetJson.Read(
            """
            { "id": "a", "version": "1.0.0", "title": "t",
              "conditions": [{ "id": "c", "name": "c" }],
              "factors": [
                { "id": "f.asked", "name": "a", "kind": "boolean", "question": "q" },
                { "id": "g.one", "name": "o", "kind": "boolean", "question": "q" },
                { "id": "g.other", "name": "o", "kind": "boolean", "question": "q" } ],
              "screens": [
                { "id": "s.a", "title": "s", "factors": ["f.asked"], "when": { "factor": "g.one", "equals": true } },
                { "id": "s.b", "title": "s", "factors": ["f.asked"], "when": { "factor": "g.other", "equals": true } } ],
              "evidence": [{ "id": "e", "title": "e" }],
              "rules": [{ "id": "r", "condition": "c", "title": "r", "factor": "f.asked", "effect": { "oddsRatio": 2, "basis": "published" }, "certainty": "low", "evidence": ["e"] }] }
            """)).GetValueOrThrow());
        var person = PersonProfile.Create().With("g.one", FactorValue.Boolean(one)).With("g.other", FactorValue.Boolean(other)).Build();
        service.Assess(person).Inapplicable.Contains("f.asked").Should().Be(inapplicable);
    }

    private static (RuleSet Set, CompiledRuleSet Compiled) Compiled(string name)
    {
        var resolved = name == RuleSet.BuiltInId ? BuiltInRuleSet.Resolved : TwinTests.Service(Cases.RuleSet(int.Parse(name, System.Globalization.CultureInfo.InvariantCulture))).RuleSet;
        return (resolved.Data, CompiledRuleSet.Of(resolved));
    }
}
