using System.Collections.Immutable;
using GutSkin.Core.Instruments;
using GutSkin.Core.Reports.Building;
using GutSkin.Core.Reports.Model;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Words;

namespace GutSkin.Core.FollowUp.Building;

/// <summary>Says what a comparison says, in order: safety, what was measured, the indices of the concerns and what moved them, suggestions, answers.</summary>
internal sealed class ComparisonReport
{
    private const int MostAttributions = 8;
    private const int MostFindings = 5;
    private const double Tie = 1e-12;

    private readonly Comparison comparison;
    private readonly RuleSetWords names;
    private readonly WordTable words;
    private readonly NumberWords numbers;

    private ComparisonReport(Comparison comparison)
    {
        this.comparison = comparison;
        names = new RuleSetWords(comparison.Knowledge, comparison.Culture, comparison.Words ?? WordTable.For(comparison.Culture));
        (words, numbers) = (names.Language, names.Numbers);
    }

    public static Report Build(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return new ComparisonReport(comparison).Build();
    }

    private Report Build()
    {
        string lead = comparison is { AsOfBefore: { } before, AsOfAfter: { } after, Days: { } days }
            ? WordTable.Fill(words.ComparedLead, numbers.Day(before), numbers.Day(after), NumberWords.Count(days))
            : words.ComparedLeadUndated;
        ReportSection?[] sections = [Safety(), Severity(), Indices(), Suggestions(), Answers(), PleaseNote()];
        return new Report(words.Culture, words.ComparedTitle, lead, [.. sections.OfType<ReportSection>()]);
    }

    private ReportSection Safety()
    {
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        var lines = new List<string>();
        foreach (var change in comparison.Safety.Where(c => c.Message is not null || c.Kind == SafetyKind.RedFlag))
        {
            string message = CleanText.Of(change.Message ?? change.Rule);
            if (change.IsNew)
                lines.Add(WordTable.Fill(words.ComparedNew, message));
            else if (change.IsResolved && change.Kind == SafetyKind.RedFlag)
                lines.Add(WordTable.Fill(words.ComparedResolved, message));
            else if (change is { Before: FindingState.Holds, After: FindingState.Open })
                lines.Add(WordTable.Fill(words.ComparedOpened, message));
        }

        var (tone, title) = comparison.TriageAfter switch
        {
            TriageLevel.ReferUrgent => (ReportTone.Urgent, words.ComparedLevelUrgent),
            TriageLevel.ReferSoon => (ReportTone.Soon, words.ComparedLevelSoon),
            TriageLevel.ReferRoutine => (ReportTone.Soon, words.ComparedLevelRoutine),
            _ => (comparison.TriageComplete ? ReportTone.Calm : ReportTone.Open, comparison.TriageComplete ? words.ComparedLevelNone : words.ComparedIncomplete),
        };
        blocks.Add(new CalloutBlock(tone, title, comparison.TriageComplete || comparison.TriageAfter == TriageLevel.None ? [] : [words.ComparedIncomplete]));
        // Red flags stand first, and all of them.
        var said = lines.Distinct(StringComparer.Ordinal).ToList();
        int shown = Math.Max(MostFindings, comparison.Safety.Count(c => c.Kind == SafetyKind.RedFlag));
        if (said.Count > shown + 1)
            said = [.. said.Take(shown), WordTable.Fill(words.ComparedMoreFindings, NumberWords.Count(said.Count - shown))];
        if (said.Count > 0)
            blocks.Add(new ListBlock([.. said]));
        return new ReportSection("safety", words.ComparedSafety, blocks.ToImmutable());
    }

    private ReportSection? Severity()
    {
        if (comparison.Severity.IsEmpty)
            return null;
        var items = comparison.Severity.Select(s => new ReportItem { Title = Measured(s), Lines = [Verdict(s)] });
        return new ReportSection("measured", words.ComparedSeverity, [new ParagraphBlock(words.ComparedSeverityLead), new ItemsBlock([.. items])]);
    }

