using System.Collections.Immutable;

namespace GutSkin.Core.RuleSets;

/// <summary>
/// A scoring rule as a class, for what data cannot say: a sum or a ratio of answers, a score of its own. It declares what it reads
/// and returns a burden, or a range of burdens where answers are missing; weight, intervals, levers, questions and explanations
/// are the library's work, as for any other rule. Make it immutable: one instance serves all threads. What it declares is read
/// once. Use +, −, ×, ÷, comparisons and <see cref="GutSkin.Core.RuleSets.Curve"/> only, so that the same bits come out on every machine.
/// </summary>
public abstract class ComputedRule
{
    /// <summary>The id, for example <c>clinic.sweet-drinks</c>. No other rule may have it.</summary>
    public abstract string Id { get; }

    /// <summary>The version, by Semantic Versioning: a new one with every change to what it computes. It enters the rule set's hash.</summary>
    public abstract string Version { get; }

    /// <summary>What it says, as a short title.</summary>
    public abstract string Title { get; }

    /// <summary>The id of the condition it aims at.</summary>
    public abstract string Condition { get; }

    /// <summary>The factors its burden reads, for example <c>[Factors.Diet.Milk]</c>; those of <see cref="When"/> need not be named.</summary>
    public abstract ImmutableArray<FactorKey> Inputs { get; }

    /// <summary>The effect at burden 1, as published.</summary>
    public abstract Effect Effect { get; }

    /// <summary>How sure the effect is.</summary>
    public abstract Certainty Certainty { get; }

    /// <summary>For whom it holds; null = everyone.</summary>
    public virtual Gate? When => null;

    /// <summary>The ids of the mechanisms it is thought to act through.</summary>
    public virtual ImmutableArray<string> Mechanisms => [];

    /// <summary>Rules of one condition with the same group count once; null = counts alone.</summary>
    public virtual string? Overlap => null;

    /// <summary>Cause or companion.</summary>
    public virtual RuleRole Role => RuleRole.Driver;

    /// <summary>Evaluated and listed, entering no sum.</summary>
    public virtual bool Informational => false;

    /// <summary>Ids of the evidence for it.</summary>
    public virtual ImmutableArray<string> Evidence => [];

    /// <summary>Ids of the evidence against it.</summary>
    public virtual ImmutableArray<string> ContradictedBy => [];

    /// <summary>Whom the studies studied.</summary>
    public virtual string? Population => null;

    /// <summary>Why the rule is as it is, and what it computes, in own words: nobody can read it off a curve.</summary>
    public virtual string? Rationale => null;

    /// <summary>How the rule must not be read.</summary>
    public virtual string? Misuse => null;

    /// <summary>Where it stands in its life.</summary>
    public virtual RuleLifecycle Lifecycle => RuleLifecycle.Active;

    /// <summary>The day of its last review.</summary>
    public virtual DateOnly? ReviewedOn => null;

    /// <summary>
    /// The burden of the answers: 0 = as little as can be, 1 = in full. Where answers are missing, every burden they could still
    /// give lies in the range returned; where all are known it is one number. It is also asked what a changed answer would give.
    /// </summary>
    /// <param name="known">The answers of the <see cref="Inputs"/>; nothing else can be read.</param>
    /// <returns>A number from 0 to 1, or a range of them.</returns>
    protected abstract BurdenRange Burden(in FactorValues known);

    internal BurdenRange BurdenOf(in FactorValues known) => Burden(known);
}

/// <summary>The least and the greatest burden that answers still missing leave possible; one number where nothing is missing.</summary>
/// <param name="Low">The least.</param>
/// <param name="High">The greatest.</param>
public readonly record struct BurdenRange(double Low, double High)
{
    /// <summary>From 0 to 1: nothing can be said.</summary>
    public static BurdenRange Any { get; } = new(0, 1);

    /// <summary>One number.</summary>
    /// <param name="burden">The burden.</param>
    public static implicit operator BurdenRange(double burden) => new(burden, burden);

    /// <summary>A range as <see cref="Curve.BurdensOver"/> gives it.</summary>
    /// <param name="burdens">The burdens.</param>
    public static implicit operator BurdenRange(Interval burdens) => new(burdens.Low, burdens.High);

    /// <summary>One number.</summary>
    /// <param name="burden">The burden.</param>
    /// <returns>The range from it to itself.</returns>
    public static BurdenRange FromDouble(double burden) => burden;

    /// <summary>A range as <see cref="Curve.BurdensOver"/> gives it.</summary>
    /// <param name="burdens">The burdens.</param>
    /// <returns>The range.</returns>
    public static BurdenRange FromInterval(Interval burdens) => burdens;
}

/// <summary>
/// A rule written as a class does what a rule must not: it throws, reads what it has not declared, or returns no burden. A fault in
/// code, found while scoring. The message names the rule, its class and the factors it reads, and never an answer; for that
/// reason the exception it threw is named and not passed on.
/// </summary>
public sealed class ComputedRuleException : Exception
{
    /// <summary>Makes the exception.</summary>
    public ComputedRuleException()
        : this("A rule written as a class failed.")
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong, without an answer in it.</param>
    public ComputedRuleException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong, without an answer in it.</param>
    /// <param name="innerException">What led to it.</param>
    public ComputedRuleException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The id of the rule.</summary>
    public string? Rule { get; init; }
}
