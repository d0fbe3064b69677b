using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Fhir.Reading;

/// <summary>
/// Where a rule set tells values of a factor apart. A result below or above a laboratory's limit ("&lt; 5", "&gt; 1800") is known exactly enough
/// where every such place lies on the other side of the limit: then no rule can tell the limit itself from what lies beyond it.
/// </summary>
internal sealed class FactorThresholds(ResolvedRuleSet ruleSet)
{
    private readonly Dictionary<string, List<Interval>> curves = new(StringComparer.Ordinal);
    private Dictionary<string, List<double>>? places;

    /// <summary>Whether the rules take every value beyond a limit as they take the limit.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="limit">The limit, in the factor's own unit.</param>
    /// <param name="above">Whether the value lies above it.</param>
    public bool AreAllBefore(string factor, double limit, bool above)
    {
        places ??= Collect();
        return (!places.TryGetValue(factor, out var at) || at.TrueForAll(x => above ? x < limit : x > limit))
            && (!curves.TryGetValue(factor, out var bent) || bent.TrueForAll(c => above ? c.High <= limit : c.Low >= limit));
    }

    private Dictionary<string, List<double>> Collect()
    {
        places = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        var data = ruleSet.Data;
        foreach (var rule in data.Rules)
        {
            Gate(rule.When);
            if (rule.IsComputed)
                rule.BurdenFactors.ToList().ForEach(Everywhere);
            else if (rule.Factor is { } factor && rule.Curve is { } curve)
                Bent(factor, curve);
        }

        foreach (var factor in data.Factors)
        {
            Gate(factor.AskWhen);
            foreach (var reference in factor.References)
            {
                Gate(reference.When);
                Add(factor.Id, [reference.Low, reference.High]);
            }
        }

        foreach (var intervention in data.Interventions)
        {
            Gate(intervention.When);
            intervention.Effects.ToList().ForEach(e => Gate(e.When));
            intervention.Indications.ToList().ForEach(i => Gate(i.When));
            foreach (var change in intervention.Changes)
            {
                Gate(change.When);
                Add(change.Factor, [change.AtLeast, change.AtMost, change.Set is { Kind: FactorValueKind.Number } set ? set.AsNumber : null]);
            }
        }

        data.Safety.ToList().ForEach(s => Gate(s.When));
        data.Screens.ToList().ForEach(s => Gate(s.When));
        foreach (var form in data.Derivations.SelectMany(d => d.Cases))
        {
            Gate(form.When);
            form.Needs.ToList().ForEach(Everywhere);
        }

        return places;
    }

    private void Gate(Gate? gate)
    {
        switch (gate)
        {
            case AllGate all:
                all.Operands.ToList().ForEach(Gate);
                break;
            case AnyGate any:
                any.Operands.ToList().ForEach(Gate);
                break;
            case NotGate not:
                Gate(not.Operand);
                break;
            case ComparisonGate comparison:
                Add(comparison.Factor, [comparison.Above, comparison.AtLeast, comparison.AtMost, comparison.Below, comparison.Between?.Low, comparison.Between?.High]);
                foreach (var value in comparison.In ?? [])
                    Add(comparison.Factor, [value.Kind == FactorValueKind.Number ? value.AsNumber : null]);
                Add(comparison.Factor, [comparison.EqualTo is { Kind: FactorValueKind.Number } equal ? equal.AsNumber : null]);
                break;
        }
    }

    /// <summary>From where to where a curve rises or falls; beyond its ends it stays as it is there.</summary>
    private void Bent(string factor, Curve curve)
    {
        var knots = curve.Knots;
        int first = 0, last = knots.Length - 1;
        while (first < last && knots[first].Burden == knots[first + 1].Burden)
            first++;
        while (last > first && knots[last].Burden == knots[last - 1].Burden)
            last--;
        if (first == last)
            return;
        if (!curves.TryGetValue(factor, out var known))
            curves.Add(factor, known = []);
        known.Add(new Interval(knots[first].X, knots[last].X));
    }

    /// <summary>A factor that something calculates with: any two values are told apart.</summary>
    private void Everywhere(string factor) => Add(factor, [double.NegativeInfinity, double.PositiveInfinity]);

    private void Add(string factor, IEnumerable<double?> at)
    {
        if (!places!.TryGetValue(factor, out var known))
            places.Add(factor, known = []);
        known.AddRange(at.OfType<double>());
    }
}
