using System.Collections.Immutable;

namespace GutSkin.Core.RuleSets.Composing;

/// <summary>Which document said each entry of a composed rule set.</summary>
internal static class Provenance
{
    public static IReadOnlyDictionary<EntryKey, ResolvedDocument> Of(
        MergeState state, IReadOnlyList<DocumentScope> scopes, ImmutableArray<ResolvedDocument> documents)
    {
        var byScope = new Dictionary<DocumentScope, ResolvedDocument>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < scopes.Count; i++)
            byScope[scopes[i]] = documents[i];
        var said = new Dictionary<EntryKey, ResolvedDocument>();
        Add(Section.Mechanisms, state.Mechanisms.Entries, e => e.Id);
        Add(Section.Conditions, state.Conditions.Entries, e => e.Id);
        Add(Section.Factors, state.Factors.Entries, e => e.Id);
        Add(Section.Forms, state.Forms.Entries, e => e.Id);
        Add(Section.Derivations, state.Derivations.Entries, e => e.Id);
        Add(Section.Traits, state.Traits.Entries, e => e.Id);
        Add(Section.Evidence, state.Evidence.Entries, e => e.Id);
        Add(Section.Rules, state.Rules.Entries, e => e.Id);
        Add(Section.Interventions, state.Interventions.Entries, e => e.Id);
        Add(Section.Safety, state.Safety.Entries, e => e.Id);
        Add(Section.Screens, state.Screens.Entries, e => e.Id);
        Add(Section.Products, state.Products.Entries, e => e.Id);
        Add(Section.Considered, state.Considered, TextFields.KeyOf);
        return said.AsReadOnly();

        void Add<T>(Section section, IEnumerable<(T Entry, DocumentScope Document)> entries, Func<T, string> idOf)
        {
            foreach (var (entry, document) in entries)
                said[new EntryKey(section.Property(), idOf(entry))] = byScope[document];
        }
    }

    /// <summary>Of a rule set that one document says as a whole.</summary>
    public static IReadOnlyDictionary<EntryKey, ResolvedDocument> Of(RuleSet ruleSet, ResolvedDocument document)
    {
        var said = new Dictionary<EntryKey, ResolvedDocument>();
        Add(Section.Mechanisms, ruleSet.Mechanisms, e => e.Id);
        Add(Section.Conditions, ruleSet.Conditions, e => e.Id);
        Add(Section.Factors, ruleSet.Factors, e => e.Id);
        Add(Section.Forms, ruleSet.Forms, e => e.Id);
        Add(Section.Derivations, ruleSet.Derivations, e => e.Id);
        Add(Section.Traits, ruleSet.Traits, e => e.Id);
        Add(Section.Evidence, ruleSet.Evidence, e => e.Id);
        Add(Section.Rules, ruleSet.Rules, e => e.Id);
        Add(Section.Interventions, ruleSet.Interventions, e => e.Id);
        Add(Section.Safety, ruleSet.Safety, e => e.Id);
        Add(Section.Screens, ruleSet.Screens, e => e.Id);
        Add(Section.Products, ruleSet.Products, e => e.Id);
        Add(Section.Considered, ruleSet.Considered, TextFields.KeyOf);
        return said.AsReadOnly();

        void Add<T>(Section section, ImmutableArray<T> entries, Func<T, string> idOf)
        {
            foreach (var entry in entries)
                said[new EntryKey(section.Property(), idOf(entry))] = document;
        }
    }
}
