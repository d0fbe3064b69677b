using System.Collections.Immutable;
using GutSkin.Core.Reports.Model;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Words;

namespace GutSkin.Core.Reports.Building;

/// <summary>
/// One suggestion in words. What a guideline advises, what a trial saw and what the index would be are told apart, and never two
/// numbers for one act.
/// </summary>
internal static class SuggestionItem
{
    private const int MostSources = 4;
    private const int MostExamples = 5;

    private static readonly ImmutableArray<string> NoClaimCategories = ["probiotic", "prebiotic", "synbiotic"];

    /// <summary>For the first page: why, what to expect, effort and time, and what to read first.</summary>
    public static ReportItem Brief(ReportContext context, Suggestion suggestion)
    {
        var recommendation = suggestion.Recommendation;
        var lines = new List<string>();
        var expected = Expected(context, recommendation).ToList();
        if (Guideline(context, recommendation) is { } guideline)
            lines.Add(guideline);
        lines.AddRange(expected.Take(1));
        if (lines.Count == 0 && recommendation.Summary is { Length: > 0 } summary)
            lines.Add(FirstSentence(CleanText.Of(summary)));
        lines.Add(Facts(context, recommendation, inFull: false));
        return new ReportItem
        {
            Title = Title(suggestion),
            Lines = [.. lines],
            Notes = [.. Notes(context, recommendation, SafetyState.True).Take(1)],
        };
    }

    /// <summary>With everything: summary, guideline, trials, amount, cautions and sources.</summary>
    public static ReportItem Of(ReportContext context, Suggestion suggestion, bool inFull)
    {
        var recommendation = suggestion.Recommendation;
        var lines = new List<string>();
        if (inFull && recommendation.Summary is { Length: > 0 } summary)
            lines.Add(CleanText.Of(summary));
        if (Guideline(context, recommendation) is { } guideline)
            lines.Add(guideline);
        lines.AddRange(Expected(context, recommendation));
        if (recommendation.Category != Intervention.ReferralCategory)
            lines.Add(Facts(context, recommendation, inFull));
        if (!inFull && lines.Count > 1)
            lines = [string.Join(" · ", lines)];
        var trials = recommendation.Effects.SelectMany(e => e.Trials).Where(t => t.Chosen);
        return new ReportItem
        {
            Title = Title(suggestion),
            Lines = [.. lines],
            Notes = [.. Notes(context, recommendation, null)],
            Sources = context.Sources.Cite(
            [
                .. recommendation.Indications.SelectMany(i => i.Evidence).Concat(trials.SelectMany(t => t.Evidence)).Concat(recommendation.Evidence)
                    .Distinct(StringComparer.Ordinal).Take(MostSources),
            ]),
        };
    }

    private static string Title(Suggestion suggestion) => suggestion.Examples.Length == 0
        ? suggestion.Name
        : $"{suggestion.Name} ({string.Join(", ", suggestion.Examples.Take(MostExamples))}{(suggestion.Examples.Length > MostExamples ? " …" : "")})";

    private static string FirstSentence(string text)
    {
        int end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? text : text[..(end + 1)];
    }

    /// <summary>The strongest advice that concerns the person, one for a condition before one for health in general.</summary>
    private static string? Guideline(ReportContext context, Recommendation recommendation)
    {
        var words = context.Words;
        var advice = recommendation.Indications.Where(i => i.Direction == IndicationDirection.For)
            .OrderByDescending(i => i.Strength == IndicationStrength.Strong).ThenByDescending(i => i.Condition is not null).FirstOrDefault();
        if (advice is null)
            return null;
        string template = advice.Condition is null ? words.AdvisedInGeneral
            : advice.Strength == IndicationStrength.Strong ? words.AdvisedStrongly : words.AdvisedForSome;
        string text = CleanText.Of(advice.Text);
        return $"{WordTable.Fill(template, text)} {context.Say.RestsOn(advice.Evidence)}".TrimEnd();
    }

