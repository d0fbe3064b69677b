using System.Collections.Immutable;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.RuleSets;

/// <summary>A class that says what a rule that is data says.</summary>
internal sealed class EquivalentRule(ScoringRule rule, Factor? factor) : ComputedRule
{
    public override string Id => rule.Id;

    public override string Version => "1.0.0";

    public override string Title => rule.Title;

    public override string Condition => rule.Condition;

    public override ImmutableArray<FactorKey> Inputs => factor is null ? [] : [FactorKey.Named(factor.Id)];

    public override Effect Effect => rule.Effect;

    public override Certainty Certainty => rule.Certainty;

    public override Gate? When => rule.When;

    public override ImmutableArray<string> Mechanisms => rule.Mechanisms;

    public override string? Overlap => rule.Overlap;

    public override RuleRole Role => rule.Role;

    public override bool Informational => rule.Informational;

    public override ImmutableArray<string> Evidence => rule.Evidence;

    public override ImmutableArray<string> ContradictedBy => rule.ContradictedBy;

    public override string? Population => rule.Population;

    public override RuleLifecycle Lifecycle => rule.Lifecycle;

    /// <summary>Whether a class can say the same: it is never asked about numbers outside a factor's bounds, as a curve may be by a measuring error.</summary>
    public static bool CanBe(ScoringRule rule, Factor? factor) =>
        factor?.MeasurementError is null || rule.Curve is not { } curve
        || curve.Knots.All(k => !(k.X < factor.Min) && !(k.X > factor.Max));

    protected override BurdenRange Burden(in FactorValues known)
    {
        if (factor is null)
            return 1;
        if (rule.Curve is { } curve)
        {
            var range = known.Range(factor.Id);
            return curve.BurdensOver(range.Low, range.High);
        }

        if (factor.Kind == FactorKind.Boolean)
        {
            double no = rule.Levels?.GetValueOrDefault("false") ?? 0;
            double yes = rule.Levels is null ? 1 : rule.Levels.GetValueOrDefault("true");
            return known.YesNo(factor.Id) is { } answer ? answer ? yes : no : new BurdenRange(Math.Min(no, yes), Math.Max(no, yes));
        }

        if (known.Choice(factor.Id) is { } choice)
            return rule.Levels!.GetValueOrDefault(choice);
        var levels = factor.Choices.Select(c => rule.Levels!.GetValueOrDefault(c)).ToList();
        return new BurdenRange(levels.Min(), levels.Max());
    }
}
