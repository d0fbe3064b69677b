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
        foreach (var section in Sections.WithIds)
        {
            foreach (var (id, document) in state[section]!.Said)
                said[new EntryKey(section.Property(), id)] = byScope[document];
        }

        foreach (var (entry, document) in state.Considered)
            said[new EntryKey(Section.Considered.Property(), TextFields.KeyOf(entry))] = byScope[document];
        return said.AsReadOnly();
    }

    /// <summary>Of a rule set that one document says as a whole.</summary>
    public static IReadOnlyDictionary<EntryKey, ResolvedDocument> Of(RuleSet ruleSet, ResolvedDocument document)
    {
        var said = new Dictionary<EntryKey, ResolvedDocument>();
        foreach (var section in Sections.WithIds)
        {
            foreach (var (id, _) in section.Of(ruleSet))
                said[new EntryKey(section.Property(), id)] = document;
        }

        foreach (var entry in ruleSet.Considered)
            said[new EntryKey(Section.Considered.Property(), TextFields.KeyOf(entry))] = document;
        return said.AsReadOnly();
    }
}
