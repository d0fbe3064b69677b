using GutSkin.Core.RuleSets;
using GutSkin.Core.Words;

namespace GutSkin.Core.Explaining;

/// <summary>Says in sentences what an id means and what it does in an assessment; one class a kind of entry in <c>Explaining/</c>.</summary>
internal sealed class Explainer(ResolvedRuleSet resolved, Assessment assessment)
{
    private readonly ExplainContext context = new(resolved, assessment);

    public Explanation? Explain(string id)
    {
        var index = resolved.Index;
        return index.Rules.TryGetValue(id, out var rule) ? RuleExplainer.Explain(rule, context)
            : index.Interventions.TryGetValue(id, out var intervention) ? InterventionExplainer.Explain(intervention, context)
            : index.Factors.TryGetValue(id, out var factor) ? FactorExplainer.Explain(factor, context)
            : index.Safety.TryGetValue(id, out var safety) ? SafetyExplainer.Explain(safety, context)
            : index.Conditions.TryGetValue(id, out var condition) ? ConditionExplainer.Explain(condition, context)
            : index.Mechanisms.TryGetValue(id, out var mechanism) ? MechanismExplainer.Explain(mechanism, context)
            : index.Evidence.TryGetValue(id, out var evidence) ? EvidenceExplainer.Explain(evidence, context)
            : LinkExplainer.Explain(id, context);
    }
}

/// <summary>Explains a mechanism: the rules that name it.</summary>
internal static class MechanismExplainer
{
    public static Explanation Explain(Mechanism mechanism, ExplainContext context) => new()
    {
        Id = mechanism.Id,
        Kind = ExplanationKind.Mechanism,
        Title = context.Names.Mechanism(mechanism.Id),
        Lines = ExplainContext.Lines(
        [
            context.Names.Optional("mechanisms", mechanism.Id, "description", mechanism.Description),
            .. context.Set.Rules.Where(r => r.Mechanisms.Contains(mechanism.Id)).Select(r => WordTable.Fill(context.Words.NamedByRule, r.Id)),
            .. context.Sources(mechanism.Evidence),
            context.From("mechanisms", mechanism.Id),
        ]),
        Evidence = mechanism.Evidence,
    };
}

/// <summary>Explains a condition: its index here, what makes it, and what was left out on purpose.</summary>
internal static class ConditionExplainer
{
    private const int MaxContributions = 8;

    public static Explanation Explain(SkinCondition condition, ExplainContext context)
    {
        var words = context.Words;
        var score = context.Assessment.Condition(condition.Id);
        var made = score?.Contributions.Where(c => c.Counted && c.LogOdds != 0).ToList() ?? [];
        int more = made.Count - MaxContributions, scored = context.Set.Rules.Count(r => r.Condition == condition.Id && r.IsScored);
        return new Explanation
        {
            Id = condition.Id,
            Kind = ExplanationKind.Condition,
            Title = context.Names.Condition(condition.Id),
            Lines = ExplainContext.Lines(
            [
                context.Names.Optional("conditions", condition.Id, "description", condition.Description),
                score?.Band is { } band ? Now(score, band, context) : null,
                .. made.Take(MaxContributions).Select(c => WordTable.Fill(words.MadeOfRule, c.Rule, context.Numbers.Number(c.LogOdds))),
                more == 1 ? words.MadeOfMoreOne : more > 1 ? WordTable.Fill(words.MadeOfMore, NumberWords.Count(more)) : null,
                scored == 1 ? words.RulesAimOne : WordTable.Fill(words.RulesAim, NumberWords.Count(scored)),
                .. context.Set.Considered.Where(e => e.Condition == condition.Id)
                    .Select(e => WordTable.Fill(words.LeftOut, context.Names.Factor(e.Factor), $"{e.Factor}/{e.Condition}", context.Why(e))),
                .. context.Sources(condition.Evidence),
                context.From("conditions", condition.Id),
            ]),
            Evidence = condition.Evidence,
        };
    }

