using System.Globalization;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Fhir.Questionnaires;

/// <summary>
/// Gates and derivations as FHIRPath over a QuestionnaireResponse. FHIRPath's empty is the scoring model's unknown: <c>and</c>, <c>or</c> and
/// <c>not()</c> are the same three-valued logic.
/// </summary>
internal sealed class FhirPathText(ResolvedRuleSet ruleSet)
{
    /// <summary>The answer of an item.</summary>
    public static string Answer(string factor) => $"%resource.descendants().where(linkId='{factor}').answer.value";

    /// <summary>A number as FHIRPath writes it; null where it has no such form.</summary>
    public static string? Number(double value)
    {
        string text = value.ToString("0.################", CultureInfo.InvariantCulture);
        return double.TryParse(text, CultureInfo.InvariantCulture, out double back) && back == value ? text.StartsWith('-') ? $"({text})" : text : null;
    }

    /// <summary>A gate; null where it cannot be said.</summary>
    public string? Gate(Gate gate) => gate switch
    {
        AllGate all => Joined(all.Operands, " and ", "true"),
        AnyGate any => Joined(any.Operands, " or ", "false"),
        NotGate not => Gate(not.Operand) is { } operand ? $"({operand}).not()" : null,
        KnownGate known => $"{Answer(known.Factor)}.exists()",
        ComparisonGate comparison => Comparison(comparison),
        _ => null,
    };

    /// <summary>A derivation; null where it cannot be said (growth curves need logarithms of a table).</summary>
    public string? Derivation(Derivation derivation)
    {
        string text = "{}";
        foreach (var form in derivation.Cases.Reverse())
        {
            string? value = form switch { LinearCase linear => Linear(linear.Linear), ProductCase product => Product(product), _ => null };
            if (value is null)
                return null;
            if (form.When is null)
            {
                text = value;
                continue;
            }

            // A case whose gate is unknown ends the search without a value.
            if (Gate(form.When) is not { } gate)
                return null;
            text = $"iif(({gate}).exists(), iif({gate}, {value}, {text}), {{}})";
        }

        if (derivation.Round is { } digits)
            text = $"({text}).round({digits.ToString(CultureInfo.InvariantCulture)})";
        if (derivation.AtLeast is null && derivation.AtMost is null)
            return text;
        string bounded = "$this";
        if (derivation.AtMost is { } most)
            bounded = $"iif($this > {Number(most)}, {Number(most)}, {bounded})";
        if (derivation.AtLeast is { } least)
            bounded = $"iif($this < {Number(least)}, {Number(least)}, {bounded})";
        return $"({text}).select({bounded})";
    }

