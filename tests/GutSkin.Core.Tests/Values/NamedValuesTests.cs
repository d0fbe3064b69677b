using System.Collections.Immutable;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Tests.Values;

/// <summary>Values by name are the same whether they were read or given as a map.</summary>
public class NamedValuesTests
{
    private static readonly string[] Names = ["Z", "a", "b", "é"];
    private static readonly double[] Numbers = [4, 1, 2, 3];

    [Fact]
    public void What_was_read_is_what_the_map_says()
    {
        var read = new NamedValues<double>(Names, Numbers);
        var given = NamedValues<double>.Of(read.Map);
        foreach (var values in new[] { read, given })
        {
            values.Names.Should().Equal(Names);
            values.Map.Should().Equal(Names.Zip(Numbers, KeyValuePair.Create));
            values["b"].Should().Be(2);
            values.TryGet("A", out _).Should().BeFalse();
            values.Invoking(v => v["c"]).Should().Throw<KeyNotFoundException>().WithMessage("*'c'*");
        }

        read.Map.Should().BeSameAs(given.Map, "it is made once");
    }

    [Fact]
    public void Values_that_were_gathered_are_in_the_order_of_their_names()
    {
        var gathered = NamedValues<double>.Of(new Dictionary<string, double> { ["é"] = 3, ["b"] = 2, ["Z"] = 4, ["a"] = 1 });
        gathered.Names.Should().Equal(Names);
        gathered.Map.Values.Should().Equal(Numbers);
        gathered.Get("b").Should().Be(2);
        gathered.Get("c").Should().Be(0);
        NamedValues<string>.None.Get("c").Should().BeNull();
    }

    [Fact]
    public void Nobody_may_ask_for_no_name()
    {
        foreach (var values in new[] { new NamedValues<double>(Names, Numbers), NamedValues<double>.Of(new NamedValues<double>(Names, Numbers).Map), NamedValues<double>.None })
            values.Invoking(v => v.TryGet(null!, out _)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void A_map_in_another_order_still_gives_the_factors_in_theirs()
    {
        var backwards = Comparer<string>.Create(static (a, b) => string.CompareOrdinal(b, a));
        var terms = ImmutableSortedDictionary.CreateRange(
            backwards, Names.Select(static name => KeyValuePair.Create<string, DerivationTerm>(name, new CoefficientTerm(1))));
        terms.Keys.Should().Equal(Names.Reverse());
        new LinearCase { Linear = new LinearForm { Terms = terms } }.Needs.Should().Equal(Names);
        new LmsCase { Value = "c", At = new LinearForm { Terms = terms }, Knots = [] }.Needs.Should().Equal("Z", "a", "b", "c", "é");
        new LmsCase { Value = "b", At = new LinearForm { Terms = terms }, Knots = [] }.Needs.Should().Equal(Names);
    }

    [Fact]
    public void Of_a_name_that_stands_twice_the_first_that_can_be_read_counts()
    {
        var read = RuleSetJson.Read("""
            { "id": "a", "version": "1.0.0", "title": "t", "derivations": [{ "id": "d", "factor": "g", "items": ["f"], "cases": [
              { "linear": { "terms": { "g": 5, "f": "x", "e": 3, "f": 1, "f": 2, "e": 4 } } }] }] }
            """);
        var terms = ((LinearCase)read.RuleSet!.Derivations[0].Cases[0]).Linear.Terms;
        terms.Keys.Should().Equal("e", "f", "g");
        terms.Values.Cast<CoefficientTerm>().Select(static t => t.Coefficient).Should().Equal(3, 1, 5);
        read.Diagnostics.Select(static d => d.Code).Should().Equal("GS0103", "GS0105", "GS0105", "GS0105");
    }

    [Fact]
    public void A_changed_rule_has_the_levels_it_was_changed_to()
    {
        var rule = BuiltInRuleSet.Resolved.Data.Rules.First(static r => r.Levels is { Count: > 0 });
        var levels = rule.Levels!.SetItem("never", 0.25);
        var changed = rule with { Levels = levels };
        changed.Levels.Should().BeSameAs(levels);
        changed.Should().NotBe(rule);
        (changed with { Levels = rule.Levels }).Should().Be(rule);
        (changed with { Levels = null }).Levels.Should().BeNull();
        (changed with { Levels = null }).LevelsByName.Should().BeNull("it has none, as a rule that was read without them");
    }
}
