namespace GutSkin.Core;

/// <summary>Writes a checked profile into the slots of a rule set. What does not fit is left out: the check has reported it.</summary>
internal static class ProfileBinder
{
    public static BoundProfile Bind(PersonProfile profile, CompiledRuleSet rules)
    {
        var values = new double[rules.Slots.Count];
        var declined = new bool[values.Length];
        Array.Fill(values, double.NaN);
        foreach (var (id, observation) in profile.Observations)
        {
            if (!rules.Slots.TryGet(id, out int slot))
                continue;
            declined[slot] = observation.IsDeclined;
            if (observation.Value is { } value && !IsTooOld(rules.Slots.Factors[slot], observation.On, profile.AsOf))
                values[slot] = Slots.Encode(Convert(value, observation.Unit, rules.Slots.Factors[slot]), rules.Slots.Factors[slot]);
        }

        foreach (var answer in profile.Screened)
        {
            foreach (var screen in rules.Screens)
            {
                if (screen.Screen.Id != answer.Screen)
                    continue;
                foreach (int slot in screen.Slots)
                {
                    var factor = rules.Slots.Factors[slot];
                    if (!profile.Observations.ContainsKey(factor.Id) && !IsTooOld(factor, answer.On, profile.AsOf))
                        values[slot] = 0;
                }
            }
        }

        var concerns = new bool[rules.Conditions.Length];
        for (int i = 0; i < concerns.Length; i++)
            concerns[i] = profile.Concerns.Contains(rules.Conditions[i].Condition.Id);
        bool none = !concerns.Contains(true);
        int[] advised = [.. Enumerable.Range(0, concerns.Length).Where(
            c => none ? rules.Conditions[c].Condition.Kind == ConditionKind.SkinCondition : concerns[c])];
        return new BoundProfile { Profile = profile, Values = values, Declined = declined, Concerns = concerns, Advised = advised };
    }

    private static FactorValue Convert(FactorValue value, string? unit, Factor factor)
    {
        if (unit is null || unit == factor.Unit || value.Kind != FactorValueKind.Number)
            return value;
        foreach (var conversion in factor.Conversions)
        {
            if (conversion.From == unit)
                return FactorValue.Number(conversion.Apply(value.AsNumber));
        }

        return value;
    }

    private static bool IsTooOld(Factor factor, DateOnly? on, DateOnly? asOf) =>
        factor.MaxAgeDays is { } days && asOf is { } today && on is { } day && today.DayNumber - day.DayNumber > days;
}
