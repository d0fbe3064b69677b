using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Profiles.Checking;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Scoring;

/// <summary>What changes to answers would do to the scores.</summary>
internal static class WhatIfs
{
    /// <summary>Compares a profile with what it would be.</summary>
    /// <param name="scoring">Whose rules count.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="changed">The same with the changes.</param>
    /// <param name="answers">The answers that are new or other in it.</param>
    /// <param name="options">How; null = the defaults.</param>
    public static WhatIfResult Of(
        IScoringService scoring, PersonProfile profile, PersonProfile changed, IEnumerable<KeyValuePair<string, Observation>> answers, AssessmentOptions? options)
    {
        var service = ScoringService.Behind(scoring);
        options ??= AssessmentOptions.Default;
        foreach (var input in (ReadOnlySpan<PersonProfile>)[profile, changed])
        {
            var faults = service.Check(input, options);
            if (faults.Length > 0)
                throw new InvalidInputException(faults);
        }

        var rules = CompiledRuleSet.Of(service.RuleSet);
        var slots = new List<(int, double)>();
        foreach (var (id, observation) in answers)
        {
            if (rules.Slots.TryGet(id, out int slot))
                slots.Add((slot, Encode(observation, rules.Slots.Factors[slot])));
        }

        foreach (string id in profile.Answers.Keys)
        {
            if (!changed.Answers.ContainsKey(id) && rules.Slots.TryGet(id, out int slot))
                slots.Add((slot, double.NaN));
        }

        var (before, after) = service.AssessWithChanges(profile, options, [.. slots]);
        return new WhatIfResult
        {
            Before = before,
            Conditions =
            [
                .. before.Conditions.Select(condition => new WhatIfCondition
                {
                    Condition = condition.Id,
                    ScoreBefore = condition.Score,
                    ScoreAfter = condition.Score is null ? null : DeterministicMath.Index(after[rules.ConditionIndex[condition.Id]]),
                    Gain = condition.LogOdds - after[rules.ConditionIndex[condition.Id]],
                }),
            ],
        };
    }

    private static double Encode(Observation observation, Factor factor)
    {
        if (observation.Value is not { } value)
            return double.NaN;
        double number = Slots.Encode(value, factor);
        return UnitConverter.TryFind(factor, observation.Unit, out var conversion) && conversion is not null ? conversion.Apply(number, factor.Kind) : number;
    }
}
