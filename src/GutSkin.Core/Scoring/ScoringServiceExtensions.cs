using System.Text;
using GutSkin.Core.Assessments.Format;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Explaining;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;
using GutSkin.Core.Scoring;

namespace GutSkin.Core;

/// <summary>What is done with any <see cref="IScoringService"/>.</summary>
/// <example>
/// <code>
/// var scoring = ScoringService.Default;
/// var person = PersonProfile.Create().ConcernedAbout(SkinConditions.Psoriasis).With(Factors.Body.Bmi, 31).Build();
/// var assessment = scoring.Assess(person);
/// Console.WriteLine(scoring.Explain(assessment, Factors.Body.Bmi));
/// foreach (var change in scoring.WhatIf(person, p =&gt; p.With(Factors.Body.Bmi, 26)).Conditions)
///     Console.WriteLine(change);
/// </code>
/// </example>
public static class ScoringServiceExtensions
{
    /// <summary>Assesses a profile.</summary>
    /// <param name="scoring">The service.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="options">How; null = the defaults.</param>
    /// <returns>The assessment.</returns>
    /// <exception cref="InvalidInputException">The profile has errors; it carries all of them.</exception>
    public static Assessment Assess(this IScoringService scoring, PersonProfile profile, AssessmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(scoring);
        return scoring.TryAssess(profile, options).GetValueOrThrow();
    }

    /// <summary>Reads a profile from JSON and checks it for the rule set: every fault of form and meaning at once.</summary>
    /// <param name="scoring">The service.</param>
    /// <param name="utf8">The text in UTF-8, with or without a byte order mark.</param>
    /// <param name="file">What diagnostics call it; null where it has no name.</param>
    /// <param name="options">How it would be assessed; null = the defaults.</param>
    /// <returns>The profile, or everything that is wrong with it, in the order of the text.</returns>
    public static ReadResult<PersonProfile> ReadProfile(
        this IScoringService scoring, ReadOnlyMemory<byte> utf8, string? file = null, AssessmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(scoring);
        return Checked(scoring, ProfileJson.ReadPartly(utf8, file), options);
    }

    /// <summary>Reads a profile from JSON and checks it for the rule set: every fault of form and meaning at once.</summary>
    /// <param name="scoring">The service.</param>
    /// <param name="json">The text.</param>
    /// <param name="file">What diagnostics call it; null where it has no name.</param>
    /// <param name="options">How it would be assessed; null = the defaults.</param>
    /// <returns>The profile, or everything that is wrong with it, in the order of the text.</returns>
    public static ReadResult<PersonProfile> ReadProfile(
        this IScoringService scoring, string json, string? file = null, AssessmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(scoring);
        ArgumentNullException.ThrowIfNull(json);
        return Checked(scoring, ProfileJson.ReadPartly(json, file), options);
    }

    /// <summary>
    /// Reads an assessment back, with the rule set, the words and the culture it was made with, so that its report is the one it had. Where
    /// another rule set made it, that is a warning: names and sources are then those of this one.
    /// </summary>
    /// <param name="scoring">The service.</param>
    /// <param name="utf8">The text in UTF-8, with or without a byte order mark.</param>
    /// <param name="file">What diagnostics call it; null where it has no name.</param>
    /// <returns>The assessment, or what is wrong, with line and column.</returns>
    public static ReadResult<Assessment> ReadAssessment(this IScoringService scoring, ReadOnlyMemory<byte> utf8, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(scoring);
        var service = ScoringService.Behind(scoring);
        return Known(scoring, AssessmentReader.Read(utf8, file, service.RuleSet, service.Words), file);
    }

    /// <summary>Reads an assessment back; as the other <see cref="ReadAssessment(IScoringService, ReadOnlyMemory{byte}, string)"/>.</summary>
    /// <param name="scoring">The service.</param>
    /// <param name="json">The text.</param>
    /// <param name="file">What diagnostics call it; null where it has no name.</param>
    /// <returns>The assessment, or what is wrong, with line and column.</returns>
    public static ReadResult<Assessment> ReadAssessment(this IScoringService scoring, string json, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return scoring.ReadAssessment(Encoding.UTF8.GetBytes(json), file);
    }

    /// <summary>Says what an id means, and what it does in an assessment: why, and why not.</summary>
    /// <param name="scoring">The service.</param>
    /// <param name="assessment">An assessment by this rule set.</param>
    /// <param name="id">The id of a rule, factor, intervention, safety rule, condition, mechanism or evidence entry; or <c>factor/condition</c>: what the two have to do with each other.</param>
    /// <returns>The explanation; null where nothing has that id.</returns>
    public static Explanation? Explain(this IScoringService scoring, Assessment assessment, string id)
    {
        ArgumentNullException.ThrowIfNull(scoring);
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(id);
        return new Explainer(scoring.RuleSet, assessment).Explain(id);
    }

    /// <summary>Says what a factor means, and what it does in an assessment.</summary>
    /// <param name="scoring">The service.</param>
    /// <param name="assessment">An assessment by this rule set.</param>
    /// <param name="factor">The factor.</param>
    /// <returns>The explanation; null where the rule set has no such factor.</returns>
    public static Explanation? Explain(this IScoringService scoring, Assessment assessment, FactorKey factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return scoring.Explain(assessment, factor.Id);
    }

