using System.Collections.Immutable;
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
    private readonly bool[] screenClosed;
    private readonly ulong[] deciding;
    private readonly bool[] isDecidingKnown;
    private readonly ulong[] askScratch;
    private readonly int words;
    private readonly int[] advised;
    private readonly bool[] isAdvised;
    private readonly bool[] declined;
    private readonly AskLists askLists;
    private readonly ScoresAfterChange changes;
    private readonly Localizer ownTexts;
    private int advisedCount;

    public EvaluationContext(CompiledRuleSet rules)
    {
        Rules = rules;
        Advice = rules.Advice;
        State = new ScoreState(rules);
        words = SlotSet.Words(rules.Slots.Count);
        screenClosed = new bool[Advice.Screens.Length];
        deciding = new ulong[(Advice.Safety.Length + Advice.Interventions.Length) * words];
        isDecidingKnown = new bool[Advice.Safety.Length + Advice.Interventions.Length];
        askScratch = new ulong[words];
        advised = new int[rules.SkinConditions.Length];
        isAdvised = new bool[rules.SkinConditions.Length];
        declined = new bool[rules.Slots.Count];
        askLists = new AskLists(Advice);
        changes = new ScoresAfterChange(State);
        ownTexts = new Localizer(rules.Resolved.Data, null);
        Localizer = ownTexts;
        Safety = new Truth[Advice.Safety.Length];
    }

    public CompiledRuleSet Rules { get; }

    public CompiledAdvice Advice { get; }

    /// <summary>The profile's numbers and what the kernel made of them.</summary>
    public ScoreState State { get; }

    public Localizer Localizer { get; private set; }

    /// <summary>The truth of every safety rule.</summary>
    public Truth[] Safety { get; }

    /// <summary>The conditions advised on, by id: the concerns, or all skin conditions where none is named.</summary>
    public ReadOnlySpan<int> Advised => advised.AsSpan(0, advisedCount);

    /// <summary>L of every condition.</summary>
    public ReadOnlySpan<double> LogOdds => State.Totals.AsSpan(0, Rules.SkinConditions.Length);

    /// <summary>Evaluates a checked profile.</summary>
    public void Begin(PersonProfile profile, string? culture)
    {
        Localizer = string.IsNullOrEmpty(culture) ? ownTexts : new Localizer(Rules.Resolved.Data, culture);
        ProfileBinder.Bind(profile, State, declined);
        PersonKernel.Assess(State);
        for (int i = 0; i < Safety.Length; i++)
            Safety[i] = State.TruthOf(Advice.Safety[i].Gate.Node);
        for (int i = 0; i < screenClosed.Length; i++)
            screenClosed[i] = State.TruthOf(Advice.Screens[i].Gate) == Truth.False;
        Advise();
    }

    /// <summary>Forgets the person.</summary>
    public void End()
    {
        State.Clear();
        askLists.Clear();
        Array.Clear(isDecidingKnown);
        Array.Clear(deciding);
    }

    public bool IsMissing(int slot) => double.IsNaN(State.Values[slot]);

    public bool IsAdvised(int condition) => isAdvised[condition];

    /// <summary>L′ of every condition after changes to slots.</summary>
    public void LogOddsAfter(ReadOnlySpan<(int Slot, double Value)> values, Span<double> result) => changes.LogOddsAfter(values, result);

    /// <summary>The missing slots that decide an unknown safety rule.</summary>
    public ReadOnlySpan<ulong> DecidingSafety(int safety) => Deciding(safety, Advice.Safety[safety].Gate);

    /// <summary>The missing slots that decide the unknown gate of an intervention.</summary>
    public ReadOnlySpan<ulong> DecidingIntervention(int intervention) =>
        Deciding(Safety.Length + intervention, Advice.Interventions[intervention].Gate);

    /// <summary>Of a safety rule, or after all of them of an intervention, the missing slots that decide it.</summary>
    public ReadOnlySpan<ulong> DecidingRow(int row) => row < Safety.Length ? DecidingSafety(row) : DecidingIntervention(row - Safety.Length);

    /// <summary>Whether a person can be asked for a slot: missing, not declined, in no screen that is not asked.</summary>
    public bool IsCandidate(int slot) =>
        IsMissing(slot) && !declined[slot]
        && (Advice.ScreenOfSlot[slot] < 0 || !screenClosed[Advice.ScreenOfSlot[slot]]);

    /// <summary>The ids under which those of the slots are asked that a person can be asked for.</summary>
    public ImmutableArray<string> AskIds(ReadOnlySpan<ulong> slots)
    {
        var ask = askScratch.AsSpan();
        ask.Clear();
        for (int slot = SlotSet.Next(slots, 0); slot >= 0; slot = SlotSet.Next(slots, slot + 1))
        {
            if (IsCandidate(slot))
                SlotSet.Add(ask, slot);
        }

        return askLists.Of(ask);
    }

    /// <summary>Whether a safety rule that is unknown has a missing factor that a person could answer, declined or not.</summary>
    public bool HasMissingAskFactor(int safety)
    {
        foreach (int slot in Advice.Safety[safety].Gate.Reads)
        {
            if (IsMissing(slot) && Rules.Slots.Factors[slot].Acquisition == Acquisition.Ask)
                return true;
        }

        return false;
    }

    private ReadOnlySpan<ulong> Deciding(int row, CompiledGate gate)
    {
        var slots = deciding.AsSpan(row * words, words);
        if (!isDecidingKnown[row])
        {
            isDecidingKnown[row] = true;
            DecidingFactors.AddDecidingSlots(gate, Rules, State.Values, slots);
        }

        return slots;
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
