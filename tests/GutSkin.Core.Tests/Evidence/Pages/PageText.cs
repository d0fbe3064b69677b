using System.Globalization;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.BuiltIn.Pages;

/// <summary>Gates, effects and citations in words.</summary>
internal sealed class PageText(RuleSet set)
{
    private readonly Dictionary<string, Core.RuleSets.Evidence> sources = set.Evidence.ToDictionary(e => e.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Factor> factors = set.Factors.ToDictionary(f => f.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, SkinCondition> conditions = set.Conditions.ToDictionary(c => c.Id, StringComparer.Ordinal);

    public Factor Factor(string id) => factors[id];

    public string Gate(Gate? gate) => gate is null ? "everybody" : Words(gate);

    public string Cite(IEnumerable<string> ids) => string.Join(", ", ids.Select(Cite));

    public string Cite(string id)
    {
        var source = sources[id];
        string name = source.Authors is { } authors ? authors + (source.Year is { } year ? $" {year}" : "") : id;
        return $"[{Cell(name)}](sources.md#{Anchor(id)})";
    }

    public static string Anchor(string id) => id.Replace(".", "", StringComparison.Ordinal);

    public static string Cell(string? text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");

    public static string Effect(Effect effect)
    {
        string measure = effect.Measure switch
        {
            EffectMeasure.OddsRatio => "odds ratio",
            EffectMeasure.RiskRatio => "ratio of shares (RR)",
            EffectMeasure.HazardRatio => "hazard ratio",
            EffectMeasure.StandardizedMeanDifference => "standardized difference",
            EffectMeasure.MeanDifference => $"difference in {effect.Of} (spread {N(effect.StandardDeviation ?? 0)})",
            _ => "log odds",
        };
        if (effect is { Measure: EffectMeasure.LogOdds, Value: 0 })
            return "no figure that could be counted";
        string interval = effect.Ci95 is { } ci ? $" ({N(ci.Low)} to {N(ci.High)})" : "";
        string basis = effect.Basis switch { EffectBasis.Derived => ", computed from published figures", EffectBasis.Judgement => ", our judgment: no figure is published", _ => "" };
        return $"{measure} {N(effect.Value)}{interval}{basis}";
    }

    public static string N(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private string Words(Gate gate) => gate switch
    {
        AllGate { Operands.Length: 0 } => "always",
        AnyGate { Operands.Length: 0 } => "only where a red flag calls for it",
        AllGate all => string.Join(" and ", all.Operands.Select(Part)),
        AnyGate any => string.Join(" or ", any.Operands.Select(Part)),
        NotGate not => $"not ({Words(not.Operand)})",
        KnownGate known => $"{Name(known.Factor)} is known",
        ConcernGate concern => $"concern {conditions[concern.Condition].Name}",
        ComparisonGate comparison => Comparison(comparison),
        _ => throw new InvalidOperationException("a gate of another form"),
    };

    private string Part(Gate gate) => gate is AllGate { Operands.Length: > 1 } or AnyGate { Operands.Length: > 1 } ? $"({Words(gate)})" : Words(gate);

    private string Comparison(ComparisonGate gate)
    {
        string name = Name(gate.Factor);
        var parts = new List<string>();
        if (gate.EqualTo is { } equal)
            parts.Add(equal.Kind == FactorValueKind.Boolean ? (equal.AsBoolean ? "yes" : "no") : $"is {equal}");
        if (gate.In is { } some)
            parts.Add("is one of " + string.Join(", ", some));
        if (gate.AtLeast is { } atLeast)
            parts.Add($"at least {N(atLeast)}");
        if (gate.Above is { } above)
            parts.Add($"above {N(above)}");
        if (gate.AtMost is { } atMost)
            parts.Add($"at most {N(atMost)}");
        if (gate.Below is { } below)
            parts.Add($"below {N(below)}");
        if (gate.Between is { } between)
            parts.Add($"from {N(between.Low)} to {N(between.High)}");
        return $"{name}: {string.Join(", ", parts)}";
    }

    private string Name(string factor) => factors[factor].Name;
}
