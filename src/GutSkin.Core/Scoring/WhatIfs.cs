using GutSkin.Core.Assessments.Building;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Values;

namespace GutSkin.Core.Scoring;

/// <summary>What changes to answers would do to the scores.</summary>
internal static class WhatIfs
{
    /// <summary>Compares a profile with what it would be: what is derived from a changed answer, or does not apply with it, changes too.</summary>
    /// <param name="scoring">Whose rules count.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="changed">The same with the changes.</param>
    /// <param name="options">How; null = the defaults.</param>
    public static WhatIfResult Of(IScoringService scoring, PersonProfile profile, PersonProfile changed, AssessmentOptions? options)
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
        var (before, after) = service.AssessWithChanges(profile, changed, options);
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
                    Gain = condition.LogOdds is { } now ? Ties.Difference(now, after[rules.ConditionIndex[condition.Id]]) : null,
                }),
            ],
        };
    }
}
