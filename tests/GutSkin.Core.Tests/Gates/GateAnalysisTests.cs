using GutSkin.Core.RuleSets;
using GutSkin.Core.RuleSets.Checking;

namespace GutSkin.Core.Tests.RuleSets;

/// <summary>The proof that a gate can never hold, against trying many answers.</summary>
public class GateAnalysisTests
{
    private static readonly Dictionary<string, Factor> Factors = new Factor[]
    {
        new() { Id = "n", Name = "N", Kind = FactorKind.Number, Min = 0, Max = 10 },
        new() { Id = "i", Name = "I", Kind = FactorKind.Integer, Min = -2, Max = 3 },
        new() { Id = "b", Name = "B", Kind = FactorKind.Boolean },
        new() { Id = "c", Name = "C", Kind = FactorKind.Choice, Choices = ["x", "y", "z"] },
    }.ToDictionary(f => f.Id, StringComparer.Ordinal);

    [Fact]
    public void NoGateThatHoldsForSomeAnswerIsCalledImpossible()
    {
        int impossible = 0;
        for (int seed = 0; seed < 4_000; seed++)
        {
            var random = new Random(seed);
            var gate = RandomGate(random, 3);
            if (GateAnalysis.CanBeTrue(gate, Factors))
                continue;
            impossible++;
            for (int i = 0; i < 200; i++)
                GateValues.Evaluate(gate, Answers(random)).Should().NotBe(Truth.True, GateKey.Of(gate));
        }

        impossible.Should().BeGreaterThan(100);
    }

    [Fact]
    public void AGateThatHoldsForNoneOfManyAnswersIsFound()
    {
        int missed = 0, none = 0;
        for (int seed = 0; seed < 1_000; seed++)
        {
            var random = new Random(seed);
            var gate = RandomGate(random, 2);
            if (Enumerable.Range(0, 3_000).Any(_ => GateValues.Evaluate(gate, Answers(random)) == Truth.True))
                continue;
            none++;
            if (GateAnalysis.CanBeTrue(gate, Factors))
                missed++;
        }

        none.Should().BeGreaterThan(50);
        missed.Should().BeLessThan(none / 20, "only gates that hold for a handful of values escape three thousand tries");
    }

    private static Dictionary<string, FactorValue?> Answers(Random random) => new(StringComparer.Ordinal)
    {
        ["n"] = random.Next(5) == 0 ? null : FactorValue.Number(random.Next(2) == 0 ? random.Next(0, 11) : random.NextDouble() * 10),
        ["i"] = random.Next(5) == 0 ? null : FactorValue.Number(random.Next(-2, 4)),
        ["b"] = random.Next(3) == 0 ? null : FactorValue.Boolean(random.Next(2) == 0),
        ["c"] = random.Next(4) == 0 ? null : FactorValue.Choice(Factors["c"].Choices[random.Next(3)]),
        ["concern q"] = FactorValue.Boolean(random.Next(2) == 0),
    };

    private static Gate RandomGate(Random random, int depth)
    {
        switch (random.Next(depth == 0 ? 5 : 9))
        {
            case 0:
                return new ConcernGate { Condition = "q" };
            case 1:
                return new KnownGate { Factor = "nibc"[random.Next(4)].ToString() };
            case 2:
                return new ComparisonGate { Factor = "b", EqualTo = FactorValue.Boolean(random.Next(2) == 0) };
            case 3:
                return new ComparisonGate { Factor = "c", In = [.. Factors["c"].Choices.Where(_ => random.Next(2) == 0).Select(FactorValue.Choice)] };
            case 4:
                string factor = random.Next(2) == 0 ? "n" : "i";
                double at = random.Next(-4, 13);
                return random.Next(4) switch
                {
                    0 => new ComparisonGate { Factor = factor, Above = at },
                    1 => new ComparisonGate { Factor = factor, AtMost = at },
                    2 => new ComparisonGate { Factor = factor, AtLeast = at, Below = at + random.Next(2) },
                    _ => new ComparisonGate { Factor = factor, EqualTo = FactorValue.Number(at) },
                };
            case 5:
                return new NotGate { Operand = RandomGate(random, depth - 1) };
            case 6:
                return new AnyGate { Operands = [.. Enumerable.Range(0, random.Next(3)).Select(_ => RandomGate(random, depth - 1))] };
            default:
                return new AllGate { Operands = [.. Enumerable.Range(0, random.Next(4)).Select(_ => RandomGate(random, depth - 1))] };
        }
    }
}
