using GutSkin.Core.RuleSets;
using GutSkin.Core.RuleSets.Composing;
using GutSkin.Core.Tests.Assessments;

namespace GutSkin.Core.Tests.RuleSets.Composing;

/// <summary>Section 7 of the scoring model, as composing reads it: what else a change moves, and which way.</summary>
public class MovementGraphTests
{
    // Fiber is worked out from beans, upward, and from bread, downward; gas from fiber, downward.
    [Theory]
    [InlineData("f.beans", "up", "f.beans up", "f.fiber up", "f.gas down")]
    [InlineData("f.bread", "up", "f.bread up", "f.fiber down", "f.gas up")]
    [InlineData("f.fiber", "down", "f.beans down", "f.bread up", "f.fiber down", "f.gas up")]
    [InlineData("f.gas", "down", "f.beans up", "f.bread down", "f.fiber up", "f.gas down")]
    [InlineData("f.beans", "both", "f.beans both", "f.fiber both", "f.gas both")]
    [InlineData("f.milk", "down", "f.milk down")]
    [InlineData("f.soap", "both", "f.soap both")]
    public void A_change_moves_what_is_worked_out_from_it_and_what_it_is_worked_out_from(string factor, string way, params string[] moved)
    {
        var set = Small.Service(Small.Milk).RuleSet.Data;
        var change = new FactorChange { Factor = factor, AtLeast = way == "up" ? 5 : null, AtMost = way == "down" ? 5 : null, Set = way != "both" ? null : factor == "f.soap" ? FactorValue.Choice("none") : 5 };
        new MovementGraph(set.Factors, set.Derivations).MovedBy(new Intervention { Id = "i", Category = "diet", Name = "I", Changes = [change] })
            .Select(m => $"{m.Key} {m.Value.ToString().ToLowerInvariant()}").Order(StringComparer.Ordinal).Should().Equal(moved);
    }
}
