using GutSkin.Core.RuleSets;

namespace GutSkin.Core;

/// <summary>How large a plan may be. No option changes what is safe.</summary>
public sealed record PlanOptions
{
    /// <summary>The most steps that can be asked for.</summary>
    public const int MostSteps = 12;

    /// <summary>The greatest distance of two starts that can be asked for, in weeks.</summary>
    public const int MostWeeksBetween = 26;

    /// <summary>The defaults: medium effort, at most three steps, two weeks from start to start.</summary>
    public static PlanOptions Default { get; } = new();

    /// <summary>
    /// The effort that all steps together may take: 3 points for low, 6 for medium, 9 for high. A step of low effort takes 1, of medium 2, of high 3.
    /// Default: medium.
    /// </summary>
    public Level Effort { get; init; } = Level.Medium;

    /// <summary>The most steps, 1 to <see cref="MostSteps"/>. Default: 3. Care that is established, referrals and what is to be talked about are no steps.</summary>
    public int AtMost { get; init; } = 3;

    /// <summary>The weeks from the start of one step to the start of the next, 0 to <see cref="MostWeeksBetween"/>: what starts at once cannot be told apart later. Default: 2.</summary>
    public int WeeksBetween { get; init; } = 2;

    /// <summary>How the profile is assessed.</summary>
    public AssessmentOptions Assessing { get; init; } = AssessmentOptions.Default;

    /// <summary>The points that all steps together may take.</summary>
    internal int Budget => 3 * PointsOf(Effort);

    /// <summary>The points that a step takes.</summary>
    internal static int PointsOf(Level effort) => effort switch
    {
        Level.Low => 1,
        Level.Medium => 2,
        _ => 3,
    };

    /// <summary>Throws where an option is out of its range.</summary>
    internal void Check()
    {
        if (AtMost is < 1 or > MostSteps)
            throw new ArgumentOutOfRangeException(nameof(AtMost), $"{nameof(AtMost)} is 1 to {MostSteps}.");
        if (WeeksBetween is < 0 or > MostWeeksBetween)
            throw new ArgumentOutOfRangeException(nameof(WeeksBetween), $"{nameof(WeeksBetween)} is 0 to {MostWeeksBetween}.");
    }
}
