using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>
/// Takes the mentions of removed entries out of what earlier documents said, with a warning; where an entry cannot do without
/// the removed one, the removal is an error. Locked safety rules, and what stands in for a removed intervention, keep its id.
/// </summary>
internal sealed class MentionRemoval(MergeState state, Func<Intervention, ImmutableArray<string>> sameSafety)
{
    private readonly HashSet<string> standIns =
        [.. state.Interventions.Entries.SelectMany(e => sameSafety(e.Entry))];

    /// <summary>The composed entries, without the mentions.</summary>
    public RuleSet ApplyTo(RuleSet last) => last with
    {
        Extends = [],
        Remove = StillNamed(),
        Source = null,
        Model = state.Model,
        Mechanisms = state.Mechanisms.Select((e, d) => e with { Evidence = Keep(e.Evidence, Section.Evidence, d, Section.Mechanisms, e.Id) }),
        Conditions = state.Conditions.Select((e, d) => e with { Evidence = Keep(e.Evidence, Section.Evidence, d, Section.Conditions, e.Id) }),
        Factors = state.Factors.Select(Without),
        Evidence = state.Evidence.Select((e, _) => e),
        Rules = state.Rules.Select(Without),
        Interventions = state.Interventions.Select(Without),
        Safety = state.Safety.Select(Without),
        Screens = state.Screens.Select((e, d) =>
        {
            Require(e, d, Section.Screens, e.Id);
            return e with { Factors = Keep(e.Factors, Section.Factors, d, Section.Screens, e.Id) };
        }),
        Considered = [.. state.Considered.Where(c => Stays(c.Entry, c.Document)).Select(c => c.Entry with
        {
            Evidence = Keep(c.Entry.Evidence, Section.Evidence, c.Document, Section.Considered, c.Entry.Factor),
        })],
        Products = state.Products.Select((e, d) => Gone(Section.Interventions, e.Intervention, d, Section.Products, e.Id) ? null : e),
        Texts = state.Texts.ToImmutableSortedDictionary(t => t.Key, t => Without(t.Key, t.Value), StringComparer.Ordinal),
        Tests = [.. state.Tests.Where(t => Stays(t.Entry, t.Document)).Select(t => t.Entry)],
    };

    /// <summary>What is gone and locked rules still name: written down, so that the composed set can be read again.</summary>
    private RuleSetRemovals StillNamed()
    {
        var gone = state.Safety.Entries.Where(s => s.Entry.Locked).SelectMany(s => s.Entry.Interventions).Distinct(StringComparer.Ordinal)
            .Where(id => state.FindRemoval(Section.Interventions, id) is not null
                || (state.TakenOutBefore.Contains(id) && !state.Interventions.Contains(id)))
            .Order(StringComparer.Ordinal).ToImmutableArray();
        return gone.IsEmpty ? RuleSetRemovals.None : RuleSetRemovals.None with { Interventions = gone };
    }

    private Factor Without(Factor factor, DocumentScope document) => factor with
    {
        Evidence = Keep(factor.Evidence, Section.Evidence, document, Section.Factors, factor.Id),
        Reference = factor.Reference is { } reference
            ? reference with { Evidence = Keep(reference.Evidence, Section.Evidence, document, Section.Factors, factor.Id) }
            : null,
    };

    private ScoringRule Without(ScoringRule rule, DocumentScope document)
    {
        Require(rule, document, Section.Rules, rule.Id);
        return rule with
        {
            Mechanisms = Keep(rule.Mechanisms, Section.Mechanisms, document, Section.Rules, rule.Id),
            Evidence = Keep(rule.Evidence, Section.Evidence, document, Section.Rules, rule.Id),
            ContradictedBy = Keep(rule.ContradictedBy, Section.Evidence, document, Section.Rules, rule.Id),
        };
    }