    /// <summary>The name under which a derivation reads a factor as a number: <c>intake.oily-fish</c> is <c>intakeOilyFish</c>, because FHIR allows no underscore in it.</summary>
    public static string Variable(string factor) =>
        string.Concat(factor.Split('.', '-').Select((word, i) => i == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>What the variable of a factor is: its answer as a number. Null where the factor has no such number.</summary>
    public string? Scored(string factor)
    {
        var known = ruleSet.FindFactor(factor);
        string answer = Answer(factor);
        switch (known?.Kind)
        {
            case FactorKind.Boolean:
                return $"iif({answer}.exists(), iif({answer}, 1, 0), {{}})";
            case FactorKind.Choice when known.Choices.All(known.Scores.ContainsKey):
                string text = "{}";
                foreach (string choice in known.Choices.Reverse())
                    text = $"iif({answer}.code = '{choice}', {Number(known.Scores[choice])}, {text})";
                return text;
            case FactorKind.Number or FactorKind.Integer:
                return answer;
            default:
                return null;
        }
    }

    private string? Linear(LinearForm form)
    {
        var parts = new List<string> { Number(form.Intercept) ?? "" };
        foreach (var (factor, term) in form.Terms)
            parts.Add(Term(factor, term) ?? "");
        return parts.Contains("") ? null : $"({string.Join(" + ", parts)})";
    }

    private string? Term(string factor, DerivationTerm term)
    {
        switch (term)
        {
            case CoefficientTerm coefficient:
                return Number(coefficient.Coefficient) is { } times ? $"{times} * %{Variable(factor)}" : null;
            case LevelsTerm levels:
                string answer = Answer(factor), text = "0";
                bool isYesNo = ruleSet.FindFactor(factor)?.Kind == FactorKind.Boolean;
                foreach (var (level, value) in levels.Levels)
                    text = $"iif({(isYesNo ? $"{answer} = {level}" : $"{answer}.code = '{level}'")}, {Number(value)}, {text})";
                return $"iif({answer}.exists(), {text}, {{}})";
            case CurveTerm curve:
                return Curve($"%{Variable(factor)}", curve.Curve);
            default:
                return null;
        }
    }

    private static string? Curve(string at, Curve curve)
    {
        string text = Number(curve.Knots[^1].Burden)!;
        for (int i = curve.Knots.Length - 2; i >= 0; i--)
        {
            var (from, to) = (curve.Knots[i], curve.Knots[i + 1]);
            string slope = $"({Number(to.Burden)} - {Number(from.Burden)}) / ({Number(to.X)} - {Number(from.X)})";
            text = $"iif({at} < {Number(to.X)}, {Number(from.Burden)} + ({at} - {Number(from.X)}) * {slope}, {text})";
        }

        return $"iif({at}.exists(), iif({at} < {Number(curve.Knots[0].X)}, {Number(curve.Knots[0].Burden)}, {text}), {{}})";
    }

    private static string? Product(ProductCase product)
    {
        string? text = Number(product.Times);
        foreach (var (factor, power) in product.Powers)
        {
            for (int i = 0; i < Math.Abs(power); i++)
                text += $" {(power > 0 ? "*" : "/")} %{Variable(factor)}";
        }

        return text is null ? null : $"({text})";
    }

    private string? Joined(IEnumerable<Gate> gates, string by, string none)
    {
        var parts = gates.Select(Gate).ToList();
        return parts.Contains(null) ? null : parts.Count == 0 ? none : $"({string.Join(by, parts)})";
    }

    private string? Comparison(ComparisonGate gate)
    {
        string answer = Answer(gate.Factor);
        var kind = ruleSet.FindFactor(gate.Factor)?.Kind;
        var parts = new List<string>();
        foreach (var (sign, number) in Bounds(gate))
            parts.Add(Number(number) is { } text ? $"{answer} {sign} {text}" : "");
        if (gate.EqualTo is { } equal)
            parts.Add(Equal(answer, equal));
        if (gate.In is { } among)
            parts.Add($"({string.Join(" or ", among.Select(v => Equal(answer, v)))})");
        return kind is null || parts.Contains("") || parts.Count == 0 ? null : $"({string.Join(" and ", parts)})";
    }

    private static string Equal(string answer, FactorValue value) => value.Kind switch
    {
        FactorValueKind.Boolean => $"{answer} = {(value.AsBoolean ? "true" : "false")}",
        FactorValueKind.Choice => $"{answer}.code = '{value.AsChoice}'",
        _ => Number(value.AsNumber) is { } text ? $"{answer} = {text}" : "",
    };

    /// <summary>The bounds of a comparison, as signs and numbers.</summary>
    public static IEnumerable<(string Sign, double Number)> Bounds(ComparisonGate gate)
    {
        if (gate.AtLeast is { } atLeast)
            yield return (">=", atLeast);
        if (gate.Above is { } above)
            yield return (">", above);
        if (gate.AtMost is { } atMost)
            yield return ("<=", atMost);
        if (gate.Below is { } below)
            yield return ("<", below);
        if (gate.Between is { } between)
        {
            yield return (">=", between.Low);
            yield return ("<=", between.High);
        }
    }
}
