using System.Collections.Immutable;
using GutSkin.Core.Reports.Model;

namespace GutSkin.Core.Reports.Building;

/// <summary>Says what an assessment says, in order. Nothing is computed here beyond rounding and picking.</summary>
internal static class ReportBuilder
{
    public static Report Build(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var context = new ReportContext(assessment);
        var words = context.Words;
        ImmutableArray<ReportSection> sections =
        [
            SafetySection.Build(context),
            ScoreChartSection.Build(context),
            ContributionsSection.Build(context),
            ChangeSection.Build(context),
            HeldBackSection.Build(context),
            QuestionSection.Build(context),
        ];
        string lead = assessment.AsOf is { } day ? WordTable.Fill(words.LeadWithDate, context.Numbers.Day(day)) : words.Lead;
        return new Report(words.Culture, words.Title, lead, [.. sections, .. ClosingSections.Build(context)]);
    }
}
