using System.Collections.Immutable;
using GutSkin.Core.Instruments;
using GutSkin.Core.Reports.Building;
using GutSkin.Core.Reports.Model;
using GutSkin.Core.Words;

namespace GutSkin.Core.FollowUp.Building;

/// <summary>Says what a plan says, in order: whom to see, the steps with why, what goes on, what it does together, what to write down, what was left out.</summary>
internal sealed class PlanReport
{
    private const int MostNames = 8;

    private readonly Plan plan;
    private readonly ReportContext context;
    private readonly WordTable words;

    private PlanReport(Plan plan, Assessment assessment)
    {
        this.plan = plan;
        context = new ReportContext(assessment);
        words = context.Words;
    }

    public static Report Build(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new PlanReport(plan, plan.Assessment ?? throw new ArgumentException("The plan does not know its assessment.", nameof(plan))).Build();
    }

    private Report Build()
    {
        string lead = plan.AsOf is { } day ? WordTable.Fill(words.PlanLead, context.Numbers.Day(day)) : words.PlanLeadUndated;
        ReportSection?[] sections = [SafetySection.Build(context), Steps(), Care(), Discuss(), Together(), Measures(), Chosen(), ClosingSections.PleaseNote(context)];
        return new Report(words.Culture, words.PlanTitle, lead, [.. sections.OfType<ReportSection>()]);
    }

    private ReportSection Steps()
    {
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        if (context.IsUrgent)
            blocks.Add(new ParagraphBlock(words.PlanUrgent));
        else if (!plan.TriageComplete)
            blocks.Add(new CalloutBlock(ReportTone.Open, words.PlanIncomplete, []));
        var see = plan.See.Select(s => CleanText.Of(s.Name)).ToList();
        if (see.Count > 0)
            blocks.Add(new ParagraphBlock(WordTable.Fill(words.PlanSee, string.Join("; ", see))));
        if (plan.Steps.Length > 0)
            blocks.Add(new ItemsBlock([.. plan.Steps.Select(Step)]));
        else if (!context.IsUrgent)
            blocks.Add(new ParagraphBlock(words.PlanNothing));
        var keep = FirstPage.AsAdvised(
            context, plan.Keep.Where(k => !WeightLossMentions.IsAbout(context.Names, k.Intervention)).Select(k => (k.Intervention, k.Name)));
        if (keep.Count > 0)
            blocks.Add(new ParagraphBlock(WordTable.Fill(words.PlanKeep, FirstPage.Names(words, keep, MostNames))));
        return new ReportSection("steps", words.PlanSteps, blocks.ToImmutable());
    }

    /// <summary>A step: when, what, and why in the words of the first page.</summary>
    private ReportItem Step(PlanStep step)
    {
        var item = Brief(step.Intervention);
        return item with
        {
            Title = WordTable.Fill(words.PlanStep, NumberWords.Count(step.FromWeek), NumberWords.Count(step.ToWeek), item.Title),
            Lines = step.WeeksKnown ? item.Lines : item.Lines.Add(WordTable.Fill(words.PlanWeeksUnknown, NumberWords.Count(step.ToWeek - step.FromWeek))),
        };
    }

    private ReportItem Brief(string intervention) => SuggestionItem.Brief(context, new Suggestion(context.Assessment.Recommendation(intervention)!, []));

    private ReportSection? Care() =>
        plan.Care.IsEmpty ? null : new ReportSection("care", words.PlanCare, [new ItemsBlock([.. plan.Care.Select(c => Brief(c.Intervention))])]);

    private ReportSection? Discuss() =>
        plan.Discuss.IsEmpty || context.IsUrgent ? null : new ReportSection("discuss", words.PlanDiscuss, [new ListBlock([.. plan.Discuss.Select(d => CleanText.Of(d.Name))])]);

