using System.Collections.Immutable;

namespace GutSkin.Core.RuleSets;

/// <summary>Writes a scoring rule in C#.</summary>
public sealed class ScoringRuleBuilder
{
    private ScoringRule rule;
    private Effect? effect;
    private bool everyone;

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

    /// <summary>Says that the rule is meant to count for everyone, whatever they answer: it has neither a factor nor a gate.</summary>
    /// <returns>This builder.</returns>
    public ScoringRuleBuilder ForEveryone()
    {
        everyone = true;
        return this;
    }

    /// <summary>The burden over a numeric factor: piecewise linear between knots, clamped at both ends.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <param name="knots">Pairs of amount and burden in [0, 1].</param>
    /// <returns>This builder.</returns>
    public ScoringRuleBuilder Reads(string factor, params (double X, double Burden)[] knots) =>
        With(rule with { Factor = factor, Unit = null, Curve = Curve.Of(knots), Levels = null });

    /// <summary>The burden over a numeric factor: piecewise linear between knots, clamped at both ends.</summary>
    /// <param name="factor">The factor. A key in another unit than the factor's own is an error when the rule set is composed.</param>
    /// <param name="knots">Pairs of amount, in the unit of the key, and burden in [0, 1].</param>
    /// <returns>This builder.</returns>
    public ScoringRuleBuilder Reads(NumberFactor factor, params (double X, double Burden)[] knots)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return With(rule with { Factor = factor.Id, Unit = factor.Unit, Curve = Curve.Of(knots), Levels = null });
    }

    /// <summary>The burden over a factor of whole numbers: piecewise linear between knots, clamped at both ends.</summary>
    /// <param name="factor">The factor. A key in another unit than the factor's own is an error when the rule set is composed.</param>
    /// <param name="knots">Pairs of amount, in the unit of the key, and burden in [0, 1].</param>
    /// <returns>This builder.</returns>
    public ScoringRuleBuilder Reads(IntegerFactor factor, params (double X, double Burden)[] knots)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return With(rule with { Factor = factor.Id, Unit = factor.Unit, Curve = Curve.Of(knots), Levels = null });
    }

    /// <summary>A burden of 1 where the answer is yes, and of 0 where it is no.</summary>
    /// <param name="factor">The factor.</param>
    /// <returns>This builder.</returns>
    public ScoringRuleBuilder Reads(BooleanFactor factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return With(rule with { Factor = factor.Id, Unit = null, Curve = null, Levels = null });
    }

    /// <summary>The burden by choice; what is not listed is 0.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="levels">Choices and their burdens in [0, 1].</param>
    /// <returns>This builder.</returns>
    public ScoringRuleBuilder Reads(ChoiceFactor factor, params (string Choice, double Burden)[] levels)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return ReadsLevels(factor.Id, levels);
    }

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
            Unit = null,
            Curve = null,
            Levels = levels.ToImmutableSortedDictionary(l => l.Choice, l => l.Burden, StringComparer.Ordinal),
        });
    }

    /// <summary>The effect at burden 1, as published, and how sure it is.</summary>
    /// <param name="published">The effect.</param>
    /// <param name="certainty">How sure it is.</param>
    /// <param name="basis">Where the number comes from; null = as the effect says.</param>
    /// <returns>This builder.</returns>
    public ScoringRuleBuilder Effects(Effect published, Certainty certainty, EffectBasis? basis = null)
    {
        ArgumentNullException.ThrowIfNull(published);
        effect = published with { Basis = basis ?? published.Basis };
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
        effect is null ? throw new InvalidOperationException($"The rule '{rule.Id}' needs an effect: call Effects(…).")
        : rule is { Factor: null, When: null } && !everyone
            ? throw new InvalidOperationException($"The rule '{rule.Id}' would count for everyone: call Reads(…) or When(…), or ForEveryone() where that is meant.")
        : rule;

    private ScoringRuleBuilder With(ScoringRule changed)
    {
        rule = changed;
        return this;
    }
}
