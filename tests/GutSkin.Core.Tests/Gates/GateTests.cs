using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.RuleSets;

/// <summary>What a gate says of itself, and when two are the same.</summary>
public class GateTests
{
    private static readonly Gate Leaf = new ComparisonGate { Factor = "f", AtLeast = 1 };

    /// <summary>Gates that differ from each other in one thing each.</summary>
    public static Gate[] Different =>
    [
        Leaf,
        new ComparisonGate { Factor = "g", AtLeast = 1 },
        new ComparisonGate { Factor = "f", AtLeast = 2 },
        new ComparisonGate { Factor = "f", Above = 1 },
        new ComparisonGate { Factor = "f", AtMost = 1 },
        new ComparisonGate { Factor = "f", Below = 1 },
        new ComparisonGate { Factor = "f", EqualTo = FactorValue.Number(1) },
        new ComparisonGate { Factor = "f", EqualTo = FactorValue.Choice("1") },
        new ComparisonGate { Factor = "f", EqualTo = FactorValue.Boolean(true) },
        new ComparisonGate { Factor = "f", In = [FactorValue.Choice("a"), FactorValue.Choice("b")] },
        new ComparisonGate { Factor = "f", In = [FactorValue.Choice("b"), FactorValue.Choice("a")] },
        new ComparisonGate { Factor = "f", In = [FactorValue.Choice("a")] },
        new ComparisonGate { Factor = "f", Between = new Interval(1, 2) },
        new ComparisonGate { Factor = "f", Between = new Interval(1, 3) },
        new ComparisonGate { Factor = "f", Between = new Interval(0, 2) },
        new ComparisonGate { Factor = "f", AtLeast = 1, Below = 2 },
        new KnownGate { Factor = "f" },
        new KnownGate { Factor = "g" },
        new ConcernGate { Condition = "f" },
        new ConcernGate { Condition = "c" },
        new NotGate { Operand = Leaf },
        new NotGate { Operand = new NotGate { Operand = Leaf } },
        new NotGate { Operand = new KnownGate { Factor = "f" } },
        new AllGate { Operands = [] },
        new AnyGate { Operands = [] },
        new AllGate { Operands = [Leaf] },
        new AnyGate { Operands = [Leaf] },
        new AllGate { Operands = [Leaf, new KnownGate { Factor = "f" }] },
        new AllGate { Operands = [new KnownGate { Factor = "f" }, Leaf] },
        new AnyGate { Operands = [Leaf, new KnownGate { Factor = "f" }] },
        new AllGate { Operands = [new AnyGate { Operands = [Leaf] }, Leaf] },
        new AllGate { Operands = [new AnyGate { Operands = [Leaf, Leaf] }] },
    ];

    [Fact]
    public void Two_are_equal_and_have_one_key_only_where_they_are_written_alike()
    {
        Gate[] one = Different, other = Different;
        for (int i = 0; i < one.Length; i++)
        {
            for (int k = 0; k < other.Length; k++)
            {
                one[i].Equals(other[k]).Should().Be(i == k, "{0} and {1}", one[i], other[k]);
                (GateKey.Of(one[i]) == GateKey.Of(other[k])).Should().Be(i == k, "{0} and {1}", one[i], other[k]);
            }

            one[i].GetHashCode().Should().Be(other[i].GetHashCode());
            GateKey.Of(one[i]).Should().NotBeEmpty("no gate at all has an empty one");
        }

        GateKey.Of(null).Should().BeEmpty();
        one[0].Equals(null).Should().BeFalse();
        new NotGate { Operand = Leaf }.Equals((NotGate?)null).Should().BeFalse();
        var same = new NotGate { Operand = new NotGate { Operand = Leaf } };
        same.Equals(same with { }).Should().BeTrue();
    }

    [Fact]
    public void Each_is_told_in_a_line()
    {
        Different.Select(g => g.ToString()).Should().Equal(
            "f >= 1", "g >= 1", "f >= 2", "f > 1", "f <= 1", "f < 1", "f = 1", "f = 1", "f = true", "f in (a, b)", "f in (b, a)", "f in (a)",
            "f from 1 to 2", "f from 1 to 3", "f from 0 to 2", "f >= 1 and f < 2", "known(f)", "known(g)", "concern(f)", "concern(c)",
            "not(f >= 1)", "not(not(f >= 1))", "not(known(f))", "all()", "any()", "all(f >= 1)", "any(f >= 1)", "all(f >= 1, known(f))",
            "all(known(f), f >= 1)", "any(f >= 1, known(f))", "all(any(f >= 1), f >= 1)", "all(any(f >= 1, f >= 1))");
        new ComparisonGate { Factor = "f" }.ToString().Should().Be("f", "nothing is compared");
    }

    [Fact]
    public void Whether_anything_is_compared_is_told()
    {
        foreach (var gate in Different.OfType<ComparisonGate>())
            gate.HasComparison.Should().BeTrue(gate.ToString());
        new ComparisonGate { Factor = "f" }.HasComparison.Should().BeFalse();
    }

    /// <summary>One line ends after 64 levels and some thousand characters, wherever it is then.</summary>
    [Fact]
    public void What_is_too_deep_or_too_long_ends_in_an_ellipsis()
    {
        Not(Leaf, 63).ToString().Should().EndWith("f >= 1" + new string(')', 63));
        Not(Leaf, 64).ToString().Should().EndWith("not(…" + new string(')', 64));
        string wide = new AllGate { Operands = [.. Enumerable.Repeat(Leaf, 1_000)] }.ToString();
        wide.Length.Should().BeInRange(4_000, 4_200);
        wide.Should().EndWith(")");

        static Gate Not(Gate gate, int times) => times == 0 ? gate : new NotGate { Operand = Not(gate, times - 1) };
    }

    [Fact]
    public void Each_node_is_visited_at_its_place_from_the_top()
    {
        var gate = new AllGate { Operands = [Leaf, new AnyGate { Operands = [new NotGate { Operand = Leaf }, Leaf] }, new KnownGate { Factor = "k" }] };
        var visited = new List<string>();
        GateWalk.Visit(gate, (node, path) => visited.Add($"{string.Join('.', path.ToArray())}: {node.GetType().Name}"));
        visited.Should().Equal(
            "when: AllGate", "when.all.0: ComparisonGate", "when.all.1: AnyGate", "when.all.1.any.0: NotGate", "when.all.1.any.0.not: ComparisonGate",
            "when.all.1.any.1: ComparisonGate", "when.all.2: KnownGate");
        GateWalk.Count(gate).Should().Be(7);
        visited.Clear();
        GateWalk.Visit(null, (node, path) => visited.Add("something"));
        GateWalk.VisitAt(Leaf, ["changes", 0, "when"], (node, path) => visited.Add(string.Join('.', path.ToArray())));
        visited.Should().Equal("changes.0.when");
    }

    [Fact]
    public void Factors_are_told_once_in_order_of_first_mention()
    {
        new AllGate { Operands = [new KnownGate { Factor = "z" }, Leaf, new NotGate { Operand = new KnownGate { Factor = "a" } }, Leaf, new ConcernGate { Condition = "c" }] }.Factors()
            .Should().Equal("z", "f", "a");
        new AllGate { Operands = default }.Factors().Should().BeEmpty();
    }

    [Fact]
    public void A_gate_of_no_factor_is_a_mistake_of_the_program()
    {
        ((Action)(() => Gates.Known(null!))).Should().Throw<ArgumentNullException>();
    }
}
