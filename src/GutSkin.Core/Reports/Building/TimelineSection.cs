using System.Collections.Immutable;
using GutSkin.Core.Instruments;
using GutSkin.Core.Reports.Model;
using GutSkin.Core.Words;

namespace GutSkin.Core.Reports.Building;

/// <summary>The indices of the concerns over time, where earlier assessments are given; what was measured stands in the table, apart.</summary>
internal static class TimelineSection
{
    public static ReportSection? Build(ReportContext context)
    {
        var assessment = context.Assessment;
        if (assessment.Earlier.IsDefaultOrEmpty)
            return null;
        var words = context.Words;
        var fitting = assessment.Earlier.Where(e => Fits(e, assessment)).GroupBy(e => e.AsOf!.Value).OrderBy(g => g.Key).Select(g => g.Last()).ToList();
        int leftOut = assessment.Earlier.Count(e => !Fits(e, assessment));
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        if (fitting.Count > 0)
        {
            blocks.Add(new ParagraphBlock(words.TimelineLead));
            blocks.Add(Chart(context, [.. fitting, assessment]));
        }

        if (leftOut > 0)
            blocks.Add(new ParagraphBlock(WordTable.Fill(words.TimelineLeftOut, NumberWords.Count(leftOut)), IsNote: true));
        return blocks.Count == 0 ? null : new ReportSection("over-time", words.TimelineTitle, blocks.ToImmutable());
    }

    /// <summary>Whether an earlier assessment can stand beside this one: by the same rules, not of another person, of a day before.</summary>
    private static bool Fits(Assessment earlier, Assessment now) =>
        earlier.RuleSet.Sha256 == now.RuleSet.Sha256
        && (earlier.ProfileId is null || now.ProfileId is null || earlier.ProfileId == now.ProfileId)
        && earlier.AsOf < now.AsOf;

    private static TimelineBlock Chart(ReportContext context, ImmutableArray<Assessment> times)
    {
        var words = context.Words;
        var concerns = context.Concerns.Where(c => c.Score is not null).ToList();
        int first = times[0].AsOf!.Value.DayNumber, last = times[^1].AsOf!.Value.DayNumber;
        return new TimelineBlock
        {
            Title = words.TimelineChart,
            Description = words.TimelineDescription,
            Days = (context.Numbers.Day(times[0].AsOf!.Value), context.Numbers.Day(times[^1].AsOf!.Value)),
            Strips =
            [
                .. concerns.Select(c => new TimelineStrip(ReportPhrases.Name(c),
                [
                    .. times.Where(t => t.Condition(c.Id)?.Interval is not null).Select(t =>
                    {
                        var then = t.Condition(c.Id)!;
                        return new TimelinePoint((double)(t.AsOf!.Value.DayNumber - first) / (last - first), then.Interval!.Value, then.Settled == true ? then.Score : null);
                    }),
                ])),
            ],
            Table = Table(context, concerns, times),
        };
    }

    private static TableBlock Table(ReportContext context, List<ConditionScore> concerns, ImmutableArray<Assessment> times)
    {
        var measured = times.SelectMany(t => t.Measured).Select(m => (m.Instrument, m.Condition)).Distinct().Order().ToList();
        return new TableBlock(
            context.Words.TimelineTable,
            [context.Words.TimelineDay, .. concerns.Select(ReportPhrases.Name), .. measured.Select(m => MeasuredSection.Name(context, m.Instrument, m.Condition))],
            [
                .. times.Select(t => ImmutableArray.CreateRange(
                [
                    context.Numbers.Day(t.AsOf!.Value),
                    .. concerns.Select(c => t.Condition(c.Id) is { } then ? then.Settled == true ? context.Say.Standing(then) : context.Numbers.Index(then.Interval) : "–"),
                    .. measured.Select(m => t.Measured.Where(x => (x.Instrument, x.Condition) == m).Select(x => MeasuredSection.Points(context, x)).LastOrDefault() ?? "–"),
                ])),
            ]);
    }
}

/// <summary>What instruments measured: beside the indices, never mixed with them.</summary>
internal static class MeasuredSection
{
    public static ReportSection? Build(ReportContext context)
    {
        if (context.Assessment.Measured.IsDefaultOrEmpty)
            return null;
        var lines = context.Assessment.Measured.Select(m => WordTable.Fill(context.Words.MeasuredIs, Name(context, m.Instrument, m.Condition), Points(context, m)));
        return new ReportSection("measured", context.Words.ComparedSeverity, [new ListBlock([.. lines]), new ParagraphBlock(context.Words.ComparedSeverityLead, IsNote: true)]);
    }

    /// <summary>What was measured, and of what.</summary>
    public static string Name(ReportContext context, string instrument, string condition) =>
        $"{InstrumentCatalog.Find(instrument).Value?.Name ?? CleanText.Of(instrument)} ({context.Names.Condition(condition)})";

    /// <summary>How much, and in which band of which set.</summary>
    public static string Points(ReportContext context, MeasuredSeverity measured)
    {
        string points = WordTable.Fill(context.Words.ComparedPoints, context.Numbers.Exact((double)measured.Score));
        return measured.Band is { } band ? $"{points} · {band} ({measured.BandSet})" : points;
    }
}
