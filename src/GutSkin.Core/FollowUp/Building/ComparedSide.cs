using System.Collections.Immutable;
using GutSkin.Core.Assessments.Building;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.FollowUp.Building;

/// <summary>One of the two assessments of a comparison, with the answers it was made of.</summary>
/// <param name="Assessment">The assessment.</param>
/// <param name="Answers">What is known of each factor; missing factors are left out.</param>
/// <param name="IsWhole">Whether that is all that is known, and not only what an assessment shows.</param>
internal sealed record ComparedSide(Assessment Assessment, IReadOnlyDictionary<string, KnownAnswer> Answers, bool IsWhole)
{
    /// <summary>Assesses a profile and keeps its answers.</summary>
    public static ReadResult<ComparedSide> Of(ScoringService service, PersonProfile profile, AssessmentOptions options) =>
        service.TryAssess(profile, options, static (assessment, context, _) => new ComparedSide(assessment, Known(context), IsWhole: true));

    /// <summary>Takes the answers that an assessment shows.</summary>
    public static ComparedSide Of(ResolvedRuleSet rules, Assessment assessment)
    {
        var answers = new Dictionary<string, KnownAnswer>(StringComparer.Ordinal);
        foreach (var derived in assessment.Derived)
            answers[derived.Factor] = new KnownAnswer(FactorValue.Number(derived.Value), derived.Derivation, derived.Error);
        foreach (var contribution in assessment.Conditions.SelectMany(c => c.Contributions))
        {
            if (contribution.Factor is { } factor)
                Add(factor, contribution.Value);
            foreach (var input in contribution.Inputs ?? [])
                Add(input.Factor, input.Value);
        }

        foreach (var lever in assessment.Levers)
            Add(lever.Factor, lever.From);
        foreach (var change in assessment.Recommendations.SelectMany(r => r.Changes))
            Add(change.Factor, change.From);
        foreach (string factor in assessment.Inapplicable)
            Add(factor, FactorValue.Boolean(false));
        return new ComparedSide(assessment, answers, IsWhole: false);

        void Add(string factor, FactorValue? value)
        {
            if (value is not { } known || answers.ContainsKey(factor))
                return;
            var error = known.Kind == FactorValueKind.Number ? rules.Index.Factors.GetValueOrDefault(factor)?.MeasurementError : null;
            answers.Add(factor, new KnownAnswer(known, null, error?.At(known.AsNumber)));
        }
    }

    private static Dictionary<string, KnownAnswer> Known(EvaluationContext context)
    {
        var slots = context.Rules.Slots;
        var answers = new Dictionary<string, KnownAnswer>(StringComparer.Ordinal);
        for (int slot = 0; slot < slots.Count; slot++)
        {
            if (context.IsMissing(slot))
                continue;
            var factor = slots.Factors[slot];
            answers.Add(factor.Id, new KnownAnswer(
                Slots.Decode(context.State.Values[slot], factor), context.DerivationOf(slot)?.Source.Id, factor.IsNumeric ? context.ErrorOf(slot) : null));
        }

        return answers;
    }
}

/// <summary>A known answer.</summary>
/// <param name="Value">The answer, in the factor's unit.</param>
/// <param name="Derived">The derivation that gave it; null where it is the person's own.</param>
/// <param name="Error">How far it may be from the true one, one standard deviation; null where that is not modeled.</param>
internal sealed record KnownAnswer(FactorValue Value, string? Derived, double? Error);
