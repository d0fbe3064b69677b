using System.Collections.Immutable;

namespace GutSkin.Core.RuleSets;

/// <summary>Writes a scoring rule in C#.</summary>
public sealed class ScoringRuleBuilder
{
    private ScoringRule rule;
    private Effect? effect;

    internal ScoringRuleBuilder(string id, string condition) =>
        rule = new ScoringRule { Id = id, Condition = condition, Title = id, Effect = Effect.FromLogOdds(0), Certainty = Certainty.VeryLow };

    /// <summary>What the rule says, as a short title; the id where none is given.</summary>
    /// <param name="title">The title.</param>
    /// <returns>This builder.</returns>
    public ScoringRuleBuilder Titled(string title) => With(rule with { Title = title });

    /// <summary>For whom it holds; everyone where no gate is given.</summary>
    /// <param name="gate">The gate, as <see cref="Gates"/> writes it.</param>
    /// <returns>This builder.</returns>
    public ScoringRuleBuilder When(Gate gate) => With(rule with { When = gate });

    /// <summary>The burden over a numeric factor: piecewise linear between knots, clamped at both ends.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <param name="knots">Pairs of amount and burden in [0, 1].</param>
    /// <returns>This builder.</returns>
    public ScoringRuleBuilder Reads(string factor, params (double X, double Burden)[] knots) =>
        With(rule with { Factor = factor, Curve = Curve.Of(knots), Levels = null });

    /// <summary>The burden by choice, or by <c>true</c> and <c>false</c>; what is not listed is 0.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <param name="levels">Choices and their burdens in [0, 1].</param>
    /// <returns>This builder.</returns>
    public ScoringRuleBuilder ReadsLevels(string factor, params (string Choice, double Burden)[] levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        return With(rule with
        {
            Factor = factor,
            Curve = null,
            Levels = levels.ToImmutableSortedDictionary(l => l.Choice, l => l.Burden, StringComparer.Ordinal),
        });
    }

    /// <summary>The effect at burden 1, as published, and how sure it is.</summary>
    /// <param name="published">The effect.</param>
    /// <param name="certainty">How sure it is.</param>
    /// <param name="basis">Where the number comes from.</param>
    /// <returns>This builder.</returns>
    public ScoringRuleBuilder Effects(Effect published, Certainty certainty, EffectBasis basis = EffectBasis.Published)
    {
        ArgumentNullException.ThrowIfNull(published);
        effect = published with { Basis = basis };
        return With(rule with { Effect = effect, Certainty = certainty });
    }

    /// <summary>The sources for it.</summary>
    /// <param name="evidence">Ids of evidence entries.</param>
    /// <returns>This builder.</returns>
    public ScoringRuleBuilder Cites(params string[] evidence) => With(rule with { Evidence = [.. rule.Evidence, .. evidence] });

    /// <summary>The sources against it.</summary>
    /// <param name="evidence">Ids of evidence entries.</param>
    /// <returns>This builder.</returns>
    public ScoringRuleBuilder ContradictedBy(params string[] evidence) => With(rule with { ContradictedBy = [.. rule.ContradictedBy, .. evidence] });

    /// <summary>The mechanisms it is thought to act through.</summary>
    /// <param name="mechanisms">Their ids.</param>
    /// <returns>This builder.</returns>
    public ScoringRuleBuilder Through(params string[] mechanisms) => With(rule with { Mechanisms = [.. rule.Mechanisms, .. mechanisms] });

    /// <summary>Rules of one condition in the same group count once.</summary>
    /// <param name="group">The group.</param>
    /// <returns>This builder.</returns>
    public ScoringRuleBuilder Overlapping(string group) => With(rule with { Overlap = group });

    /// <summary>The factor goes along with the condition: changing it changes nothing.</summary>
    /// <returns>This builder.</returns>
    public ScoringRuleBuilder AsMarker() => With(rule with { Role = RuleRole.Marker });

    /// <summary>Listed, entering no score.</summary>
    /// <returns>This builder.</returns>
    public ScoringRuleBuilder Informational() => With(rule with { Informational = true });

    /// <summary>Why the rule is as it is, and whom the studies studied.</summary>
    /// <param name="rationale">Why.</param>
    /// <param name="population">Whom; null = not said.</param>
    /// <returns>This builder.</returns>
    public ScoringRuleBuilder Because(string rationale, string? population = null) => With(rule with { Rationale = rationale, Population = population });

    /// <summary>The day of the last review.</summary>
    /// <param name="day">The day.</param>
    /// <returns>This builder.</returns>
    public ScoringRuleBuilder ReviewedOn(DateOnly day) => With(rule with { ReviewedOn = day, Lifecycle = RuleLifecycle.Active });

    /// <summary>How far the rule has come; one that is retired is kept for the record and not evaluated.</summary>
    /// <param name="lifecycle">The stage.</param>
    /// <returns>This builder.</returns>
    public ScoringRuleBuilder InStage(RuleLifecycle lifecycle) => With(rule with { Lifecycle = lifecycle });

    internal ScoringRule Build() =>
        effect is null ? throw new InvalidOperationException($"The rule '{rule.Id}' needs an effect: call Effects(…).") : rule;

    private ScoringRuleBuilder With(ScoringRule changed)
    {
        rule = changed;
        return this;
    }
}