    private static string Now(ConditionScore score, string band, ExplainContext context) => WordTable.Fill(
        context.Words.ConditionNow, context.Numbers.Index(score.Score), context.Numbers.Index(score.Ceiling),
        context.Names.Band(band), context.Numbers.Index(score.Interval));
}

/// <summary>Explains a safety rule: when it holds, and what it does here.</summary>
internal static class SafetyExplainer
{
    public static Explanation Explain(SafetyRule rule, ExplainContext context)
    {
        var words = context.Words;
        var triage = context.Assessment.Triage;
        string? flag = triage.Flags.Any(f => f.Rule == rule.Id) ? words.FlagIsUp
            : triage.Unresolved.FirstOrDefault(u => u.Rule == rule.Id) is not { } open ? null
            : open.Ask.IsEmpty ? words.FlagOpen
            : WordTable.Fill(words.FlagOpenAsk, string.Join(", ", open.Ask));
        var held = context.Assessment.Recommendations.Where(r => r.Safety.Any(s => s.Rule == rule.Id)).Select(r => r.Intervention).ToList();
        return new Explanation
        {
            Id = rule.Id,
            Kind = ExplanationKind.Safety,
            Title = context.Names.Text("safety", rule.Id, "message", rule.Message),
            Lines = ExplainContext.Lines(
            [
                WordTable.Fill(Holds(rule, words), context.Gates.Write(rule.When)),
                rule.Interventions.IsEmpty ? null : WordTable.Fill(words.SafetyFor, string.Join(", ", rule.Interventions)),
                rule.Refer.IsEmpty ? null : WordTable.Fill(words.SafetyCallsFor, string.Join(", ", rule.Refer)),
                flag,
                rule.Locked ? words.IsLocked : null,
                held.Count > 0 ? WordTable.Fill(words.IsAbout, string.Join(", ", held)) : null,
                .. context.Sources(rule.Evidence),
                context.From("safety", rule.Id),
            ]),
            Evidence = rule.Evidence,
        };
    }

    private static string Holds(SafetyRule rule, WordTable words) => (rule.Kind, rule.Urgency) switch
    {
        (SafetyKind.Contraindication, _) => words.ContraindicationWhere,
        (SafetyKind.Caution, _) => words.CautionWhere,
        (_, Urgency.Urgent) => words.UrgentRedFlagWhere,
        (_, Urgency.Soon) => words.SoonRedFlagWhere,
        _ => words.RoutineRedFlagWhere,
    };
}

/// <summary>Explains a source: where to find it, what it found, and what rests on it.</summary>
internal static class EvidenceExplainer
{
    public static Explanation Explain(Evidence evidence, ExplainContext context)
    {
        var words = context.Words;
        var set = context.Set;
        string id = evidence.Id;
        return new Explanation
        {
            Id = id,
            Kind = ExplanationKind.Evidence,
            Title = evidence.Title,
            Lines = ExplainContext.Lines(
            [
                CleanText.Of(Citations.Of(evidence)),
                context.Names.Optional("evidence", id, "finding", evidence.Finding),
                .. set.Rules.Where(r => r.Evidence.Contains(id)).Select(r => WordTable.Fill(words.SpeaksForRule, r.Id)),
                .. set.Rules.Where(r => r.ContradictedBy.Contains(id)).Select(r => WordTable.Fill(words.SpeaksAgainstRule, r.Id)),
                .. set.Interventions.Where(i => i.Evidence.Contains(id) || i.Effects.Any(e => e.Evidence.Contains(id)))
                    .Select(i => WordTable.Fill(words.CitedByIntervention, i.Id)),
                .. set.Safety.Where(s => s.Evidence.Contains(id)).Select(s => WordTable.Fill(words.CitedBySafetyRule, s.Id)),
                context.From("evidence", id),
            ]),
        };
    }
}
