namespace GutSkin.Core;

/// <summary>Everything that is evaluated once for an assessment, and shared by what is built from it.</summary>
internal sealed class EvaluationContext
{
    private readonly bool[] screenClosed;

    public EvaluationContext(CompiledRuleSet rules, BoundProfile profile, string? culture)
    {
        Rules = rules;
        Profile = profile;
        Pass = new Pass(rules, profile);
        Localizer = new Localizer(rules.Resolved.RuleSet, culture);
        Safety = [.. rules.Safety.Select(s => s.Gate.Evaluate(profile.Values, profile.Concerns))];
        screenClosed = [.. rules.Screens.Select(s => s.Gate?.Evaluate(profile.Values, profile.Concerns) == Truth.False)];
        Deciding = new int[]?[rules.Safety.Length];
    }

    public CompiledRuleSet Rules { get; }

    public BoundProfile Profile { get; }

    public Pass Pass { get; }

    public Localizer Localizer { get; }

    /// <summary>The truth of every safety rule.</summary>
    public Truth[] Safety { get; }

    private int[]?[] Deciding { get; }

    /// <summary>The missing slots that decide an unknown safety rule.</summary>
    public int[] DecidingSlots(int safety) =>
        Deciding[safety] ??= Decision.DecidingSlots(Rules.Safety[safety].Gate, Rules.Safety[safety].Reads, Profile, Rules);

    /// <summary>Whether a person can be asked for a slot: missing, not declined, in no screen that is not asked.</summary>
    public bool IsCandidate(int slot) =>
        Profile.IsMissing(slot) && !Profile.Declined[slot]
        && (Rules.ScreenOfSlot[slot] < 0 || !screenClosed[Rules.ScreenOfSlot[slot]]);

    /// <summary>The ids under which slots are asked, a screen's for its factors: each once, ordinally.</summary>
    public IEnumerable<string> AskIds(IEnumerable<int> slots) =>
        slots.Where(IsCandidate)
            .Select(slot => Rules.ScreenOfSlot[slot] is >= 0 and var screen ? Rules.Screens[screen].Screen.Id : Rules.Slots.Factors[slot].Id)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    /// <summary>Whether a safety rule that is unknown has a missing factor that a person could answer, declined or not.</summary>
    public bool HasMissingAskFactor(int safety)
    {
        foreach (int slot in Rules.Safety[safety].Reads)
        {
            if (Profile.IsMissing(slot) && Rules.Slots.Factors[slot].Acquisition == Acquisition.Ask)
                return true;
        }

        return false;
    }
}