    private string Measured(SeverityChange change)
    {
        var found = InstrumentCatalog.Find(change.Instrument);
        string name = found.Value?.Name ?? change.Instrument;
        string what = change.Condition is { } condition ? $"{name} ({names.Condition(condition)})" : name;
        return WordTable.Fill(words.ComparedMeasured, what, numbers.Exact((double)change.Before), numbers.Exact((double)change.After));
    }

    private string Verdict(SeverityChange change)
    {
        string difference = change.MinimalDifference is not { } least ? ""
            : change.Relative == true ? WordTable.Fill(words.ComparedOfStart, numbers.Percent((double)least))
            : WordTable.Fill(words.ComparedPoints, numbers.Exact((double)least));
        return change.Verdict switch
        {
            ChangeVerdict.Improved => WordTable.Fill(words.ComparedImproved, difference),
            ChangeVerdict.Worse => WordTable.Fill(words.ComparedWorse, difference),
            ChangeVerdict.WithinNoise when change.Before == change.After => words.ComparedSame,
            ChangeVerdict.WithinNoise => WordTable.Fill(words.ComparedNoise, difference),
            _ => words.ComparedNotJudged,
        };
    }

    private ReportSection? Indices()
    {
        var concerns = comparison.Conditions.Where(c => c is { Concern: true, Change: not null }).ToList();
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        if (concerns.Count > 0)
        {
            blocks.Add(new ParagraphBlock(words.ComparedIndicesLead));
            blocks.Add(new ItemsBlock([.. concerns.Select(Index)]));
        }

        var others = comparison.Conditions.Where(c => !c.Concern && c.Movement is IndexMovement.Lower or IndexMovement.Higher)
            .Select(c => WordTable.Fill(c.Movement == IndexMovement.Lower ? words.ComparedOtherLower : words.ComparedOtherHigher, CleanText.Of(c.Name))).ToList();
        if (others.Count > 0)
            blocks.Add(new ParagraphBlock(WordTable.Fill(words.ComparedOthers, string.Join(", ", others)), IsNote: true));
        return blocks.Count == 0 ? null : new ReportSection("indices", words.ComparedIndices, blocks.ToImmutable());
    }

    private ReportItem Index(ConditionChange change)
    {
        var lines = new List<string>
        {
            change.Movement switch
            {
                IndexMovement.Lower => words.ComparedLower,
                IndexMovement.Higher => words.ComparedHigher,
                IndexMovement.KnowledgeOnly => words.ComparedKnowledge,
                _ => words.ComparedUnchanged,
            },
        };
        double learned = change.CompletenessAfter - change.CompletenessBefore ?? 0;
        if (Math.Abs(learned) > Tie && change is { IntervalBefore: { } was, IntervalAfter: { } now })
            lines.Add(WordTable.Fill(learned > 0 ? words.ComparedNarrower : words.ComparedWider, numbers.Index(was), numbers.Index(now)));
        var moved = change.Attributions.Where(a => Signed(a.Change) is not null).ToList();
        lines.AddRange(moved.Take(MostAttributions).Select(Moved));
        if (moved.Count > MostAttributions)
            lines.Add(WordTable.Fill(words.ComparedMore, NumberWords.Count(moved.Count - MostAttributions)));
        if (moved.Count > 0)
            lines.Add(WordTable.Fill(words.ComparedUnit, Signed(change.Change!.Value) ?? "0"));
        return new ReportItem
        {
            Title = WordTable.Fill(words.ComparedFromTo, CleanText.Of(change.Name), Standing(change.ScoreBefore, change.IntervalBefore, change.SettledBefore), Standing(change.ScoreAfter, change.IntervalAfter, change.SettledAfter)),
            Lines = [.. lines],
        };
    }

    /// <summary>An index where it is settled, else the range alone.</summary>
    private string Standing(double? score, Interval? interval, bool? settled) => settled == true ? numbers.Index(score) : numbers.Index(interval);

