using System.Collections.Immutable;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Engine.Person;

/// <summary>
/// Writes a checked profile into the slots of a rule set (scoring model, section 1): entries, and what answered screens say of factors
/// without one. What does not fit is left out: the check has reported it. Allocates nothing.
/// </summary>
internal static class ProfileBinder
{
    /// <summary>Writes answers and concerns.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="state">Where they go; cleared first.</param>
    public static void Bind(PersonProfile profile, ScoreState state)
    {
        state.Clear();
        var rules = state.Rules;
        foreach (var (id, observation) in profile.Answers)
        {
            if (!rules.Slots.TryGet(id, out int slot))
                continue;
            var factor = rules.Slots.Factors[slot];
            if (observation.IsDeclined)
                state.Declined[slot] = true;
            else if (observation.Value is { } value)
                state.Values[slot] = IsTooOld(factor, observation.On, profile.AsOf)
                    ? Slots.TooOld
                    : Slots.Encode(Convert(value, observation.Unit, factor), factor);
        }

        foreach (var answer in profile.Screened)
        {
            var screens = rules.Resolved.Data.Screens;
            for (int i = 0; i < screens.Length; i++)
            {
                if (screens[i].Id == answer.Screen)
                    BindScreen(profile, screens[i], rules.ScreenSlots[i], answer, state);
            }
        }

        foreach (string concern in profile.Concerns)
        {
            if (rules.ConditionIndex.TryGetValue(concern, out int condition))
                state.Concerns[condition] = 1;
        }
    }

    /// <summary>Whether what was answered on a day is too old on the day the profile speaks for; exactly as old as allowed is not.</summary>
    public static bool IsTooOld(Factor factor, DateOnly? on, DateOnly? asOf) =>
        factor.MaxAgeDays is { } days && asOf is { } today && on is { } day && today.DayNumber - day.DayNumber > days;

    /// <summary>Whether an answered screen speaks for a factor that it lists: for those it showed, without such a list for all.</summary>
    public static bool SpeaksFor(ScreenAnswer answer, string factor) => answer.Items is not { } items || items.Contains(factor);

    private static void BindScreen(PersonProfile profile, Screen screen, int[] slots, ScreenAnswer answer, ScoreState state)
    {
        var on = answer.On ?? profile.AsOf;
        for (int i = 0; i < slots.Length; i++)
        {
            string id = screen.Factors[i];
            if (!SpeaksFor(answer, id))
                continue;
            int slot = slots[i];
            bool isTooOld = IsTooOld(state.Rules.Slots.Factors[slot], on, profile.AsOf);
            if (!profile.Answers.TryGetValue(id, out var entry))
            {
                // Of several screens the latest counts: an answer that is not too old, wherever there is one.
                if (!isTooOld)
                    (state.Values[slot], state.Screened[slot]) = (0, true);
                else if (double.IsNaN(state.Values[slot]))
                    state.Values[slot] = Slots.TooOld;
            }
            else if (Yields(entry, answer, state.Rules.Slots.Factors[slot], on, profile.AsOf))
            {
                if (!isTooOld)
                {
                    // A declined entry wins over "does not apply" even where it yields to a screen.
                    (state.Values[slot], state.Screened[slot]) = (0, !entry.IsDeclined);
                    state.Declined[slot] = false;
                }
                else if (double.IsNaN(state.Values[slot]))
                {
                    state.Values[slot] = Slots.TooOld;
                }
            }
        }
    }

    /// <summary>Whether an entry yields to a screen answered on a later day: one that is too old, and a declined one that the screen's items name.</summary>
    private static bool Yields(Observation entry, ScreenAnswer answer, Factor factor, DateOnly? on, DateOnly? asOf) =>
        (entry.IsDeclined ? answer.Items is not null : IsTooOld(factor, entry.On, asOf))
        && on > (entry.On ?? asOf);

    private static FactorValue Convert(FactorValue value, string? unit, Factor factor)
    {
        if (unit is null || unit == factor.Unit || value.Kind != FactorValueKind.Number)
            return value;
        foreach (var conversion in factor.Conversions)
        {
            if (conversion.From == unit)
                return FactorValue.Number(conversion.Apply(value.AsNumber, factor.Kind));
        }

        return value;
    }
}