    private Intervention Without(Intervention intervention, DocumentScope document)
    {
        string id = intervention.Id;
        Require(intervention, document, Section.Interventions, id);
        return intervention with
        {
            SameSafetyAs = sameSafety(intervention),
            Mechanisms = Keep(intervention.Mechanisms, Section.Mechanisms, document, Section.Interventions, id),
            Evidence = Keep(intervention.Evidence, Section.Evidence, document, Section.Interventions, id),
            Effects = [.. intervention.Effects
                .Where(e => !Gone(Section.Conditions, e.Condition, document, Section.Interventions, id))
                .Select(e => e with { Evidence = Keep(e.Evidence, Section.Evidence, document, Section.Interventions, id) })],
        };
    }

    /// <summary>A contraindication or caution that was only for removed interventions goes with them.</summary>
    private SafetyRule? Without(SafetyRule rule, DocumentScope document)
    {
        Require(rule, document, Section.Safety, rule.Id);
        if (rule.Locked)
            return rule;
        var targets = rule.Interventions.RemoveAll(t =>
            !standIns.Contains(t) && Gone(Section.Interventions, t, document, Section.Safety, rule.Id));
        if (targets.IsEmpty && !rule.Interventions.IsEmpty)
            return null;
        return rule with
        {
            Interventions = targets,
            Refer = Keep(rule.Refer, Section.Interventions, document, Section.Safety, rule.Id),
            Evidence = Keep(rule.Evidence, Section.Evidence, document, Section.Safety, rule.Id),
        };
    }

    private Texts Without(string culture, Texts texts)
    {
        foreach (var (property, entries) in texts.Sections)
        {
            foreach (string id in entries.Keys)
            {
                if (state.FindRemoval(SectionNames.FromProperty(property), id) is not { } removal)
                    continue;
                removal.Mentions.Add($"texts '{culture}'");
                texts = texts.Without(property, id);
            }
        }

        return texts;
    }

    private bool Stays(ConsideredEntry entry, DocumentScope document) =>
        !Gone(Section.Factors, entry.Factor, document, Section.Considered, entry.Factor)
        && !Gone(Section.Conditions, entry.Condition, document, Section.Considered, entry.Factor);

    /// <summary>A test that mentions a removed entry can say nothing of what is left.</summary>
    private bool Stays(RuleSetTest test, DocumentScope document) =>
        !test.Profile.Observations.Keys.Any(f => Gone(Section.Factors, f, document, Section.Tests, test.Name))
        && !test.Profile.Screened.Any(s => Gone(Section.Screens, s.Screen, document, Section.Tests, test.Name))
        && !test.Profile.Concerns.Concat(test.Scores.Keys).Concat(test.Band.Keys)
            .Any(c => Gone(Section.Conditions, c, document, Section.Tests, test.Name))
        && !test.Recommended.Concat(test.Blocked).Any(i => Gone(Section.Interventions, i, document, Section.Tests, test.Name));

    private ImmutableArray<string> Keep(ImmutableArray<string> ids, Section target, DocumentScope document, Section section, string id) =>
        ids.RemoveAll(mention => Gone(target, mention, document, section, id));

    /// <summary>Whether a later document took the entry out; notes that the mention goes with it.</summary>
    private bool Gone(Section target, string mention, DocumentScope document, Section section, string id)
    {
        if (state.FindRemoval(target, mention) is not { } removal || !removal.ConcernsMentionIn(document))
            return false;
        removal.Mentions.Add($"{section.Noun()} '{id}'");
        return true;
    }

    /// <summary>Notes the removals that an entry cannot bear: of its factor or condition, of what its gate reads, of a locked rule's evidence.</summary>
    private void Require(object entry, DocumentScope document, Section section, string id) =>
        References.Visit(entry, (target, mention, path) =>
        {
            bool isList = (path[^1] is int && !(entry is ScoringRule && target == Section.Factors)) || path is ["effects", _, "condition"];
            if ((isList && entry is not SafetyRule { Locked: true })
                || state.FindRemoval(target, mention) is not { } removal || !removal.ConcernsMentionIn(document))
                return;
            removal.Blockers.Add($"{section.Noun()} '{id}'");
        });
}