    /// <summary>What trials saw on the conditions advised on, in their own words; where none was chosen, the index after.</summary>
    private static IEnumerable<string> Expected(ReportContext context, Recommendation recommendation)
    {
        var words = context.Words;
        var advised = recommendation.Effects.Where(e => context.Assessment.Condition(e.Condition) is { Concern: true }).ToList();
        foreach (var trial in advised.SelectMany(e => e.Trials).Where(t => t is { Chosen: true, Outcome.Length: > 0 }))
        {
            var facts = new List<string>();
            if (trial.N is { } n)
                facts.Add(WordTable.Fill(words.TrialPeople, NumberWords.Count((int)Math.Min(n, int.MaxValue))));
            if (trial.Weeks is { } weeks)
                facts.Add(WordTable.Fill(words.Weeks, context.Numbers.Number(weeks)));
            if (trial.Population is { Length: > 0 } population)
                facts.Add(CleanText.Of(population));
            facts.Add(WordTable.Fill(words.Certainty, words.Say(trial.Certainty)));
            yield return WordTable.Fill(words.ExpectedFromTrial, CleanText.Of(trial.Outcome), string.Join(", ", facts));
        }

        var moved = advised.Where(e => e.ScoreAfter is not null && context.Assessment.Condition(e.Condition) is { Settled: true })
            .Select(e => context.Say.After(e.Condition, e.ScoreAfter.GetValueOrDefault())).ToList();
        if (moved.Count > 0)
            yield return WordTable.Fill(words.ExpectedFromAnswers, string.Join("; ", moved));
    }

    private static string Facts(ReportContext context, Recommendation recommendation, bool inFull)
    {
        var words = context.Words;
        var facts = new List<string>
        {
            WordTable.Fill(words.Effort, words.Say(recommendation.Effort)),
            WordTable.Fill(words.Cost, words.Say(recommendation.Cost)),
        };
        if (recommendation.Weeks is { High: > 0 } weeks)
            facts.Add(weeks.Low > 0
                ? WordTable.Fill(words.Weeks, context.Numbers.Range(context.Numbers.Number(weeks.Low), context.Numbers.Number(weeks.High)))
                : WordTable.Fill(words.WeeksUpTo, context.Numbers.Number(weeks.High)));
        bool medical = recommendation.Category == ChangeSection.MedicalCategory;
        if ((inFull || medical) && recommendation.Dose is { Length: > 0 } dose)
            facts.Add(medical ? CleanText.Of(dose) : WordTable.Fill(words.Dose, CleanText.Of(dose)));
        return string.Join(" · ", facts);
    }

    private static IEnumerable<string> Notes(ReportContext context, Recommendation recommendation, SafetyState? only)
    {
        var words = context.Words;
        foreach (var finding in recommendation.Safety.Where(s => s.Kind == SafetyKind.Caution && (only is null || s.State == only)).OrderBy(s => s.State))
            yield return WordTable.Fill(finding.State == SafetyState.True ? words.Caution : words.CautionIf, CleanText.Of(finding.Message));
        foreach (string code in recommendation.Notices)
        {
            string? note = code switch
            {
                "no-clear-effect" => words.NoClearEffect,
                "insufficient-evidence" => words.InsufficientEvidence,
                "worse-for" => words.WorseFor,
                "advised-against" => Against(context, recommendation),
                _ => null,
            };
            if (note is not null)
                yield return note;
        }

        if (NoClaimCategories.Contains(recommendation.Category))
            yield return words.NoHealthClaim;
    }

    private static string? Against(ReportContext context, Recommendation recommendation) =>
        recommendation.Indications.FirstOrDefault(i => i.Direction == IndicationDirection.Against) is { } against
            ? WordTable.Fill(context.Words.AdvisedAgainst, CleanText.Of(against.Text))
            : null;
}
