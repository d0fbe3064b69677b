using System.Collections.Immutable;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Consultations;

/// <summary>What all steps of a consultation share.</summary>
internal sealed class ConsultationGround
{
    public ConsultationGround(IScoringService scoring, AssessmentOptions options)
    {
        Scoring = scoring;
        Options = options;
        RuleSet = scoring.RuleSet;
        Screens = RuleSet.Data.Screens.ToDictionary(s => s.Id, StringComparer.Ordinal);
    }

    public IScoringService Scoring { get; }

    public AssessmentOptions Options { get; }

    public ResolvedRuleSet RuleSet { get; }

    /// <summary>The screens by id.</summary>
    public IReadOnlyDictionary<string, Screen> Screens { get; }

    /// <summary>Everything that is wrong with answers for the rule set.</summary>
    public ImmutableArray<Diagnostic> Check(IEnumerable<KeyValuePair<string, FactorValue>> answers)
    {
        var profile = PersonProfile.Create();
        foreach (var (factor, value) in answers)
            profile.With(factor, value);
        return Scoring.Check(profile.Build(), Options);
    }
}

/// <summary>What follows from the steps of a consultation: worked out when first asked for.</summary>
internal sealed record ConsultationState(Assessment Assessment, NextQuestion? Current, ConsultationProgress Progress)
{
    private const int MostQuestions = 12;
    private const int LastOfEnough = 5;
    private const int LastOfFull = 7;

    /// <summary>Assesses a profile and finds what to ask.</summary>
    /// <param name="ground">What all steps share.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="leftOpen">The items that were put aside.</param>
    /// <param name="before">How far it had come before the last step; null at the start.</param>
    public static ConsultationState Of(
        ConsultationGround ground, PersonProfile profile, ImmutableHashSet<string> leftOpen, ConsultationProgress? before)
    {
        var all = ground.Scoring.Assess(profile, ground.Options with { AllQuestions = true });
        NextQuestion? current = null;
        int toEnough = 0, toFull = 0;
        foreach (var question in all.NextQuestions)
        {
            if (question.Items.All(i => leftOpen.Contains(i.Factor)))
                continue;
            current ??= PreferNotToSay.Without(question.Items.Any(i => leftOpen.Contains(i.Factor))
                ? question with { Items = [.. question.Items.Where(i => !leftOpen.Contains(i.Factor))] }
                : question);
            if (question.Place <= LastOfEnough)
                toEnough++;
            if (question.Place <= LastOfFull)
                toFull++;
        }

        var shown = all.NextQuestions.Length <= MostQuestions ? all : all with { NextQuestions = all.NextQuestions[..MostQuestions] };
        return new ConsultationState(
            shown,
            current,
            before is null
                ? new ConsultationProgress(0, toEnough, toFull)
                : new ConsultationProgress(
                    before.Asked + 1, Math.Min(toEnough, before.ToEnough + 1), Math.Min(toFull, before.ToFull + 1)));
    }
}
