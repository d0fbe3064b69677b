using System.Collections.Immutable;

namespace GutSkin.Core.RuleSets.Composing;

/// <summary>
/// The head of a composed rule set: that of the last document, with the intended use and the disclaimer of the last that gives one, in
/// every language in which that one has it.
/// </summary>
internal static class RuleSetHead
{
    private const string Disclaimer = "disclaimer";

    /// <summary>The section of texts for the rule set itself.</summary>
    public const string Section = "ruleSet";

    /// <summary>The last document with what it keeps of those before it.</summary>
    /// <param name="documents">The documents in the order of application, without classes; at least one.</param>
    public static RuleSet Of(IReadOnlyList<DocumentScope> documents)
    {
        var last = documents[^1].RuleSet;
        return last with
        {
            IntendedUse = documents.LastOrDefault(d => d.RuleSet.IntendedUse is not null)?.RuleSet.IntendedUse,
            Disclaimer = documents.LastOrDefault(d => d.RuleSet.Disclaimer is not null)?.RuleSet.Disclaimer,
        };
    }

    /// <summary>The merged texts with the rule set's own under the id of the last document.</summary>
    public static ImmutableSortedDictionary<string, Texts> Texts(
        ImmutableSortedDictionary<string, Texts> merged, IReadOnlyList<DocumentScope> documents)
    {
        var last = documents[^1].RuleSet;
        var disclaimers = Disclaimers(documents);
        foreach (var (culture, texts) in merged)
        {
            if (!texts.Sections.TryGetValue(Section, out var entries))
                continue;
            var own = last.Texts.TryGetValue(culture, out var its) && its.Sections.TryGetValue(Section, out var lastEntries)
                ? lastEntries.GetValueOrDefault(last.Id, Core.RuleSets.Texts.NoCodes)
                : Core.RuleSets.Texts.NoCodes;
            if (disclaimers.TryGetValue(culture, out string? disclaimer))
                own = own.SetItem(Disclaimer, disclaimer);
            var kept = own.IsEmpty ? entries.Clear() : entries.Clear().Add(last.Id, own);
            if (!(kept.Count == entries.Count && entries.TryGetValue(last.Id, out var same) && same.SequenceEqual(own)))
                merged = merged.SetItem(culture, new Texts(kept.IsEmpty ? texts.Sections.Remove(Section) : texts.Sections.SetItem(Section, kept)));
        }

        return merged;
    }

    /// <summary>The disclaimer in each culture: a document that gives one anew speaks for no earlier one's translations.</summary>
    private static Dictionary<string, string> Disclaimers(IReadOnlyList<DocumentScope> documents)
    {
        var disclaimers = new Dictionary<string, string>(StringComparer.Ordinal);
        var ids = new List<string>();
        foreach (var document in documents)
        {
            var set = document.RuleSet;
            ids.Insert(0, set.Id);
            if (set.Disclaimer is not null)
            {
                disclaimers.Clear();
                ids = [set.Id];
            }

            foreach (var (culture, texts) in set.Texts)
            {
                if (ids.Select(id => texts.Find(Section, id, Disclaimer)).FirstOrDefault(t => t is not null) is { } disclaimer)
                    disclaimers[culture] = disclaimer;
            }
        }

        return disclaimers;
    }
}
