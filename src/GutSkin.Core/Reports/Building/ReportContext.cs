using System.Collections.Immutable;
using GutSkin.Core.Reports.Model;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Words;

namespace GutSkin.Core.Reports.Building;

/// <summary>What every section needs: the assessment, the words, names, figures and the list of sources.</summary>
internal sealed class ReportContext
{
    public ReportContext(Assessment assessment)
    {
        Assessment = assessment;
        Names = new RuleSetWords(assessment.Knowledge, assessment.Culture, assessment.Words ?? WordTable.For(assessment.Culture));
        Sources = new SourceList(Names);
        Say = new ReportPhrases(this);
        Concerns = InOrder(c => c.Concern);
    }

    public Assessment Assessment { get; }

    public RuleSetWords Names { get; }

    public WordTable Words => Names.Language;

    public NumberWords Numbers => Names.Numbers;

    public ScoringModel Model => Names.Model;

    public SourceList Sources { get; }

    public ReportPhrases Say { get; }

    public bool IsUrgent => Assessment.Triage.Level == TriageLevel.ReferUrgent;

    /// <summary>The concerns, in the rule set's order.</summary>
    public ImmutableArray<ConditionScore> Concerns { get; }

    /// <summary>Conditions by kind, then as the rule set lists them, else by id: never by their indices, which cannot be compared.</summary>
    public ImmutableArray<ConditionScore> InOrder(Func<ConditionScore, bool> which)
    {
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var condition in Assessment.Knowledge?.Data.Conditions ?? [])
            order.TryAdd(condition.Id, order.Count);
        return
        [
            .. Assessment.Conditions.Where(which)
                .OrderBy(c => c.Kind).ThenBy(c => order.GetValueOrDefault(c.Id, int.MaxValue)).ThenBy(c => c.Id, StringComparer.Ordinal),
        ];
    }
}

/// <summary>Says what an assessment says, in order. Nothing is computed here beyond rounding and picking.</summary>
internal static class ReportBuilder
{
    public static Report Build(Assessment assessment, ReportDetail detail)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var context = new ReportContext(assessment);
        var words = context.Words;
        ImmutableArray<ReportSection> page = [SafetySection.Build(context), .. FirstPage.Build(context, MeasuredSection.Build(context))];
        ImmutableArray<ReportSection?> details = detail == ReportDetail.FirstPage
            ? [ClosingSections.PleaseNote(context)]
            :
            [
                ScoreChartSection.Build(context),
                TimelineSection.Build(context),
                ContributionsSection.Build(context),
                ChangeSection.Build(context),
                HeldBackSection.Build(context),
                QuestionSection.Build(context),
                .. ClosingSections.Build(context),
            ];
        string lead = assessment.AsOf is { } day ? WordTable.Fill(words.LeadWithDate, context.Numbers.Day(day)) : words.Lead;
        return new Report(words.Culture, words.Title, lead, [.. page, .. details.OfType<ReportSection>()]);
    }
}
