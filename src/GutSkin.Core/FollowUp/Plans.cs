using GutSkin.Core.FollowUp.Building;

namespace GutSkin.Core;

/// <summary>Makes a plan of what an assessment suggests: <c>scoring.Plan(assessment)</c>.</summary>
/// <example>
/// <code>
/// var assessment = ScoringService.Default.Assess(PersonProfile.Create().ConcernedAbout(SkinConditions.Psoriasis).With(Factors.Body.Bmi, 33).Build());
/// var plan = ScoringService.Default.Plan(assessment, new PlanOptions { AtMost = 2 });
/// Console.WriteLine(plan.ToText());
/// </code>
/// </example>
public static class Plans
{
    /// <summary>Makes a plan from a profile.</summary>
    /// <param name="scoring">The service.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="options">How large it may be; null = the defaults.</param>
    /// <returns>The plan, or everything that is wrong with the profile.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static ReadResult<Plan> TryPlan(this IScoringService scoring, PersonProfile profile, PlanOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        options ??= PlanOptions.Default;
        options.Check();
        return ScoringService.Behind(scoring).TryAssess(
            profile, options.Assessing, (assessment, context, recommendations) => PlanBuilder.Build(assessment, context, recommendations, options));
    }

    /// <summary>Makes a plan from an assessment that this program has made: one that was read from a file does not hold all answers.</summary>
    /// <param name="scoring">The service.</param>
    /// <param name="assessment">The assessment, by this service's rule set.</param>
    /// <param name="options">How large it may be; null = the defaults. The language is the assessment's.</param>
    /// <returns>The plan, or why there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static ReadResult<Plan> TryPlan(this IScoringService scoring, Assessment assessment, PlanOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        options ??= PlanOptions.Default;
        options.Check();
        var rules = ScoringService.Behind(scoring).RuleSet;
        if (assessment.RuleSet.Sha256 != rules.Sha256)
        {
            return new ReadResult<Plan>(null, [FollowUpDiagnostics.Of(
                FollowUpDiagnostics.OtherRuleSet, "$.ruleSet",
                $"Another rule set made the assessment: {assessment.RuleSet.Id} {assessment.RuleSet.Version}; this is {rules.Data.Id} {rules.Data.Version}.")]);
        }

        return assessment.Source is { } profile
            ? scoring.TryPlan(profile, options with { Assessing = options.Assessing with { Culture = assessment.Culture, IgnoreUnknownFactors = true } })
            : new ReadResult<Plan>(null, [FollowUpDiagnostics.Of(FollowUpDiagnostics.NoProfile, "$", "The assessment was read from a file and does not hold all answers.")]);
    }

    /// <summary>Makes a plan from a profile.</summary>
    /// <param name="scoring">The service.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="options">How large it may be; null = the defaults.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="InvalidInputException">The profile has errors; it carries all of them.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static Plan Plan(this IScoringService scoring, PersonProfile profile, PlanOptions? options = null) => scoring.TryPlan(profile, options).GetValueOrThrow();

    /// <summary>Makes a plan from an assessment that this program has made.</summary>
    /// <param name="scoring">The service.</param>
    /// <param name="assessment">The assessment, by this service's rule set.</param>
    /// <param name="options">How large it may be; null = the defaults. The language is the assessment's.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="InvalidInputException">There is none: the assessment was read from a file, or another rule set made it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static Plan Plan(this IScoringService scoring, Assessment assessment, PlanOptions? options = null) => scoring.TryPlan(assessment, options).GetValueOrThrow();
}
