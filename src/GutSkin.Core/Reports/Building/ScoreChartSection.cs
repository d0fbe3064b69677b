using System.Collections.Immutable;
using GutSkin.Core.Reports.Model;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Reports.Building;

/// <summary>All conditions and states with index, band, intervals and ceiling; concerns first, never in the order of their indices.</summary>
internal static class ScoreChartSection
{
    public static ReportSection? Build(ReportContext context)
    {
        var words = context.Words;
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        blocks.Add(new ParagraphBlock(words.PictureLead));
        var groups = Groups(context);
        if (groups.Length == 0)
            return null;
        {
            blocks.Add(new ParagraphBlock(words.PictureApart));
            blocks.Add(new ScoreChartBlock
            {
                Title = words.PictureChart,
                Description = words.PictureDescription,
                Legend = new ScoreChartLegend(words.LegendIndex, words.LegendInterval, words.LegendUncertainty, words.LegendCeiling),
                Bands = Bands(context),
                Groups = [.. groups.Select(g => new ScoreChartGroup(g.Title, [.. g.Conditions.Select(c => Row(context, c))]))],
                Table = Table(context, [.. groups.SelectMany(g => g.Conditions)]),
            });
        }

        return new ReportSection("picture", words.Picture, blocks.ToImmutable());
    }

    private static ImmutableArray<(string Title, ImmutableArray<ConditionScore> Conditions)> Groups(ReportContext context)
    {
        var words = context.Words;
        var concerns = context.InOrder(c => c.Score is not null && c.Concern);
        var others = context.InOrder(c => c.Score is not null && !c.Concern && c.Kind == ConditionKind.SkinCondition);
        var states = context.InOrder(c => c.Score is not null && !c.Concern && c.Kind != ConditionKind.SkinCondition);
        bool noneNamed = others.Length == 0 && concerns.All(c => c.Kind == ConditionKind.SkinCondition) && states.Length > 0;
        ImmutableArray<(string, ImmutableArray<ConditionScore> Conditions)> groups =
        [
            (noneNamed ? words.SkinConditions : words.Concerns, concerns),
            (words.OtherSkinConditions, others),
            (words.States, states),
        ];
        return [.. groups.Where(g => g.Conditions.Length > 0)];
    }

    private static ImmutableArray<ScoreChartBand> Bands(ReportContext context)
    {
        var bands = ImmutableArray.CreateBuilder<ScoreChartBand>();
        double from = 0;
        foreach (var band in context.Model.Bands)
        {
            double to = Math.Min(band.Below ?? 100, 100);
            bands.Add(new ScoreChartBand($"{context.Numbers.Number(from)} {context.Names.Band(band.Name)}", from, to));
            from = to;
        }

        return bands.ToImmutable();
    }

    private static ScoreChartRow Row(ReportContext context, ConditionScore condition) => new()
    {
        Name = ReportPhrases.Name(condition),
        Figure = context.Say.Standing(condition),
        Detail = Detail(context, condition),
        Score = condition.Score.GetValueOrDefault(),
        Interval = condition.Interval.GetValueOrDefault(),
        Uncertainty = condition.Uncertainty.GetValueOrDefault(),
        Ceiling = condition.Ceiling.GetValueOrDefault(),
    };

    private static string Detail(ReportContext context, ConditionScore condition)
    {
        var words = context.Words;
        string open = condition.Interval is { Width: > 0 }
            ? WordTable.Fill(words.RowOpen, context.Numbers.Index(condition.Interval))
            : words.RowFixed;
        string studies = WordTable.Fill(words.RowStudies, context.Numbers.Index(condition.Uncertainty));
        string answered = WordTable.Fill(words.RowAnswered, context.Numbers.Completeness(condition.Completeness.GetValueOrDefault()));
        return $"{open} · {studies} · {answered}";
    }

    private static TableBlock Table(ReportContext context, ImmutableArray<ConditionScore> conditions)
    {
        var words = context.Words;
        return new TableBlock(
            words.PictureTable,
            [words.ConditionOrState, words.Index, words.AtMost, words.BandHeader, words.OpenAnswers, words.StudiesLeave, words.Answered],
            [
                .. conditions.Select(c => ImmutableArray.Create(
                    ReportPhrases.Name(c),
                    c.Settled == true ? context.Numbers.Index(c.Score) : context.Say.Standing(c),
                    context.Numbers.Index(c.Ceiling),
                    c.Settled == true ? context.Names.Band(c.Band ?? "") : words.TooLittle,
                    context.Numbers.Index(c.Interval),
                    context.Numbers.Index(c.Uncertainty),
                    context.Numbers.Completeness(c.Completeness.GetValueOrDefault()))),
            ]);
    }
}
