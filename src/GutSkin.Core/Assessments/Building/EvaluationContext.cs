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
    private readonly int[] advised;
    private readonly bool[] isAdvised;
    private readonly ScoresAfterChange changes;
    private readonly ScoreState fixedFacts;
    private readonly Localizer ownTexts;
    private (string Culture, Localizer Texts)? spoken;
    private int advisedCount;

    public EvaluationContext(CompiledRuleSet rules)
    {
        Rules = rules;
        Advice = rules.Advice;
        State = new ScoreState(rules);
        advised = new int[rules.SkinConditions.Length];
        isAdvised = new bool[rules.SkinConditions.Length];
        Asking = new Asking(rules, State, State.Declined);
        changes = new ScoresAfterChange(State);
        fixedFacts = new ScoreState(rules);
        ownTexts = new Localizer(rules.Resolved.Data, null);
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
        if (string.IsNullOrEmpty(culture))
            Localizer = ownTexts;
        else if (spoken is not { } last || last.Culture != culture)
            spoken = (culture, Localizer = new Localizer(Rules.Resolved.Data, culture));
        else
            Localizer = last.Texts;
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

    /// <summary>The error of a known value that is an estimate; 0 for any other, NaN for a missing one.</summary>
    public double EstimateError(int slot) => IsMissing(slot) ? double.NaN : State.Inferred.IsEstimate(slot) ? ErrorOf(slot) ?? 0 : 0;

    /// <summary>The most that present evidence could give to somebody of these fixed facts.</summary>
    public double CeilingOf(int condition) => fixedFacts.Indexes[(2 * fixedFacts.Stride) + condition];

    public bool IsAdvised(int condition) => isAdvised[condition];

    /// <summary>Whether the person has a condition (section 1): the truth of its presence; without one, true where it is named as a concern, else unknown.</summary>
    public Truth Has(int condition)
    {
        int slot = Advice.PresenceOf[condition];
        if (slot < 0)
            return State.Concerns[condition] != 0 ? Truth.True : Truth.Unknown;
        double value = State.Values[slot];
        return double.IsNaN(value) ? Truth.Unknown : value != 0 ? Truth.True : Truth.False;
    }

    /// <summary>The rule counted before the changes in the item of a condition whose value falls most; −1 where none falls.</summary>
    public int MostFallen(SlotValues values, int condition)
    {
        int lane = changes.MostFallen(values, condition);
        return lane < 0 ? -1 : ItemSums.Counted(State, lane);
    }

    /// <summary>
    /// L′ of every condition were the answers those of another profile: what follows from them is inferred anew, and markers keep their
    /// values. Concerns stay. After this nothing but <see cref="End"/>.
    /// </summary>
    public void LogOddsWith(PersonProfile changed, Span<double> result)
    {
        double[] before = [.. State.Values.AsSpan(0, Rules.Layout.Burdens)];
        ProfileBinder.Bind(changed, State);
        State.Inferred.Run(State, Rules.Inferences.Steps);
        var differing = new SlotValues();
        for (int slot = 0; slot < Rules.Slots.Count; slot++)
        {
            // Of two missing answers one may be too old, and its "known" unknown.
            if (BitConverter.DoubleToInt64Bits(before[slot]) != BitConverter.DoubleToInt64Bits(State.Values[slot]))
                differing.Add(slot, State.Values[slot]);
        }

        before.CopyTo(State.Values.AsSpan());
        changes.LogOddsAfter(differing, result);
    }

    /// <summary>L′ of every condition after changes to slots, of which nothing else follows.</summary>
    public void LogOddsAfter(SlotValues values, Span<double> result) => changes.LogOddsAfter(values, result);

    /// <summary>Section 4 of the scoring model, ceiling: the answers that a person cannot change, and what does not apply; nothing is inferred anew.</summary>
    private void ScoreFixedFacts()
    {
        State.Values.AsSpan(0, Rules.Layout.Burdens).CopyTo(fixedFacts.Values);
        foreach (int slot in Rules.Slots.Modifiable)
        {
            if (!State.Inferred.IsInapplicable(slot))
                fixedFacts.Values[slot] = Slots.TooOld;
        }

        PersonKernel.Score(fixedFacts);
    }

    private void Advise()
    {
        var concerns = State.Concerns;
        bool none = true;
        foreach (double concern in concerns)
            none &= concern == 0;
        advisedCount = 0;
        for (int c = 0; c < isAdvised.Length; c++)
        {
            isAdvised[c] = none ? Rules.SkinConditions[c].Kind == ConditionKind.SkinCondition : concerns[c] != 0;
            if (isAdvised[c])
                advised[advisedCount++] = c;
        }
    }
}
