using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>What every section needs: the assessment, the words, names, figures and the list of sources.</summary>
internal sealed class ReportContext
{
    public ReportContext(Assessment assessment)
    {
        Assessment = assessment;
        Words = ReportWords.For(assessment.Culture);
        Names = new Names(assessment);
        Model = assessment.Knowledge?.Model ?? ScoringModel.Default;
        Figures = new Figures(Words, Model);
        Sources = new SourceList(Names);
        Say = new Phrases(this);
        Concerns = InOrder(c => c.Concern);
    }

    public Assessment Assessment { get; }

    public ReportWords Words { get; }

    public Names Names { get; }

    public ScoringModel Model { get; }

    public Figures Figures { get; }

    public SourceList Sources { get; }

    public Phrases Say { get; }

    public bool IsUrgent => Assessment.Triage.Level == TriageLevel.ReferUrgent;

    /// <summary>The concerns, in the rule set's order.</summary>
    public ImmutableArray<ConditionScore> Concerns { get; }

    /// <summary>Conditions by kind, then as the rule set lists them, else by id: never by their indices, which cannot be compared.</summary>
    public ImmutableArray<ConditionScore> InOrder(Func<ConditionScore, bool> which)
    {
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var condition in Assessment.Knowledge?.RuleSet.Conditions ?? [])
            order.TryAdd(condition.Id, order.Count);
        return
        [
            .. Assessment.Conditions.Where(which)
                .OrderBy(c => c.Kind).ThenBy(c => order.GetValueOrDefault(c.Id, int.MaxValue)).ThenBy(c => c.Id, StringComparer.Ordinal),
        ];
    }
}
