using System.Collections.Immutable;
using GutSkin.Core.Reports.Model;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Words;

namespace GutSkin.Core.Reports.Building;

/// <summary>One suggestion in words: what to expect, effort, cost, time, amount, certainty, and what to read first.</summary>
internal static class SuggestionItem
{
    private const int MostSources = 4;

    private static readonly ImmutableArray<string> NoClaimCategories = ["probiotic", "prebiotic", "synbiotic"];

    public static ReportItem Of(ReportContext context, Recommendation recommendation, bool inFull)
    {
        var intervention = context.Names.FindIntervention(recommendation.Intervention);
        var lines = new List<string>();
        if (inFull && recommendation.Summary is { Length: > 0 } summary)
            lines.Add(CleanText.Of(summary));
        lines.AddRange(Expected(context, recommendation));
        if (intervention is { IsReferral: false })
            lines.Add(Facts(context, intervention, inFull));
        if (!inFull && lines.Count > 1)
            lines = [string.Join(" · ", lines)];
        var trials = recommendation.Effects.SelectMany(e => e.Trials).Where(t => t.Chosen);
        return new ReportItem
        {
            Title = CleanText.Of(recommendation.Name),
            Lines = [.. lines],
            Notes = Notes(context, recommendation),
            Sources = context.Sources.Cite([.. trials.SelectMany(t => t.Evidence).Concat(recommendation.Evidence).Distinct(StringComparer.Ordinal).Take(MostSources)]),
        };
    }

    /// <summary>What trials saw on the conditions advised on, in their own words; where none counts, the index after, those with the same ground in one line.</summary>
    private static IEnumerable<string> Expected(ReportContext context, Recommendation recommendation)
    {
        var words = context.Words;
        var advised = recommendation.Effects.Where(e => context.Assessment.Condition(e.Condition) is { Concern: true }).ToList();
        foreach (var trial in advised.SelectMany(e => e.Trials).Where(t => t is { Chosen: true, Outcome.Length: > 0 }))
        {
            string studied = trial.Population is { Length: > 0 } population ? $" · {WordTable.Fill(words.StudiedIn, CleanText.Of(population))}" : "";
            yield return WordTable.Fill(words.ExpectedFromTrial, CleanText.Of(trial.Outcome)) + Known(context, trial.Certainty) + studied;
        }

        var lines = advised.Where(e => e.ScoreAfter is not null)
            .Select(e => (Text: context.Say.After(e.Condition, e.ScoreAfter.GetValueOrDefault()), Known: Known(context, LeastCertain(context, recommendation, e.Condition))))
            .GroupBy(e => e.Known)
            .Select(g => WordTable.Fill(words.ExpectedFromAnswers, string.Join("; ", g.Select(e => e.Text))) + g.Key);
        foreach (string line in lines)
            yield return line;
    }

    private static string Known(ReportContext context, Certainty? certainty) =>
        certainty is { } known ? $" · {WordTable.Fill(context.Words.Certainty, context.Words.Say(known))}" : "";

    /// <summary>The least certain of the links with a condition that an intervention works on.</summary>
    private static Certainty? LeastCertain(ReportContext context, Recommendation recommendation, string condition)
    {
        var factors = recommendation.Changes.Select(c => c.Factor).ToHashSet(StringComparer.Ordinal);
        var certainties = context.Assessment.Condition(condition)?.Contributions
            .Where(c => c is { Counted: true, Role: RuleRole.Driver } && ReadsKnown(c, factors))
            .Select(c => c.Certainty).ToList();
        return certainties is { Count: > 0 } ? certainties.Min() : null;
    }

    private static bool ReadsKnown(Contribution contribution, HashSet<string> factors) => contribution.Inputs is { } inputs
        ? inputs.Any(i => i.Value is not null && factors.Contains(i.Factor))
        : contribution is { Factor: { } factor, Value: not null } && factors.Contains(factor);

    private static string Facts(ReportContext context, Intervention intervention, bool inFull)
    {
        var words = context.Words;
        var facts = new List<string>
        {
            WordTable.Fill(words.Effort, context.Words.Say(intervention.Effort)),
            WordTable.Fill(words.Cost, context.Words.Say(intervention.Cost)),
        };
        if (intervention.Weeks is { } weeks && weeks.High > 0)
        {
            string low = context.Numbers.Number(weeks.Low), high = context.Numbers.Number(weeks.High);
            facts.Add(WordTable.Fill(words.Weeks, low == high ? low : WordTable.Fill(words.Range, low, high)));
        }

        bool medical = intervention.Category == ChangeSection.MedicalCategory;
        if ((inFull || medical) && context.Names.Optional("interventions", intervention.Id, "dose", intervention.Dose) is { Length: > 0 } dose)
            facts.Add(medical ? dose : WordTable.Fill(words.Dose, dose));
        return string.Join(" · ", facts);
    }

    private static ImmutableArray<string> Notes(ReportContext context, Recommendation recommendation)
    {
        var words = context.Words;
        var notes = new List<string>();
        foreach (string code in recommendation.Notices)
            notes.Add(code == "no-clear-effect" ? words.NoClearEffect : CleanText.Of(code));
        if (NoClaimCategories.Contains(recommendation.Category))
            notes.Add(words.NoHealthClaim);
        foreach (var finding in recommendation.Safety.Where(s => s.Kind == SafetyKind.Caution).OrderBy(s => s.State))
            notes.Add(WordTable.Fill(finding.State == SafetyState.True ? words.Caution : words.CautionIf, CleanText.Of(finding.Message)));
        return [.. notes];
    }
}
