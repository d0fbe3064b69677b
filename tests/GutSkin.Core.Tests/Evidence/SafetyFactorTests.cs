using System.Text.Json;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>Factors, references, screens and traits that safety rests on are those of their rows.</summary>
public class SafetyFactorTests
{
    private static readonly RuleSet Set = BuiltInRuleSet.Resolved.Data;

    /// <summary>Rules that a line of a gated screen makes true while its gate is false, and why nobody is missed.</summary>
    private static readonly Dictionary<string, (string Why, string[] Rules)> Unasked = new(StringComparer.Ordinal)
    {
        ["symptom.swelling-episodes"] = ("a talk about medicines that this person does not take; sudden swelling is asked of everybody", ["rf-swelling-episodes"]),
        ["symptom.sun-rash"] = ("a talk about medicines that this person does not take; a new rash, with fever or peeling, is asked of everybody", ["rf-sun-rash", "rf-sun-rash-unwell"]),
    };

    /// <summary>Lines that stand in another screen than their row says, and why: so that fewer screens are asked of everybody.</summary>
    private static readonly Dictionary<string, (string? Screen, string Why)> Moved = new(StringComparer.Ordinal)
    {
        ["symptom.suicidal-thoughts"] = ("emergency", "it is urgent today; the other personal questions are not"),
        ["symptom.unexplained-itch"] = ("urgent-skin", "it is urgent in pregnancy; asked with the skin, no screen more is needed then"),
        ["symptom.weeping-crusts"] = ("skin-signs", "it is urgent with a fever only, which is asked before"),
        ["symptom.itchy-blisters"] = ("warning-signs", "makes room; it comes and goes over weeks"),
        ["medication.mycophenolate"] = ("medicines", "it is urgent in pregnancy and with a fever; asked with the other medicines, no screen more is needed then"),
        ["medication.jak-inhibitor"] = ("medicines", "as mycophenolate"),
        ["medication.thiazide"] = ("medicines", "it decides whether a sun rash is asked about; the screen about supplements came early for it alone"),
        ["medication.quinolone"] = ("supplements", "cautions only: with zinc and with milk"),
        ["medication.timing-critical"] = ("diet-change", "cautions only: with fiber"),
        ["medication.proton-pump-inhibitor"] = (null, "a caution only; the form about medicines asks it"),
        ["supplement.vitamin-d-use"] = (null, "a caution only; the form about medicines asks it"),
    };

    [Fact]
    public void NewFactorsFollowTheirRows()
    {
        foreach (var row in Rows.SafetyFactors.GetProperty("add").EnumerateArray())
        {
            var factor = Factor(row.Text("id"));
            factor.Kind.Should().Be(FactorKind.Boolean);
            (factor.Name, factor.Question, factor.Group, factor.MaxAgeDays).Should()
                .Be((row.Text("name"), row.Text("question"), row.Text("group"), (int?)row.Number("maxAgeDays")), "{0}", factor.Id);
            factor.Evidence.Should().Equal(row.Texts("evidence"));
            Set.Screens.Single(s => s.Factors.Contains(factor.Id)).Id.Should().Be(Moved.TryGetValue(factor.Id, out var moved) ? moved.Screen : row.Text("screen"));
        }
    }

    [Fact]
    public void ChangedFactorsFollowTheirRows()
    {
        foreach (var row in Rows.SafetyFactors.GetProperty("change").EnumerateArray())
        {
            var factor = Factor(row.Text("factor"));
            var change = row.GetProperty("change");
            if (change.Number("maxAgeDays") is { } age)
                factor.MaxAgeDays.Should().Be((int)age, "{0}", factor.Id);
            if (change.OptionalText("question") is { } question)
                factor.Question.Should().Be(question);
            if (change.TryGetProperty("reference", out var single))
                factor.References.Should().ContainSingle().Which.Should().Match<FactorReference>(r => r.When == null && r.Low == single.Number("low") && r.High == single.Number("high"));
            if (change.TryGetProperty("referenceBands", out var bands))
                CheckBands(factor, [.. bands.EnumerateArray()]);
        }
    }

    [Fact]
    public void ScreensFollowTheirRowsInOrder()
    {
        var rows = Rows.SafetyFactors.GetProperty("screens").EnumerateArray().OrderBy(r => r.Number("order")).ToList();
        Set.Screens.Select(s => s.Id).Should().Equal(rows.Select(r => r.Text("id")), "screens are asked by stage and order");
        foreach (var (screen, row) in Set.Screens.Zip(rows))
        {
            screen.Factors.Except(Moved.Keys).Should().Equal(row.Texts("factors").Except(Moved.Keys), "{0}", screen.Id);
            screen.Factors.Should().HaveCountLessThanOrEqualTo(12);
            screen.Title.Should().Be(row.Text("title"));
            (screen.When is null).Should().Be(row.OptionalText("when") is null, "{0}", screen.Id);
            if (row.OptionalText("when") is { } when)
                CheckGate(screen.When!, RowGate.Parse(when), screen.Id);
        }
    }