    /// <summary>Says what a factor has to do with a condition.</summary>
    /// <param name="scoring">The service.</param>
    /// <param name="assessment">An assessment by this rule set.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="condition">The id of the condition.</param>
    /// <returns>The explanation; null where the rule set has one of them not.</returns>
    public static Explanation? Explain(this IScoringService scoring, Assessment assessment, FactorKey factor, string condition)
    {
        ArgumentNullException.ThrowIfNull(factor);
        ArgumentNullException.ThrowIfNull(condition);
        return scoring.Explain(assessment, $"{factor.Id}/{condition}");
    }

    /// <summary>
    /// Says what changes to answers would do to the scores, all applied at once, as if the person had given these answers: what is derived
    /// from them, or does not apply with them, changes too, unless it is changed itself. Markers keep what they say: changing a sign does
    /// not change its cause. A lever or a recommendation, in contrast, moves its factors alone.
    /// </summary>
    /// <param name="scoring">The service.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="change">Records the new answers, for example <c>p => p.With(Factors.Diet.Milk, 0)</c>; only what it records or takes back counts.</param>
    /// <param name="options">How the profile is assessed; null = the defaults.</param>
    /// <returns>What would change.</returns>
    /// <exception cref="InvalidInputException">The profile or a change has errors.</exception>
    public static WhatIfResult WhatIf(
        this IScoringService scoring, PersonProfile profile, Action<PersonProfileBuilder> change, AssessmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(scoring);
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(change);
        var builder = profile.ToBuilder();
        change(builder);
        return WhatIfs.Of(scoring, profile, builder.Build(), options);
    }

    /// <summary>
    /// Says what changes to answers would do to the scores, all applied at once, as if the person had given these answers: what is derived
    /// from them, or does not apply with them, changes too, unless it is changed itself. Markers keep what they say: changing a sign does
    /// not change its cause. A lever or a recommendation, in contrast, moves its factors alone.
    /// </summary>
    /// <param name="scoring">The service.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="changes">New answers by factor id, in the factors' own units. A factor that is missing so far is set too.</param>
    /// <param name="options">How the profile is assessed; null = the defaults.</param>
    /// <returns>What would change.</returns>
    /// <exception cref="InvalidInputException">The profile or a change has errors.</exception>
    public static WhatIfResult WhatIf(
        this IScoringService scoring, PersonProfile profile, IReadOnlyDictionary<string, FactorValue> changes, AssessmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return scoring.WhatIf(
            profile,
            builder =>
            {
                foreach (var (factor, value) in changes)
                    builder.With(factor, value);
            },
            options);
    }

    /// <summary>Makes a buffer for one person's answers, to be scored again and again without allocating.</summary>
    /// <param name="scoring">The service.</param>
    /// <param name="profile">The answers to begin with; null = none.</param>
    /// <param name="options">Whether unknown factors are left out; null = the defaults.</param>
    /// <returns>The buffer.</returns>
    /// <exception cref="InvalidInputException">The profile has errors.</exception>
    public static ScoringBuffer CreateBuffer(this IScoringService scoring, PersonProfile? profile = null, AssessmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(scoring);
        var buffer = new ScoringBuffer(CompiledRuleSet.Of(scoring.RuleSet));
        if (profile is not null)
            buffer.Load(profile, options);
        return buffer;
    }

    /// <summary>Makes the columns that the scores of a cohort go into.</summary>
    /// <param name="scoring">The service.</param>
    /// <param name="rows">How many people it has at most.</param>
    /// <returns>The columns.</returns>
    public static CohortResults CreateResults(this IScoringService scoring, int rows)
    {
        ArgumentNullException.ThrowIfNull(scoring);
        return new CohortResults(CompiledRuleSet.Of(scoring.RuleSet), rows);
    }

    private static ReadResult<Assessment> Known(IScoringService scoring, ReadResult<Assessment> read, string? file)
    {
        if (read.Value is not { } assessment)
            return read;
        var service = ScoringService.Behind(scoring);
        var known = assessment with
        {
            Knowledge = service.RuleSet,
            Words = string.IsNullOrEmpty(assessment.Culture) ? null : WordTable.Find(assessment.Culture, service.Words),
        };
        return new ReadResult<Assessment>(known, assessment.RuleSet.Sha256 == service.RuleSet.Sha256 ? [] :
        [
            new Diagnostic
            {
                Code = DiagnosticCodes.OtherRuleSet,
                Severity = DiagnosticSeverity.Warning,
                File = file,
                Path = "$.ruleSet.sha256",
                Message = $"Another rule set made the assessment: {assessment.RuleSet.Id} {assessment.RuleSet.Version}; this is {service.RuleSet.Data.Id} {service.RuleSet.Data.Version}.",
                Hint = DiagnosticCodes.RemedyOf(DiagnosticCodes.OtherRuleSet),
            },
        ]);
    }

    private static ReadResult<PersonProfile> Checked(
        IScoringService scoring, (PersonProfile? Profile, System.Collections.Immutable.ImmutableArray<Diagnostic> Faults) read, AssessmentOptions? options)
    {
        var (profile, faults) = read;
        if (profile is not null)
            faults = [.. faults.Concat(scoring.Check(profile, options)).OrderBy(d => d.Line ?? 0).ThenBy(d => d.Column ?? 0)];
        return new ReadResult<PersonProfile>(faults.IsEmpty ? profile : null, faults);
    }
}
