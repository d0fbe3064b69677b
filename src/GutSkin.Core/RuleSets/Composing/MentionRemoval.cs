using System.Collections.Immutable;

namespace GutSkin.Core.RuleSets.Composing;

/// <summary>
/// Takes the mentions of removed entries out of what earlier documents said, with a warning; where an entry cannot do without
/// the removed one, the removal is an error. Locked safety rules, and what stands in for a removed intervention, keep its id.
/// </summary>
internal sealed class MentionRemoval(MergeState state, SafetyInheritance inheritance)
{
    private readonly HashSet<string> standIns =
        [.. state.Interventions.Entries.SelectMany(e => inheritance.Of(e.Entry))];

    /// <summary>The composed entries, without the mentions.</summary>
    public RuleSet ApplyTo(RuleSet last) => last with
    {
        Extends = [],
        Remove = StillNamed(),
        Source = null,
        Model = state.Model,
        Mechanisms = state.Mechanisms.Select((e, d) => e with { Evidence = Keep(e.Evidence, Section.Evidence, d, Section.Mechanisms, e.Id) }),
        Conditions = state.Conditions.Select((e, d) => e with
        {
            Presence = e.Presence is { } presence && Gone(Section.Factors, presence, d, Section.Conditions, e.Id) ? null : e.Presence,
            Evidence = Keep(e.Evidence, Section.Evidence, d, Section.Conditions, e.Id),
        }),
        Factors = state.Factors.Select(Without),
        Forms = state.Forms.Select((e, d) => e with { Items = Keep(e.Items, Section.Factors, d, Section.Forms, e.Id) }),
        Derivations = state.Derivations.Select(Without),
        Traits = state.Traits.Select((e, _) => e),
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
        Products = state.Products.Select(Without),
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

    private Factor Without(Factor factor, DocumentScope document)
    {
        Require(factor, document, Section.Factors, factor.Id);
        return WithoutEvidence(factor, document);
    }

    private Factor WithoutEvidence(Factor factor, DocumentScope document) => factor with
    {
        Evidence = Keep(factor.Evidence, Section.Evidence, document, Section.Factors, factor.Id),
        References =
        [
            .. factor.References.Select(r => r.Evidence.IsEmpty
                ? r
                : r with { Evidence = Keep(r.Evidence, Section.Evidence, document, Section.Factors, factor.Id) }),
        ],
    };

    /// <summary>A derivation goes with the factor it fills.</summary>
    private Derivation? Without(Derivation derivation, DocumentScope document)
    {
        if (Gone(Section.Factors, derivation.Factor, document, Section.Derivations, derivation.Id))
            return null;
        Require(derivation, document, Section.Derivations, derivation.Id);
        return derivation with
        {
            Form = derivation.Form is { } form && Gone(Section.Forms, form, document, Section.Derivations, derivation.Id) ? null : derivation.Form,
            Items = Keep(derivation.Items, Section.Factors, document, Section.Derivations, derivation.Id),
            Evidence = Keep(derivation.Evidence, Section.Evidence, document, Section.Derivations, derivation.Id),
        };
    }

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
            SameSafetyAs = inheritance.Of(intervention),
            Changes = [.. intervention.Changes.Select(c => c.Evidence.IsEmpty
                ? c
                : c with { Evidence = Keep(c.Evidence, Section.Evidence, document, Section.Interventions, id) })],
            Traits = Keep(intervention.Traits, Section.Traits, document, Section.Interventions, id),
            VariantOf = intervention.VariantOf is { } parent && Gone(Section.Interventions, parent, document, Section.Interventions, id)
                ? null
                : intervention.VariantOf,
            Indications = [.. intervention.Indications
                .Where(e => e.Condition is not { } condition || !Gone(Section.Conditions, condition, document, Section.Interventions, id))
                .Select(e => e with { Evidence = Keep(e.Evidence, Section.Evidence, document, Section.Interventions, id) })],
            Mechanisms = Keep(intervention.Mechanisms, Section.Mechanisms, document, Section.Interventions, id),
            Evidence = Keep(intervention.Evidence, Section.Evidence, document, Section.Interventions, id),
            Effects = [.. intervention.Effects
                .Where(e => !Gone(Section.Conditions, e.Condition, document, Section.Interventions, id))
                .Select(e => e with { Evidence = Keep(e.Evidence, Section.Evidence, document, Section.Interventions, id) })],
        };
    }

    /// <summary>A contraindication or caution that was only for what was removed goes with them.</summary>
    private SafetyRule? Without(SafetyRule rule, DocumentScope document)
    {
        Require(rule, document, Section.Safety, rule.Id);
        if (rule.Locked)
            return inheritance.AddedTo(rule) is { Count: > 0 } added ? rule with { Interventions = rule.Interventions.AddRange(added) } : rule;
        var targets = rule.Interventions.RemoveAll(t =>
            !standIns.Contains(t) && Gone(Section.Interventions, t, document, Section.Safety, rule.Id));
        var traits = Keep(rule.Traits, Section.Traits, document, Section.Safety, rule.Id);
        var movements = rule.Movements.RemoveAll(m => Gone(Section.Factors, m.Factor, document, Section.Safety, rule.Id));
        if (targets.IsEmpty && traits.IsEmpty && movements.IsEmpty && !(rule.Interventions.IsEmpty && rule.Traits.IsEmpty && rule.Movements.IsEmpty))
            return null;
        return rule with
        {
            Interventions = targets,
            Traits = traits,
            Movements = movements,
            Refer = Keep(rule.Refer, Section.Interventions, document, Section.Safety, rule.Id),
            Evidence = Keep(rule.Evidence, Section.Evidence, document, Section.Safety, rule.Id),
        };
    }

    /// <summary>A product goes with what it serves. A factor that speaks against it cannot go: nobody would be warned any more.</summary>
    private Product? Without(Product product, DocumentScope document)
    {
        if (Gone(Section.Interventions, product.Intervention, document, Section.Products, product.Id))
            return null;
        Require(product, document, Section.Products, product.Id);
        return product;
    }

    private Texts Without(string culture, Texts texts)
    {
        foreach (var (property, entries) in texts.Sections)
        {
            foreach (string id in entries.Keys)
            {
                if (state.FindRemoval(Sections.FromProperty(property), id) is not { } removal)
                    continue;
                removal.Mentions.Add($"texts '{culture}'");
                texts = texts.Without(property, id);
            }
        }

        return TextsOfWhatIsLeft(texts);
    }

    /// <summary>Texts without those of choices, bands and considered entries that a later document did not keep.</summary>
    private Texts TextsOfWhatIsLeft(Texts texts)
    {
        foreach (var (id, fields) in texts.EntriesOf(Section.Factors.Property()))
        {
            if (state.Factors.TryGet(id, out var factor)
                && fields.Keys.Where(f => TextFields.PathOf(f) is [TextFields.Labels, string choice] && factor.IndexOfChoice(choice) < 0).ToList() is { Count: > 0 } gone)
                texts = texts.With(Section.Factors.Property(), id, fields.RemoveRange(gone));
        }

        var bands = (state.Model?.Bands ?? ScoringModel.Default.Bands).Select(b => b.Name).ToHashSet(StringComparer.Ordinal);
        foreach (string band in texts.EntriesOf("bands").Keys.Where(b => !bands.Contains(b)))
            texts = texts.Without("bands", band);
        var considered = state.Considered.Select(c => TextFields.KeyOf(c.Entry)).ToHashSet(StringComparer.Ordinal);
        foreach (string key in texts.EntriesOf(Section.Considered.Property()).Keys.Where(k => !considered.Contains(k)))
            texts = texts.Without(Section.Considered.Property(), key);
        return texts;
    }

    private bool Stays(ConsideredEntry entry, DocumentScope document) =>
        !Gone(Section.Factors, entry.Factor, document, Section.Considered, entry.Factor)
        && !Gone(Section.Conditions, entry.Condition, document, Section.Considered, entry.Factor);

    /// <summary>A test that mentions a removed entry can say nothing of what is left.</summary>
    private bool Stays(RuleSetTest test, DocumentScope document) =>
        !test.Profile.Observations.Keys.Concat(test.Derived.Keys).Concat(test.Profile.Screened.SelectMany(s => s.Items ?? [])).Any(f => Gone(Section.Factors, f, document, Section.Tests, test.Name))
        && !test.Profile.Screened.Any(s => Gone(Section.Screens, s.Screen, document, Section.Tests, test.Name))
        && !test.Profile.Concerns.Concat(test.Scores.Keys).Concat(test.Band.Keys)
            .Any(c => Gone(Section.Conditions, c, document, Section.Tests, test.Name))
        && !test.Flags.Concat(test.NoFlags).Concat(test.Cautions.Values.SelectMany(c => c))
            .Any(s => Gone(Section.Safety, s, document, Section.Tests, test.Name))
        && !test.Recommended.Concat(test.Blocked).Concat(test.First).Concat(test.NotSuggested).Concat(test.Status.Keys).Concat(test.Cautions.Keys).Any(i => Gone(Section.Interventions, i, document, Section.Tests, test.Name));

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
            bool canGo = (path[^1] is int && !(entry is ScoringRule or Product && target == Section.Factors))
                || path is ["effects" or "indications", _, "condition"] or ["variantOf"] or ["form"] or ["intervention"] or ["movements", _, "factor"];
            if ((canGo && entry is not SafetyRule { Locked: true })
                || state.FindRemoval(target, mention) is not { } removal || !removal.ConcernsMentionIn(document))
                return;
            removal.Blockers.Add($"{section.Noun()} '{id}'");
        });
}