    /// <summary>The indices after all of it, of the concerns that are settled; where a trial speaks for a step on one, that stands there and no second number here.</summary>
    private ReportSection? Together()
    {
        if (plan.Steps.IsEmpty && plan.Care.IsEmpty)
            return null;
        var told = plan.Steps.Concat(plan.Care)
            .SelectMany(s => context.Assessment.Recommendation(s.Intervention)!.Effects)
            .Where(e => e.Trials.Any(t => t.Chosen)).Select(e => e.Condition).ToHashSet(StringComparer.Ordinal);
        var lines = plan.Effects
            .Where(e => context.Assessment.Condition(e.Condition) is { Concern: true, Settled: true })
            .Select(e => told.Contains(e.Condition) ? WordTable.Fill(words.PlanTrialInstead, context.Say.Condition(e.Condition)) : context.Say.After(e.Condition, e.ScoreAfter))
            .ToList();
        return lines.Count == 0
            ? new ReportSection("together", words.PlanTogether, [new ParagraphBlock(words.PlanNoIndex)])
            : new ReportSection("together", words.PlanTogether, [new ParagraphBlock(words.PlanTogetherLead), new ListBlock([.. lines])]);
    }

    private ReportSection? Measures()
    {
        if (plan.Measures.IsEmpty)
            return null;
        var items = plan.Measures.Select(m =>
        {
            var lines = new List<string>();
            if (m.Factors.Length > 0)
                lines.Add(WordTable.Fill(words.PlanAnswers, string.Join(", ", m.Factors.Select(context.Names.Factor))));
            if (m.Instruments.Length > 0)
                lines.Add(WordTable.Fill(words.PlanFillIn, string.Join(", ", m.Instruments.Select(i => InstrumentCatalog.Find(i).Value?.Name ?? i))));
            return new ReportItem { Title = m.Week == 0 ? words.PlanBefore : WordTable.Fill(words.PlanAfterWeek, NumberWords.Count(m.Week)), Lines = [.. lines] };
        });
        return new ReportSection("measure", words.PlanMeasure, [new ItemsBlock([.. items.Where(i => i.Lines.Length > 0)])]);
    }

    private ReportSection? Chosen()
    {
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        if (plan.Steps.Length > 0)
        {
            blocks.Add(new ParagraphBlock(plan.Reaches is { } reaches
                ? WordTable.Fill(words.PlanBound, context.Numbers.Percent(Math.Floor(reaches * 100) / 100))
                : WordTable.Fill(words.PlanExact, NumberWords.Count(plan.AtMost))));
        }

        var lines = plan.LeftOut
            .Where(o => o.Reason is PlanReason.Places or PlanReason.Effort or PlanReason.AddsNothing or PlanReason.SameLever || !WeightLossMentions.IsAbout(context.Names, o.Intervention))
            .GroupBy(o => o.Reason).OrderBy(g => g.Key)
            .Select(g => WordTable.Fill(Reason(g.Key), FirstPage.Names(words, [.. g.Select(o => CleanText.Of(o.Name))], MostNames))).ToList();
        if (lines.Count > 0)
        {
            blocks.Add(new HeadingBlock(words.PlanLeftOut));
            blocks.Add(new ListBlock([.. lines]));
        }

        return blocks.Count == 0 ? null : new ReportSection("chosen", words.PlanWhy, blocks.ToImmutable());
    }

    private string Reason(PlanReason reason) => reason switch
    {
        PlanReason.Deferred => words.PlanDeferred,
        PlanReason.Blocked => words.PlanBlocked,
        PlanReason.AdvisedAgainst => words.PlanAdvisedAgainst,
        PlanReason.NeedsCheck => words.PlanNeedsCheck,
        PlanReason.Variant => words.PlanVariant,
        PlanReason.SameLever => words.PlanSameLever,
        PlanReason.NotSafeTogether => words.PlanNotSafe,
        PlanReason.Effort => words.PlanEffort,
        PlanReason.AddsNothing => words.PlanAddsNothing,
        _ => words.PlanPlaces,
    };
}
