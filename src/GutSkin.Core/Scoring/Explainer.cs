using System.Collections.Immutable;
using System.Globalization;

namespace GutSkin.Core;

/// <summary>Says in sentences what an id means and what it does in an assessment.</summary>
internal sealed class Explainer(ResolvedRuleSet resolved, Assessment assessment)
{
    private readonly RuleSet set = resolved.RuleSet;
    private readonly Localizer localizer = new(resolved.RuleSet, assessment.Culture);

    public Explanation? Explain(string id) =>
        Find(set.Rules, r => r.Id, id) is { } rule ? Of(rule)
        : Find(set.Interventions, i => i.Id, id) is { } intervention ? Of(intervention)
        : Find(set.Factors, f => f.Id, id) is { } factor ? Of(factor)
        : Find(set.Safety, s => s.Id, id) is { } safety ? Of(safety)
        : Find(set.Conditions, c => c.Id, id) is { } condition ? Of(condition)
        : Find(set.Mechanisms, m => m.Id, id) is { } mechanism
            ? new Explanation { Id = id, Kind = "mechanism", Title = mechanism.Name, Lines = Lines(mechanism.Description), Evidence = mechanism.Evidence }
        : Find(set.Evidence, e => e.Id, id) is { } evidence
            ? new Explanation { Id = id, Kind = "evidence", Title = evidence.Title, Lines = Lines(Citation(evidence), evidence.Finding) }
        : null;

    /// <summary>A source in one line.</summary>
    public static string Citation(Evidence evidence)
    {
        var parts = new List<string>();
        if (evidence.Authors is { } authors)
            parts.Add(authors.EndsWith('.') ? authors : authors + ".");
        parts.Add(evidence.Title.Length > 0 && evidence.Title[^1] is '.' or '?' or '!' ? evidence.Title : evidence.Title + ".");
        if (evidence.Journal is { } journal)
            parts.Add(journal + (evidence.Year is null ? "." : ""));
        if (evidence.Year is { } year)
            parts.Add(year.ToString(CultureInfo.InvariantCulture) + ".");
        if (evidence.Doi is { } doi)
            parts.Add("doi:" + doi);
        else if (evidence.Pmid is { } pmid)
            parts.Add("PMID " + pmid);
        return string.Join(' ', parts);
    }

    private static T? Find<T>(ImmutableArray<T> entries, Func<T, string> idOf, string id)
        where T : class => entries.FirstOrDefault(e => idOf(e) == id);

    private static ImmutableArray<string> Lines(params ReadOnlySpan<string?> lines)
    {
        var kept = ImmutableArray.CreateBuilder<string>();
        foreach (string? line in lines)
        {
            if (!string.IsNullOrEmpty(line))
                kept.Add(line);
        }

        return kept.ToImmutable();
    }

    private static string Number(double value, string format = "0.##") => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Name(Certainty certainty) => certainty == Certainty.VeryLow ? "very low" : certainty.ToString().ToLowerInvariant();

    private Explanation Of(ScoringRule rule)
    {
        var effect = rule.Effect;
        string published = string.Create(
            CultureInfo.InvariantCulture,
            $"Effect at full burden: {MeasureName(effect.Measure)} {effect.Value}{(effect.Ci95 is { } ci ? $" (95 % interval {ci.Low} to {ci.High})" : ", no interval published")}, {effect.Basis.ToString().ToLowerInvariant()}.");
        string weight = $"Certainty {Name(rule.Certainty)}: the log odds {Number(effect.LogOdds, "0.###")} count as {Number(resolved.Model.Weigh(effect, rule.Certainty), "0.###")}.";
        var contribution = assessment.Condition(rule.Condition)?.Contributions.FirstOrDefault(c => c.Rule == rule.Id);
        string here =
            rule.Lifecycle == RuleLifecycle.Retired ? "The rule is retired: it is kept for the record and not evaluated."
            : contribution is null ? "It does not apply to this profile: its gate is false."
            : contribution.Informational ? "It is shown and enters no score."
            : !contribution.Counted ? "It is not counted here: a rule that measures partly the same thing counts more."
            : !contribution.Determined ? $"Here it counts {Number(contribution.LogOdds, "0.###")}; answers still missing could make it {Number(contribution.Range.Low, "0.###")} to {Number(contribution.Range.High, "0.###")}."
            : $"Here it counts {Number(contribution.LogOdds, "0.###")} of the condition's log odds.";
        return new Explanation
        {
            Id = rule.Id,
            Kind = "rule",
            Title = localizer.Text("rules", rule.Id, "title", rule.Title),
            Lines = Lines(rule.Rationale, rule.Population is { } p ? $"Studied in: {p}." : null, published, weight, here, rule.Misuse, Against(rule)),
            Evidence = rule.Evidence,
        };
    }

    private static string? Against(ScoringRule rule) =>
        rule.ContradictedBy.Length == 0 ? null : $"Evidence against it: {string.Join(", ", rule.ContradictedBy)}.";

