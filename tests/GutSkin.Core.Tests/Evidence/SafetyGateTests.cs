using GutSkin.Core.RuleSets;
using Xunit.Abstractions;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>Each safety gate says what its row says, for every combination of true, false and unknown.</summary>
public class SafetyGateTests(ITestOutputHelper output)
{
    private static readonly RuleSet Set = BuiltInRuleSet.Resolved.Data;

    [Fact]
    public void GatesAgreeWithTheirRowsOnEveryCombination()
    {
        long combinations = 0;
        foreach (var row in Rows.Safety)
        {
            var rule = Set.Safety.Single(s => s.Id == row.Text("id"));
            var expected = RowGate.Parse(row.Text("when"));
            foreach (var values in Combinations(expected))
            {
                combinations++;
                int actual = Evaluate(rule.When, values);
                if (actual != expected.Evaluate(values))
                    Assert.Fail($"{rule.Id}: {actual} where the row says {expected.Evaluate(values)}, at {string.Join(", ", values)}");
            }
        }

        output.WriteLine($"{Rows.Safety.Length} rows, {combinations} combinations");
    }

    [Fact]
    public void KindUrgencyAndTargetsFollowTheRow()
    {
        string[] weeks = ["rf-acne-scarring", "rf-family-history-bowel-ovarian-cancer", "rf-psoriasis-extensive"];
        foreach (var row in Rows.Safety)
        {
            var rule = Set.Safety.Single(s => s.Id == row.Text("id"));
            string severity = row.Text("severity");
            var kind = severity switch { "contraindicated" => SafetyKind.Contraindication, "caution" => SafetyKind.Caution, _ => SafetyKind.RedFlag };
            rule.Kind.Should().Be(kind, "{0}", rule.Id);
            rule.Locked.Should().Be(kind != SafetyKind.Caution, "{0}", rule.Id);
            if (kind == SafetyKind.RedFlag)
            {
                var urgency = severity == "refer-urgent" ? Urgency.Urgent : weeks.Contains(rule.Id) ? Urgency.Routine : Urgency.Soon;
                rule.Urgency.Should().Be(urgency, "{0}", rule.Id);
                rule.Refer.Should().Contain(row.Texts("refer").Where(r => r.StartsWith("referral.", StringComparison.Ordinal)), "{0}", rule.Id);
            }
            else
            {
                rule.Interventions.Should().Equal(row.Texts("interventions").Where(i => !i.StartsWith("product.", StringComparison.Ordinal)), "{0}", rule.Id);
            }
        }
    }

    private static IEnumerable<Dictionary<string, object?>> Combinations(RowGate gate)
    {
        var found = new Dictionary<string, HashSet<object>>(StringComparer.Ordinal);
        gate.Collect(found);
        string[] names = [.. found.Keys.Order(StringComparer.Ordinal)];
        object?[][] spaces = [.. names.Select(n => Values(Set.Factors.Single(f => f.Id == n), found[n]))];
        var at = new int[names.Length];
        while (true)
        {
            var values = new Dictionary<string, object?>(StringComparer.Ordinal);
            for (int i = 0; i < names.Length; i++)
                values[names[i]] = spaces[i][at[i]];
            yield return values;
            int place = 0;
            while (place < at.Length && ++at[place] == spaces[place].Length)
                at[place++] = 0;
            if (place == at.Length)
                yield break;
        }
    }

    private static object?[] Values(Factor factor, HashSet<object> compared)
    {
        if (factor.Kind == FactorKind.Boolean)
            return [null, true, false];
        if (factor.Kind == FactorKind.Choice)
            return [null, .. factor.Choices];
        double step = factor.Kind == FactorKind.Integer ? 1 : 0.01;
        var points = compared.Cast<double>().SelectMany(v => new[] { v - step, v, v + step }).Append(factor.Min!.Value).Append(factor.Max!.Value);
        return [null, .. points.Where(p => p >= factor.Min && p <= factor.Max).Distinct().Order().Cast<object?>()];
    }

    private static int Evaluate(Gate gate, Dictionary<string, object?> values) => gate switch
    {
        AllGate all => all.Operands.Select(o => Evaluate(o, values)).DefaultIfEmpty(2).Min(),
        AnyGate any => any.Operands.Select(o => Evaluate(o, values)).DefaultIfEmpty(0).Max(),
        NotGate not => 2 - Evaluate(not.Operand, values),
        KnownGate known => values.GetValueOrDefault(known.Factor) is null ? 0 : 2,
        ComparisonGate comparison => values.GetValueOrDefault(comparison.Factor) is { } value ? Holds(comparison, value) ? 2 : 0 : 1,
        _ => throw new InvalidOperationException("a gate of another form"),
    };

    private static bool Holds(ComparisonGate gate, object value)
    {
        bool holds = true;
        if (value is double number)
        {
            holds &= gate.AtLeast is not { } atLeast || number >= atLeast;
            holds &= gate.Above is not { } above || number > above;
            holds &= gate.AtMost is not { } atMost || number <= atMost;
            holds &= gate.Below is not { } below || number < below;
            holds &= gate.Between is not { } between || between.Contains(number);
        }

        holds &= gate.EqualTo is not { } equal || Same(equal, value);
        holds &= gate.In is not { } some || some.Any(v => Same(v, value));
        return holds;
    }

    private static bool Same(FactorValue expected, object value) => expected.Kind switch
    {
        FactorValueKind.Boolean => value.Equals(expected.AsBoolean),
        FactorValueKind.Choice => value.Equals(expected.AsChoice),
        _ => value.Equals(expected.AsNumber),
    };
}