    [Fact]
    public void LinesThatMovedStandWhereItSaysAndNowhereElse()
    {
        foreach (var (line, (screen, why)) in Moved)
        {
            Rows.SafetyFactors.GetProperty("screens").EnumerateArray().Should().Contain(r => r.Texts("factors").Contains(line), "{0} had a screen: {1}", line, why);
            Set.Screens.Where(s => s.Factors.Contains(line)).Select(s => s.Id).Should().Equal(screen is null ? [] : [screen], "{0}: {1}", line, why);
            if (screen is null)
                Set.Forms.Should().Contain(f => f.Items.Contains(line), "{0}: {1}", line, why);
        }
    }

    [Fact]
    public void TraitsAreDeclaredOnceAndStandOnTheirInterventions()
    {
        var declared = Rows.Traits.GetProperty("traits").EnumerateArray().ToList();
        Set.Traits.Select(t => (t.Id, t.Title, t.Description)).Should().Equal(declared.Select(r => (r.Text("id"), r.Text("title"), r.OptionalText("description"))));
        var rows = Rows.Traits.GetProperty("interventions").EnumerateArray().Concat(Rows.Traits.GetProperty("newInterventions").EnumerateArray())
            .ToDictionary(r => r.Text("id"), r => r.Texts("traits"), StringComparer.Ordinal);
        Set.Interventions.Should().NotBeEmpty();
        foreach (var intervention in Set.Interventions)
            intervention.Traits.Should().Equal(rows[intervention.Id], "{0} carries the traits of its row", intervention.Id);
    }

    [Fact]
    public void EveryTraitThatRulesReadIsRead()
    {
        var read = Set.Safety.SelectMany(s => s.Traits).ToHashSet(StringComparer.Ordinal);
        foreach (var row in Rows.Traits.GetProperty("traits").EnumerateArray())
            read.Contains(row.Text("id")).Should().Be(row.Flag("readByRules"), "{0}", row.Text("id"));
    }

    [Fact]
    public void NothingMattersToSomebodyOfWhomItIsNotAsked()
    {
        // A pregnancy is asked of everybody who can have one.
        foreach (var screen in Set.Screens.Where(s => s.When is not null && s.Id != "pregnancy-and-babies"))
        {
            foreach (string line in screen.Factors)
            {
                var missed = new SortedSet<string>(StringComparer.Ordinal);
                foreach (var rule in Set.Safety.Where(r => r.When.Factors().Contains(line)))
                {
                    string[] factors = [.. rule.When.Factors().Concat(screen.When!.Factors()).Distinct(StringComparer.Ordinal)];
                    if (PlainGates.YesAndNo(factors).Any(values => Misses(rule, screen, line, values)))
                        missed.Add(rule.Id);
                }

                var (why, rules) = Unasked.GetValueOrDefault(line, ("", []));
                missed.Should().Equal(rules, "{0} is not asked of this person: {1}", line, why);
            }
        }
    }

    /// <summary>Whether a yes to the line, while its screen is not for this person, would make the rule true that no answer asked for makes true.</summary>
    private static bool Misses(SafetyRule rule, Screen screen, string line, Dictionary<string, object?> values)
    {
        values[line] = true;
        if (PlainGates.Evaluate(screen.When!, values) != 0 || PlainGates.Evaluate(rule.When, values) != 2)
            return false;
        values[line] = false;
        return PlainGates.Evaluate(rule.When, values) != 2;
    }

    private static void CheckBands(Factor factor, JsonElement[] bands)
    {
        factor.References.Should().HaveCount(bands.Length, "{0}", factor.Id);
        foreach (var (reference, band) in factor.References.Zip(bands))
        {
            (reference.Low, reference.High).Should().Be((band.Number("low"), band.Number("high")), "{0}", factor.Id);
            CheckGate(reference.When!, RowGate.Parse(band.Text("when")), factor.Id);
        }
    }

    private static void CheckGate(Gate gate, RowGate row, string name)
    {
        foreach (var values in PlainGates.Combinations(row))
            PlainGates.Evaluate(gate, PlainGates.Applied(values)).Should().Be(row.Evaluate(values), "{0} at {1}", name, string.Join(", ", values));
    }

    private static Factor Factor(string id) => Set.Factors.Single(f => f.Id == id);
}
