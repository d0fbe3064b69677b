using System.Collections.Immutable;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Engine.Person;
using GutSkin.Core.Profiles.Checking;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core;

/// <summary>
/// One person's answers, bound to a rule set's factors once, to be scored again and again without allocating: a slider
/// moves, one number is set, and what is derived from it, or does not apply, follows (scoring model, section 1). Holds health
/// data; used by one thread at a time; made by <see cref="ScoringServiceExtensions.CreateBuffer"/>.
/// </summary>
/// <example>
/// <code>
/// var buffer = ScoringService.Default.CreateBuffer();
/// var scores = new ScoreResult[buffer.Conditions.Length];
/// for (int glasses = 0; glasses &lt; 4; glasses++)
/// {
///     buffer.Set(Factors.Diet.Milk, glasses);
///     ScoringService.Default.Score(buffer, scores);               // allocates nothing
///     Console.WriteLine(scores[buffer.Conditions.IndexOf(SkinConditions.AcneVulgaris)]);
/// }
/// </code>
/// </example>
public sealed class ScoringBuffer
{
    internal ScoringBuffer(CompiledRuleSet rules)
    {
        State = new ScoreState(rules);
        Factors = [.. rules.Slots.Factors.Select(f => f.Id)];
        Conditions = [.. rules.SkinConditions.Select(c => c.Id)];
    }

    /// <summary>The rule set it was made for, and is scored with.</summary>
    public ResolvedRuleSet RuleSet => State.Rules.Resolved;

    /// <summary>The ids of the factors, in the order of their positions.</summary>
    public ImmutableArray<string> Factors { get; }

    /// <summary>The ids of the conditions and states, in the order of the scores.</summary>
    public ImmutableArray<string> Conditions { get; }

    internal ScoreState State { get; }

    /// <summary>Replaces all answers and concerns by those of a profile. Allocates nothing where the profile is right.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="options">Whether unknown factors are left out; null = the defaults.</param>
    /// <exception cref="InvalidInputException">The profile has errors; it carries all of them, and the buffer keeps what it had.</exception>
    public void Load(PersonProfile profile, AssessmentOptions? options = null)
    {
        var faults = TryLoad(profile, options);
        if (faults.Length > 0)
            throw new InvalidInputException(faults);
    }

    /// <summary>Replaces all answers and concerns by those of a profile, or says everything that is wrong with it.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="options">Whether unknown factors are left out; null = the defaults.</param>
    /// <returns>The diagnostics, with which the buffer keeps what it had; empty where the profile was loaded.</returns>
    public ImmutableArray<Diagnostic> TryLoad(PersonProfile profile, AssessmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var faults = ProfileChecker.Check(profile, State.Rules.Resolved.Index, (options ?? AssessmentOptions.Default).IgnoreUnknownFactors, out _);
        if (faults.Length == 0)
            ProfileBinder.Bind(profile, State);
        return faults;
    }

    /// <summary>The position of a factor.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <returns>The position; −1 where the rule set has no such factor.</returns>
    public int PositionOf(string factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return State.Rules.Slots.TryGet(factor, out int slot) ? slot : -1;
    }

    /// <summary>Sets an answer by position: a number in the factor's own unit, 1 or 0 for yes or no, the position of a choice; NaN for a missing one.</summary>
    /// <param name="position">The position of the factor.</param>
    /// <param name="value">The answer.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position, or the factor does not allow the answer.</exception>
    public void Set(int position, double value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, State.Rules.Slots.Count);
        var factor = State.Rules.Slots.Factors[position];
        var allowed = Slots.Allowed(factor);
        if (!double.IsNaN(value)
            && (!(value >= allowed.Low && value <= allowed.High) || (factor.Kind != FactorKind.Number && value != Math.Floor(value))))
            throw new ArgumentOutOfRangeException(nameof(value), $"The factor '{factor.Id}' does not allow this answer.");
        State.Answer(position, value);
    }

    /// <summary>Sets a number.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="value">The number, in the unit of the key; NaN for a missing answer.</param>
    /// <exception cref="ArgumentException">The rule set has no such factor, or the factor does not allow the answer.</exception>
    public void Set(NumberFactor factor, double value) => SetNumber(factor, value);

    /// <summary>Sets a whole number.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="value">The number, in the unit of the key; null for a missing answer.</param>
    /// <exception cref="ArgumentException">The rule set has no such factor, or the factor does not allow the answer.</exception>
    public void Set(IntegerFactor factor, int? value) => SetNumber(factor, value ?? double.NaN);

    /// <summary>Sets yes or no.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="value">True for yes; null for a missing answer.</param>
    /// <exception cref="ArgumentException">The rule set has no such factor.</exception>
    public void Set(BooleanFactor factor, bool? value) =>
        Set(Find(factor, FactorKind.Boolean, FactorKind.Boolean), value is { } yes ? (yes ? 1 : 0) : double.NaN);

    /// <summary>Sets a choice.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="value">The id of the choice; null for a missing answer.</param>
    /// <exception cref="ArgumentException">The rule set has no such factor, or the factor no such choice.</exception>
    public void Set(ChoiceFactor factor, string? value)
    {
        int position = Find(factor, FactorKind.Choice, FactorKind.Choice);
        Set(position, value is null ? double.NaN : State.Rules.Slots.Factors[position].IndexOfChoice(value));
    }

    /// <summary>Names a condition as a concern, or no longer. Few rules ask for it; no score depends on it otherwise.</summary>
    /// <param name="condition">The id of the condition or state.</param>
    /// <param name="isConcern">Whether it is one.</param>
    /// <exception cref="ArgumentException">The rule set has no such condition.</exception>
    public void SetConcern(string condition, bool isConcern = true)
    {
        ArgumentNullException.ThrowIfNull(condition);
        if (!State.Rules.ConditionIndex.TryGetValue(condition, out int index))
            throw new ArgumentException($"The rule set has no condition '{condition}'.", nameof(condition));
        State.Concerns[index] = isConcern ? 1 : 0;
    }

    /// <summary>Forgets all answers and concerns.</summary>
    public void Clear() => State.Clear();

    private void SetNumber(FactorKey factor, double value)
    {
        int position = Find(factor, FactorKind.Number, FactorKind.Integer);
        var found = State.Rules.Slots.Factors[position];
        if (!UnitConverter.TryFind(found, factor.NumbersIn, out var conversion))
            throw new ArgumentException($"The factor '{factor.Id}' has no conversion from '{factor.NumbersIn}'. {UnitConverter.Hint(found)}", nameof(factor));
        Set(position, conversion is null || double.IsNaN(value) ? value : conversion.Apply(value, found.Kind));
    }

    private int Find(FactorKey factor, FactorKind kind, FactorKind orKind)
    {
        ArgumentNullException.ThrowIfNull(factor);
        if (!State.Rules.Slots.TryGet(factor.Id, out int slot))
            throw new ArgumentException($"The rule set has no factor '{factor.Id}'.", nameof(factor));
        var found = State.Rules.Slots.Factors[slot].Kind;
        if (found != kind && found != orKind)
            throw new ArgumentException($"The factor '{factor.Id}' takes another kind of answer.", nameof(factor));
        return slot;
    }
}
