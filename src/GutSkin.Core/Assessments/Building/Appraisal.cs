using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Engine.Person;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Assessments.Building;

/// <summary>What section 6 of the scoring model finds of one intervention; filled anew for each person.</summary>
/// <param name="index">Its position by id.</param>
/// <param name="compiled">The intervention.</param>
/// <param name="conditions">How many conditions there are.</param>
internal sealed class Appraisal(int index, CompiledIntervention compiled, int conditions)
{
    /// <summary>Its position by id.</summary>
    public int Index { get; } = index;

    public CompiledIntervention Compiled { get; } = compiled;

    /// <summary>The truth of its gate; a true red flag that names a referral makes its gate true.</summary>
    public Truth Gate { get; set; }

    /// <summary>The urgency with which true red flags call for it; null where none does.</summary>
    public Urgency? Called { get; set; }

    /// <summary>What can be said of it; null where it is not applicable.</summary>
    public RecommendationStatus? Status { get; set; }

    /// <summary>1 with an active strong recommendation for it, 2 with an active conditional one, else 3.</summary>
    public int Tier { get; set; }

    /// <summary>Whether an active recommendation for it is made for a condition.</summary>
    public bool IsForCondition { get; set; }

    public Room Room { get; set; }

    /// <summary>Whether it moves anything, or has a trial: else no condition gains, and nothing of it is ever written.</summary>
    public bool CanGain => Moved.Count > 0 || Compiled.Trials.Length > 0;

    /// <summary>Whether it moves anything for this person, or a trial speaks for them: else each lever and benefit is 0, and no trial is chosen.</summary>
    public bool Gains { get; set; }

    /// <summary>The known slots that it moves, with their new values.</summary>
    public SlotValues Moved { get; } = new();

    /// <summary>lever(c) of each condition.</summary>
    public double[] Levers { get; } = new double[conditions];

    /// <summary>benefit(c) of each condition.</summary>
    public double[] Benefits { get; } = new double[conditions];

    /// <summary>The trial chosen for each condition, as a position in its trials; −1 where none is.</summary>
    public int[] Chosen { get; } = NoneChosen(conditions);

    /// <summary>Σ of the benefits over the conditions advised on.</summary>
    public double Benefit { get; set; }

    /// <summary>Where it stands in the list: the smaller, the earlier.</summary>
    public long Rank { get; set; }

    public Certainty? Certainty { get; set; }

    /// <summary>Whether the chosen trial on a condition advised on saw no clear effect.</summary>
    public bool IsUnclear { get; set; }

    /// <summary>Whether it is worse for a condition advised on.</summary>
    public bool IsWorse { get; set; }

    /// <summary>Forgets the person before.</summary>
    public void Clear()
    {
        (Gate, Called, Status, Tier, IsForCondition, Room, Benefit, Certainty, IsUnclear, IsWorse) =
            (Truth.False, null, null, 3, false, Room.Open, 0, null, false, false);
        if (Gains)
        {
            Gains = false;
            Array.Clear(Levers);
            Array.Clear(Benefits);
            Filled.With(-1, Chosen);
        }

        Moved.Clear();
    }

    private static int[] NoneChosen(int conditions)
    {
        int[] none = new int[conditions];
        Filled.With(-1, none);
        return none;
    }
}
