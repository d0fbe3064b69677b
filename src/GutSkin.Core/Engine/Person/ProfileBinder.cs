using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Engine.Person;

/// <summary>Writes a checked profile into the slots of a rule set. What does not fit is left out: the check has reported it.</summary>
internal static class ProfileBinder
{
    /// <summary>Writes answers and concerns.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="state">Where they go; cleared first.</param>
    /// <param name="declined">Which slots' answers were declined; empty = nobody asks.</param>
    public static void Bind(PersonProfile profile, ScoreState state, Span<bool> declined = default)
    {
        state.Clear();
        declined.Clear();
        var rules = state.Rules;
        foreach (var (id, observation) in profile.Answers)
        {
            if (!rules.Slots.TryGet(id, out int slot))
                continue;
            if (observation.IsDeclined && !declined.IsEmpty)
                declined[slot] = true;
            var factor = rules.Slots.Factors[slot];
            if (observation.Value is { } value && !IsTooOld(factor, observation.On, profile.AsOf))
                state.Values[slot] = Slots.Encode(Convert(value, observation.Unit, factor), factor);
        }

        foreach (var answer in profile.Screened)
        {
            foreach (var screen in rules.Resolved.Data.Screens)
            {
                if (screen.Id == answer.Screen)
                    BindScreen(profile, screen, answer, state);
            }
        }

        foreach (string concern in profile.Concerns)
        {
            if (rules.ConditionIndex.TryGetValue(concern, out int condition))
                state.Concerns[condition] = 1;
        }
    }

    private static void BindScreen(PersonProfile profile, Screen screen, ScreenAnswer answer, ScoreState state)
    {
        foreach (string id in screen.Factors)
        {
            int slot = state.Rules.Slots.IndexOf(id);
            if (!profile.Answers.ContainsKey(id) && !IsTooOld(state.Rules.Slots.Factors[slot], answer.On, profile.AsOf))
                state.Values[slot] = 0;
        }
    }

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

    private static bool IsTooOld(Factor factor, DateOnly? on, DateOnly? asOf) =>
        factor.MaxAgeDays is { } days && asOf is { } today && on is { } day && today.DayNumber - day.DayNumber > days;
}