    private Explanation Of(Intervention intervention)
    {
        var lines = new List<string?> { localizer.OptionalText("interventions", intervention.Id, "summary", intervention.Summary) };
        if (assessment.Recommendation(intervention.Id) is not { } recommendation)
        {
            lines.Add("It is not meant for this person: its gate is false.");
        }
        else
        {
            lines.Add(recommendation.Status switch
            {
                RecommendationStatus.Recommended => "It is recommended: nothing known speaks against it.",
                RecommendationStatus.Caution => "It is possible, with a caution to read first.",
                RecommendationStatus.NeedsCheck => $"It is held back until this is answered: {string.Join(", ", recommendation.Ask)}.",
                RecommendationStatus.Deferred => "It is deferred: someone should be seen first.",
                RecommendationStatus.Blocked => "It is blocked.",
                _ => "Nothing that is known suggests that it would change the scores of the concerns.",
            });
            foreach (var effect in recommendation.Effects.Where(e => e.Benefit != 0 || e.Trial is not null))
            {
                lines.Add($"{effect.Condition}: benefit {Number(effect.Benefit, "0.###")} in log odds"
                    + (effect.Trial is { } trial ? $" (trials {Number(trial, "0.###")}, through the factors known {Number(effect.Lever, "0.###")})." : " (through the factors known)."));
            }

            foreach (var finding in recommendation.Safety)
                lines.Add($"{(finding.State == SafetyState.True ? "Holds" : "Not known")}: {finding.Message} ({finding.Rule})");
        }

        return new Explanation
        {
            Id = intervention.Id,
            Kind = "intervention",
            Title = localizer.Text("interventions", intervention.Id, "name", intervention.Name),
            Lines = Lines([.. lines]),
            Evidence = intervention.Evidence,
        };
    }

    private Explanation Of(Factor factor)
    {
        var lines = new List<string?>();
        foreach (var rule in set.Rules.Where(r => r.Factor == factor.Id || r.When?.Factors().Contains(factor.Id) == true))
            lines.Add($"Read by the rule {rule.Id}: {rule.Title}.");
        foreach (var safety in set.Safety.Where(s => s.When.Factors().Contains(factor.Id)))
            lines.Add($"Read by the safety rule {safety.Id}.");
        foreach (var intervention in set.Interventions.Where(i => i.Changes.Any(c => c.Factor == factor.Id)))
            lines.Add($"Changed by {intervention.Id}: {intervention.Name}.");
        foreach (var entry in set.Considered.Where(e => e.Factor == factor.Id))
            lines.Add($"Left out on purpose for {entry.Condition}: {entry.Why}");
        return new Explanation
        {
            Id = factor.Id,
            Kind = "factor",
            Title = localizer.Text("factors", factor.Id, "name", factor.Name),
            Lines = Lines([.. lines]),
            Evidence = factor.Evidence,
        };
    }

    private Explanation Of(SafetyRule rule)
    {
        var flag = assessment.Triage.Flags.Any(f => f.Rule == rule.Id) ? "It is up."
            : assessment.Triage.Unresolved.FirstOrDefault(u => u.Rule == rule.Id) is { } open ? $"It is not yet checked; ask: {string.Join(", ", open.Ask)}."
            : null;
        var held = assessment.Recommendations.Where(r => r.Safety.Any(s => s.Rule == rule.Id)).Select(r => r.Intervention).ToList();
        return new Explanation
        {
            Id = rule.Id,
            Kind = "safety",
            Title = localizer.Text("safety", rule.Id, "message", rule.Message),
            Lines = Lines(
                flag,
                rule.Locked ? "It is locked: no overlay can loosen it." : null,
                held.Count > 0 ? $"Here it is about: {string.Join(", ", held)}." : null),
            Evidence = rule.Evidence,
        };
    }

    private Explanation Of(SkinCondition condition)
    {
        var score = assessment.Condition(condition.Id);
        var lines = new List<string?> { localizer.OptionalText("conditions", condition.Id, "description", condition.Description) };
        if (score is not null)
        {
            lines.Add($"Index {Number(score.Score, "0.#")} of at most {Number(score.Ceiling, "0.#")}, band {score.Band}; answers still missing could make it {Number(score.Interval.Low, "0.#")} to {Number(score.Interval.High, "0.#")}.");
        }

        foreach (var entry in set.Considered.Where(e => e.Condition == condition.Id))
            lines.Add($"Left out on purpose: {entry.Factor}. {entry.Why}");
        return new Explanation
        {
            Id = condition.Id,
            Kind = "condition",
            Title = localizer.Text("conditions", condition.Id, "name", condition.Name),
            Lines = Lines([.. lines]),
            Evidence = condition.Evidence,
        };
    }

    private static string MeasureName(EffectMeasure measure) => measure switch
    {
        EffectMeasure.OddsRatio => "odds ratio",
        EffectMeasure.RiskRatio => "relative frequency",
        EffectMeasure.HazardRatio => "hazard ratio",
        EffectMeasure.StandardizedMeanDifference => "standardized mean difference",
        EffectMeasure.MeanDifference => "mean difference",
        _ => "log odds",
    };
}
