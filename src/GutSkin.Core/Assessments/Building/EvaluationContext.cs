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
    private readonly bool[] declined;
    private readonly ScoresAfterChange changes;
    private readonly Localizer ownTexts;
    private int advisedCount;

    public EvaluationContext(CompiledRuleSet rules)
    {
        Rules = rules;
        Advice = rules.Advice;
        State = new ScoreState(rules);
        advised = new int[rules.SkinConditions.Length];
        isAdvised = new bool[rules.SkinConditions.Length];
        declined = new bool[rules.Slots.Count];
        Asking = new Asking(rules, State, declined);
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
        Localizer = string.IsNullOrEmpty(culture) ? ownTexts : new Localizer(Rules.Resolved.Data, culture);
        ProfileBinder.Bind(profile, State, declined);
        PersonKernel.Assess(State);
        for (int i = 0; i < Safety.Length; i++)
            Safety[i] = State.TruthOf(Advice.Safety[i].Gate.Node);
        Asking.Begin();
        Advise();
    }

    /// <summary>Forgets the person.</summary>
    public void End()
    {
        State.Clear();
    }

    public bool IsMissing(int slot) => double.IsNaN(State.Values[slot]);

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

    /// <summary>The error of a value that is an estimate; 0 for any other. Nothing is an estimate where nothing is filled.</summary>
    public double EstimateError(int slot) => IsMissing(slot) ? double.NaN : 0;

    /// <summary>The rule counted before the changes in the item of a condition whose value falls most; −1 where none falls.</summary>
    public int MostFallen(ReadOnlySpan<(int Slot, double Value)> values, int condition)
    {
        int lane = changes.MostFallen(values, condition);
        return lane < 0 ? -1 : ItemSums.Counted(State, lane);
    }

    /// <summary>L′ of every condition after changes to slots.</summary>
    public void LogOddsAfter(ReadOnlySpan<(int Slot, double Value)> values, Span<double> result) => changes.LogOddsAfter(values, result);

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
