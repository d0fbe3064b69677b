using System.Collections.Immutable;

namespace GutSkin.Core;

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
        Add(Section.Evidence, state.Evidence.Entries, e => e.Id);
        Add(Section.Rules, state.Rules.Entries, e => e.Id);
        Add(Section.Interventions, state.Interventions.Entries, e => e.Id);
        Add(Section.Safety, state.Safety.Entries, e => e.Id);
        Add(Section.Screens, state.Screens.Entries, e => e.Id);
        Add(Section.Products, state.Products.Entries, e => e.Id);
        Add(Section.Considered, state.Considered, e => $"{e.Factor}/{e.Condition}");
        return said.AsReadOnly();

        void Add<T>(Section section, IEnumerable<(T Entry, DocumentScope Document)> entries, Func<T, string> idOf)
        {
            foreach (var (entry, document) in entries)
                said[new EntryKey(section.Property(), idOf(entry))] = byScope[document];
        }
    }
}
