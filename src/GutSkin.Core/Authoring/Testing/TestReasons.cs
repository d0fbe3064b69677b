using System.Collections.Immutable;
using System.Globalization;
using GutSkin.Core.RuleSets.Format;

namespace GutSkin.Core.Authoring.Testing;

/// <summary>Why an assessment says what it says, a line each, for an author whose test fails.</summary>
internal static class Reasons
{
    /// <summary>The contributions that made a score.</summary>
    public static ImmutableArray<string> OfScore(ConditionScore score)
    {
        var lines = score.Contributions.Where(c => c.LogOdds != 0 || !c.Determined).Select(Line).ToImmutableArray();
        return lines.IsEmpty ? ["no rule contributes"] : lines;
    }

    /// <summary>What gave a derived value, or what is known of why there is none.</summary>
    public static ImmutableArray<string> OfDerived(Derived? derived, string factor, Assessment assessment) => derived is not null
        ? [$"{derived.Derivation} gave it from {string.Join(", ", derived.Items)}"]
        : [.. assessment.Notices.Where(n => n.Factor == factor).Select(n => n.Message)];

    /// <summary>The red flags that are up, and those not yet checked.</summary>
    public static ImmutableArray<string> OfTriage(Triage triage)
    {
        var lines = triage.Flags.Select(f => $"{f.Rule} is up ({Keywords.Urgency.WordOf(f.Urgency)}): {f.Message}")
            .Concat(triage.Unresolved.Select(u => $"{u.Rule} is not yet checked{(u.Ask.IsEmpty ? "" : $"; it asks {string.Join(", ", u.Ask)}")}{(u.Declined.IsEmpty ? "" : $"; declined: {string.Join(", ", u.Declined)}")}"))
            .ToImmutableArray();
        return lines.IsEmpty ? ["no red flag is up"] : lines;
    }

    /// <summary>What speaks for and against an intervention; null = its gate is false.</summary>
    public static ImmutableArray<string> OfStatus(Recommendation? recommendation)
    {
        if (recommendation is null)
            return ["its 'when' is false for this profile"];
        var lines = new List<string>
        {
            $"tier {recommendation.Tier}, benefit {Expectations.Number(recommendation.Benefit)} (in tier 3 less than 0.01 is no-expected-benefit)",
        };
        lines.AddRange(recommendation.Effects.Where(e => e.Benefit != 0 || e.Trials.Any(t => t.Chosen)).Select(e =>
            $"{e.Condition}: lever {Signed(e.Lever)}{(e.Trials.Any(t => t.Chosen) ? ", by a trial" : "")}, counts {Signed(e.Benefit)}"));
        lines.AddRange(recommendation.Indications.Select(i =>
            $"{Keywords.IndicationStrength.WordOf(i.Strength)} {Keywords.IndicationDirection.WordOf(i.Direction)}{(i.Condition is { } c ? $" ({c})" : "")}: {i.Text}"));
        if (recommendation.Room != Room.Open)
            lines.Add(recommendation.Room == Room.Met ? "nothing is left for it to change" : "a factor that it changes is missing");
        lines.AddRange(recommendation.Safety.Select(s =>
            $"{s.Rule} ({Keywords.SafetyKind.WordOf(s.Kind)}) {(s.State == SafetyState.True ? "is true" : "is unknown")}: {s.Message}"));
        if (!recommendation.Ask.IsEmpty)
            lines.Add($"not yet answered: {string.Join(", ", recommendation.Ask)}");
        if (!recommendation.Declined.IsEmpty)
            lines.Add($"declined: {string.Join(", ", recommendation.Declined)}");
        return [.. lines];
    }

    /// <summary>A number with its sign.</summary>
    public static string Signed(double value) => value.ToString("+0.####;-0.####;0", CultureInfo.InvariantCulture);

    private static string Line(Contribution c)
    {
        string counted = c.Informational ? " (informational, not counted)" : c.Counted ? "" : " (not counted: its overlap group counts another)";
        string open = c.Determined ? "" : $", could be {Signed(c.Range.Low)} to {Signed(c.Range.High)}{Missing(c)}";
        return $"{c.Rule} {Signed(c.LogOdds)}{(c.Value is null && c.Inputs?.All(i => i.Value is not null) != true ? "" : $" (burden {Expectations.Number(c.Burden)})")}{open}{counted}";
    }

    private static string Missing(Contribution c)
    {
        string[] missing = c.Factor is { } factor && c.Value is null ? [factor] : [.. c.Inputs?.Where(i => i.Value is null).Select(i => i.Factor) ?? []];
        return missing.Length switch
        {
            0 => "",
            1 => $": {missing[0]} is missing",
            _ => $": {string.Join(", ", missing)} are missing",
        };
    }
}