    private string Moved(Attribution attribution)
    {
        string cause = attribution.Cause switch
        {
            AttributionCause.BecameKnown => words.ComparedByKnowing,
            AttributionCause.KnownNoLonger => words.ComparedByForgetting,
            _ => words.ComparedByChange,
        };
        if (attribution.InsteadOf is { } other)
            cause = $"{cause}; {WordTable.Fill(words.ComparedCountsInstead, names.Rule(other))}";
        string number = Signed(attribution.Change)!;
        return attribution.Factor is { } factor && attribution.From != attribution.To
            ? WordTable.Fill(words.ComparedMovedFrom, number, names.Factor(factor), Answer(factor, attribution.From), Answer(factor, attribution.To), cause)
            : WordTable.Fill(words.ComparedMoved, number, CleanText.Of(attribution.Title), cause);
    }

    private ReportSection Suggestions()
    {
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        foreach (var group in comparison.Suggestions.Where(IsShown).GroupBy(s => s.Kind).OrderBy(g => g.Key))
        {
            blocks.Add(new HeadingBlock(group.Key switch
            {
                SuggestionChangeKind.TakenUp => words.ComparedTakenUp,
                SuggestionChangeKind.TakenUpInPart => words.ComparedInPart,
                SuggestionChangeKind.Lapsed => words.ComparedLapsed,
                SuggestionChangeKind.New => words.ComparedNewlySuggested,
                _ => words.ComparedWithdrawn,
            }));
            blocks.Add(new ItemsBlock([.. group.Select(s => new ReportItem { Title = CleanText.Of(s.Name), Lines = [.. s.Factors.Where(f => f.From != f.Now).Select(Progress)] })]));
        }

        if (blocks.Count == 0)
            blocks.Add(new ParagraphBlock(words.ComparedNoSuggestions));
        return new ReportSection("suggestions", words.ComparedSuggestions, blocks.ToImmutable());
    }

    /// <summary>Losing weight is named only where it is suggested.</summary>
    private bool IsShown(SuggestionChange change) =>
        change.After is RecommendationStatus.Recommended or RecommendationStatus.Caution || !WeightLossMentions.IsAbout(names, change.Intervention);

    private string Progress(FactorProgress progress) => WordTable.Fill(
        words.ComparedProgress, names.Factor(progress.Factor), names.Answer(progress.Factor, progress.From), names.Answer(progress.Factor, progress.Now));

    private ReportSection Answers()
    {
        if (comparison.Answers.IsEmpty)
            return new ReportSection("answers", words.ComparedAnswers, [new ParagraphBlock(words.ComparedNoAnswers)]);
        var lines = comparison.Answers.Select(a =>
        {
            string line = WordTable.Fill(words.ComparedProgress, CleanText.Of(a.Name), Answer(a.Factor, a.From), Answer(a.Factor, a.To));
            return a.WithinError == true ? WordTable.Fill(words.ComparedWithinError, line) : line;
        });
        return new ReportSection("answers", words.ComparedAnswers, [new ListBlock([.. lines])]);
    }

    private ReportSection PleaseNote()
    {
        string own = CleanText.Of(comparison.Disclaimer);
        string disclaimer = own.Length == 0 || own == RuleSet.DefaultDisclaimer ? words.DefaultDisclaimer : own;
        var notices = comparison.Notices.Select(n => n switch
        {
            "no-id" => words.ComparedNoId,
            "no-date" => words.ComparedNoDate,
            "concerns-differ" => words.ComparedConcerns,
            _ => words.ComparedOnlyShown,
        });
        string made = $"{CleanText.Of(comparison.RuleSet.Id)} {CleanText.Of(comparison.RuleSet.Version)} · {words.Say(comparison.IntendedUse)}";
        return new ReportSection("disclaimer", words.Disclaimer, [new CalloutBlock(ReportTone.Calm, disclaimer, [.. notices, made])]) { IsClosing = true };
    }

    private string Answer(string factor, FactorValue? value) => value is { } known ? names.Answer(factor, known) : words.ComparedWasOpen;

    /// <summary>A number with its sign; null where it reads as nothing.</summary>
    private string? Signed(double change)
    {
        string number = numbers.Number(Math.Round(change, 2));
        return number is "0" or "−0" ? null : change > 0 ? "+" + number : number;
    }
}
