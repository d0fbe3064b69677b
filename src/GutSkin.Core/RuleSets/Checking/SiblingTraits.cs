using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets.Composing;

namespace GutSkin.Core.RuleSets.Checking;

/// <summary>
/// Traits that safety rules are for, and that all but one of those have that share its category or a change: a trait forgotten is a rule
/// that does not reach.
/// </summary>
internal static class SiblingTraits
{
    // Two that agree may do so by chance.
    private const int LeastSiblings = 3;

    public static void Check(MergeState state)
    {
        var aimedAt = state.Safety.Entries.SelectMany(s => s.Entry.Traits).ToHashSet(StringComparer.Ordinal);
        if (aimedAt.Count == 0)
            return;
        var groups = new Dictionary<(string Kind, string Name), List<(Intervention Entry, DocumentScope Document)>>();
        foreach (var each in state.Interventions.Entries)
        {
            Add(("category", each.Entry.Category), each);
            foreach (string move in each.Entry.Changes.Select(c => $"{c.Factor}{(c.AtLeast is not null ? " up" : c.AtMost is not null ? " down" : "")}").Distinct())
                Add(("change", move), each);
        }

        foreach (var ((kind, name), members) in groups)
        {
            if (members.Count <= LeastSiblings)
                continue;
            foreach (var trait in members.SelectMany(m => m.Entry.Traits.Distinct()).Where(aimedAt.Contains).GroupBy(t => t))
            {
                if (trait.Count() != members.Count - 1)
                    continue;
                var (odd, document) = members.Find(m => !m.Entry.Traits.Contains(trait.Key));
                var scope = document.Entry(Section.Interventions, odd.Id, odd);
                if (!scope.IsBroken("traits"))
                    scope.Report(
                        DiagnosticCodes.TraitSuggested,
                        $"{scope.Name} has not the trait '{trait.Key}', which all others of its {kind} '{name}' have.", null, odd.Traits.IsEmpty ? "id" : "traits");
            }
        }

        void Add((string, string) key, (Intervention, DocumentScope) member)
        {
            if (!groups.TryGetValue(key, out var members))
                groups.Add(key, members = []);
            members.Add(member);
        }
    }
}
