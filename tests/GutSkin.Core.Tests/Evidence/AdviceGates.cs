using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>Compares a gate with the text of its row, over every combination that matters, with no concern named and with all.</summary>
internal static class AdviceGates
{
    public static void ShouldSay(Gate? gate, string? row, string id)
    {
        if (row is null)
        {
            gate.Should().BeNull("{0} has no gate in its row", id);
            return;
        }

        gate.Should().NotBeNull("{0} has a gate in its row", id);
        var expected = RowGate.Parse(row);
        foreach (var values in PlainGates.Combinations(expected))
        {
            foreach (bool concerned in new[] { false, true })
            {
                values[RowGate.Concern.All] = concerned;
                int actual = PlainGates.Evaluate(gate!, values);
                if (actual != expected.Evaluate(values))
                    Assert.Fail($"{id}: {actual} where the row says {expected.Evaluate(values)}, at {string.Join(", ", values)}");
            }
        }
    }
}
