using System.Globalization;
using System.Text;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool.Tests;

/// <summary>Tables of people for the built-in rule set.</summary>
internal static class SampleTable
{
    /// <summary>People whose answers to every factor are spread over what it allows, a sixth of them missing.</summary>
    public static string OfPeople(int people)
    {
        var factors = BuiltInRuleSet.Resolved.Data.Factors;
        var text = new StringBuilder("id,").AppendJoin(',', factors.Select(f => f.Id)).Append('\n');
        uint state = 12345;
        for (int i = 0; i < people; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"p{i}");
            foreach (var factor in factors)
            {
                state = (state * 1664525) + 1013904223;
                text.Append(',').Append((state >> 8) % 6 == 0 ? "" : Answer(factor, (state >> 12) / (double)(1 << 20)));
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A profile's answers as a table of one row, by the rules of the scoring model: declined and too old is missing, a screened question without an entry is no.</summary>
    public static string Of(PersonProfile profile)
    {
        var rules = BuiltInRuleSet.Resolved.Data;
        var names = new List<string> { "id" };
        var cells = new List<string> { profile.Id ?? "" };
        foreach (var factor in rules.Factors)
        {
            if (profile.Observations.TryGetValue(factor.Id, out var observation))
            {
                if (observation.Value is { } value && IsFresh(factor, profile, observation.On))
                {
                    names.Add(observation.Unit is { } unit ? $"{factor.Id}[{unit}]" : factor.Id);
                    cells.Add(value.Kind switch
                    {
                        FactorValueKind.Number => value.AsNumber.ToString("R", CultureInfo.InvariantCulture),
                        FactorValueKind.Boolean => value.AsBoolean ? "yes" : "no",
                        _ => value.AsChoice,
                    });
                }
            }
            else if (factor.Kind == FactorKind.Boolean
                && profile.Screened.Any(s => rules.Screens.Single(x => x.Id == s.Screen).Factors.Contains(factor.Id) && IsFresh(factor, profile, s.On)))
            {
                names.Add(factor.Id);
                cells.Add("no");
            }
        }

        // Somebody of whom nothing is known still has a column.
        if (names.Count == 1)
        {
            names.Add("diet.fiber");
            cells.Add("");
        }

        return string.Join(',', names) + "\n" + string.Join(',', cells) + "\n";
    }

    private static bool IsFresh(Factor factor, PersonProfile profile, DateOnly? on) =>
        factor.MaxAgeDays is not { } most || profile.AsOf is not { } asOf || on is not { } day || asOf.DayNumber - day.DayNumber <= most;

    private static string Answer(Factor factor, double part) => factor.Kind switch
    {
        FactorKind.Boolean => part < 0.5 ? "true" : "false",
        FactorKind.Choice => factor.Choices[(int)(part * factor.Choices.Length)],
        FactorKind.Integer => Math.Floor((factor.Min ?? 0) + (part * ((factor.Max ?? 100) - (factor.Min ?? 0)))).ToString("R", CultureInfo.InvariantCulture),
        _ => ((factor.Min ?? 0) + (part * ((factor.Max ?? 100) - (factor.Min ?? 0)))).ToString("R", CultureInfo.InvariantCulture),
    };
}
