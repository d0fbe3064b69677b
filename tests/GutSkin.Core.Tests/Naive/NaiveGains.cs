using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>What an answer could move, and the tests that are worth having: section 8 of the scoring model.</summary>
internal sealed class NaiveGains(NaiveContext context)
{
    private const int MostTests = 6;

    public double Of(NaivePage page) => page.Covers.Sum(OfOne);

    /// <summary>The gain of one missing factor.</summary>
    public double OfOne(string factor)
    {
        var gains =
            from condition in context.Concerns
            from item in context.Pass.Items[condition]
            from o in item.Members
            where !o.Determined
            where o.Rule.Factor == factor || (o.Gate == Truth.Unknown && NaiveGate.Factors(o.Rule.When).Contains(factor))
            select !item.IsGroup ? o.High - o.Low
                : item.IsNegative ? Math.Max(0, item.High - o.Low)
                : Math.Max(0, o.High - item.Low);
        return gains.Sum();
    }

    /// <summary>First the tests that decide something for safety, by id; then those that could move a score.</summary>
    public IEnumerable<JsonObject> Tests()
    {
        var points = context.Triage.Unresolved.Select(s => NaivePoint.Of(s.When)).Concat(context.Recommendations.SelectMany(r => r.WaitsForButRoom));
        var deciding = points.SelectMany(context.Asking.Deciding).ToHashSet(StringComparer.Ordinal);
        var tests = context.Knowledge.Factors.Keys.Where(context.Asking.IsTest).ToList();
        var gains = tests.ToDictionary(t => t, WithTargets, StringComparer.Ordinal);
        var place = NaiveTies.Places(gains.Values);

        var first = tests.Where(deciding.Contains).Order(StringComparer.Ordinal);
        var then = tests.Where(t => !deciding.Contains(t) && gains[t] > 0)
            .OrderBy(t => place(gains[t]))
            .ThenBy(t => t, StringComparer.Ordinal);
        return first.Concat(then).Take(MostTests).Select(t => new JsonObject { ["factor"] = t, ["gain"] = NaiveJson.Num(gains[t]) });
    }

    /// <summary>Its own gain, or that of a target whose derivation is not open for tests alone.</summary>
    private double WithTargets(string test) => context.Knowledge.Derivations
        .Where(d => Waits(d) && context.Asking.Lacking(d).Contains(test))
        .Select(d => OfOne(d.Factor))
        .Append(OfOne(test))
        .Max();

    /// <summary>The target could be asked for, were it not for measurements.</summary>
    private bool Waits(NaiveDerivation derivation) =>
        !context.Answers.Knows(derivation.Factor)
        && !context.Answers.Declined.Contains(derivation.Factor)
        && context.Asking.Lacking(derivation).All(f => context.Asking.IsAskable(f) || context.Asking.IsTest(f));
}
