using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Engine.Person;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Words;

namespace GutSkin.Core.Assessments.Building;

/// <summary>
/// Everything that is evaluated once for an assessment, and shared by what is built from it. Its arrays serve one
/// assessment after the other.
/// </summary>
internal sealed class EvaluationContext
{
    private readonly ulong[] deciding;
    private readonly int[] advised;
    private readonly bool[] isAdvised;
    private readonly ScoresAfterChange changes;
    private readonly ScoreState fixedFacts;
    private readonly Localizer ownTexts;
    private int advisedCount;

    public EvaluationContext(CompiledRuleSet rules)
    {
        Rules = rules;
        Advice = rules.Advice;
        State = new ScoreState(rules);
        deciding = new ulong[SlotSet.Words(rules.Slots.Count)];
        advised = new int[rules.SkinConditions.Length];
        isAdvised = new bool[rules.SkinConditions.Length];
        Asking = new Asking(rules, State, State.Declined);
        changes = new ScoresAfterChange(State);
        fixedFacts = new ScoreState(rules);
        ownTexts = new Localizer(rules.Resolved.RuleSet, null);
        Localizer = ownTexts;
        Safety = new Truth[Advice.Safety.Length];
    }

    public CompiledRuleSet Rules { get; }

    public CompiledAdvice Advice { get; }

    /// <summary>The profile's numbers and what the kernel made of them.</summary>
    public ScoreState State { get; }

    public Localizer Localizer { get; private set; }

    /// <summary>What may be asked of this person, and what decides what.</summary>
    public Asking Asking { get; }

    /// <summary>The truth of every safety rule.</summary>
    public Truth[] Safety { get; }

    /// <summary>The conditions advised on, by id: the concerns, or all skin conditions where none is named.</summary>
    public ReadOnlySpan<int> Advised => advised.AsSpan(0, advisedCount);

    /// <summary>L of every condition.</summary>
    public ReadOnlySpan<double> LogOdds => State.Totals.AsSpan(0, Rules.SkinConditions.Length);

    /// <summary>Evaluates a checked profile.</summary>
    public void Begin(PersonProfile profile, string? culture)
    {
        Localizer = string.IsNullOrEmpty(culture) ? ownTexts : new Localizer(Rules.Resolved.RuleSet, culture);
        ProfileBinder.Bind(profile, State);
        State.Inferred.Run(State, Rules.Inferences.Steps);
        PersonKernel.Assess(State);
        ScoreFixedFacts();
        for (int i = 0; i < Safety.Length; i++)
            Safety[i] = State.TruthOf(Advice.Safety[i].Gate.Node);
        Asking.Begin();
        Advise();
    }

    /// <summary>Forgets the person.</summary>
    public void End()
    {
        State.Clear();
        fixedFacts.Clear();
    }

    public bool IsMissing(int slot) => double.IsNaN(State.Values[slot]);

    /// <summary>The derivation that filled a slot; null where none did.</summary>
    public CompiledDerivation? DerivationOf(int slot) =>
        State.Inferred.DerivationOf(slot) is >= 0 and var derivation ? Rules.Inferences.Derivations[derivation] : null;

    /// <summary>How far the known number of a slot may be from the true one, one standard deviation; null where that is not modeled.</summary>
    public double? ErrorOf(int slot)
    {
        double value = State.Values[slot];
        return DerivationOf(slot) is { } derivation ? derivation.ErrorAt(value) : Rules.Slots.Factors[slot].MeasurementError?.At(value);
    }

    /// <summary>The error of a value that is an estimate; 0 for any other.</summary>
    public double EstimateError(int slot) => State.Inferred.IsEstimate(slot) ? ErrorOf(slot) ?? 0 : 0;

    /// <summary>The most that present evidence could give to somebody of these fixed facts.</summary>
    public double CeilingOf(int condition) => fixedFacts.Indexes[(2 * fixedFacts.Stride) + condition];

    public bool IsAdvised(int condition) => isAdvised[condition];

    /// <summary>
    /// L′ of every condition were these the person's answers: what follows from others is inferred anew, and markers keep their values.
    /// After this nothing but <see cref="End"/>.
    /// </summary>
    public void LogOddsWith(ReadOnlySpan<(int Slot, double Value)> answers, Span<double> result)
    {
        double[] before = [.. State.Answers];
        foreach (var (slot, value) in answers)
            State.Answer(slot, value);
        State.Inferred.Run(State, Rules.Inferences.Steps);
        var changed = new List<(int Slot, double Value)>();
        for (int slot = 0; slot < before.Length; slot++)
        {
            if (!before[slot].Equals(State.Values[slot]))
                changed.Add((slot, State.Values[slot]));
        }

        before.CopyTo(State.Answers);
        changes.LogOddsAfter(CollectionsMarshal.AsSpan(changed), result);
    }

    /// <summary>L′ of every condition after changes to slots, of which nothing else follows.</summary>
    public void LogOddsAfter(ReadOnlySpan<(int Slot, double Value)> values, Span<double> result) => changes.LogOddsAfter(values, result);

    /// <summary>The slots to ask for, or to measure, that decide an unknown safety rule; until the next call.</summary>
    public ReadOnlySpan<ulong> DecidingSafety(int safety) => Deciding(Advice.Safety[safety].Gate);

    /// <summary>The slots to ask for, or to measure, that decide the unknown gate of an intervention; until the next call.</summary>
    public ReadOnlySpan<ulong> DecidingIntervention(int intervention) => Deciding(Advice.Interventions[intervention].Gate);

    /// <summary>The ids of the questions that ask for slots; a measured one stands by its own id.</summary>
    public ImmutableArray<string> AskIds(ReadOnlySpan<ulong> slots) => Asking.Ids(slots);

    /// <summary>Section 4 of the scoring model, ceiling: the answers that a person cannot change, and what does not apply; nothing is inferred anew.</summary>
    private void ScoreFixedFacts()
    {
        State.Values.AsSpan(0, Rules.Layout.Burdens).CopyTo(fixedFacts.Values);
        for (int slot = 0; slot < Rules.Slots.Count; slot++)
        {
            if (Rules.Slots.Factors[slot].Modifiable && !State.Inferred.IsInapplicable(slot))
                fixedFacts.Values[slot] = Slots.TooOld;
        }

        PersonKernel.Score(fixedFacts);
    }

    private ReadOnlySpan<ulong> Deciding(CompiledGate gate)
    {
        Array.Clear(deciding);
        Asking.AddAsked(gate, deciding);
        return deciding;
    }

    private void Advise()
    {
        var concerns = State.Concerns;
        bool none = !concerns.Contains(1.0);
        advisedCount = 0;
        for (int c = 0; c < isAdvised.Length; c++)
        {
            isAdvised[c] = none ? Rules.SkinConditions[c].Kind == ConditionKind.SkinCondition : concerns[c] != 0;
            if (isAdvised[c])
                advised[advisedCount++] = c;
        }
    }
}
