using System.Collections.Immutable;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Values;

namespace GutSkin.Core.RuleSets.Composing;

/// <summary>Lays documents over each other, entry by entry, and holds each to what is locked.</summary>
internal sealed class RuleSetMerger(bool incomplete)
{
    /// <summary>What the documents applied so far amount to.</summary>
    public MergeState State { get; } = new();

    /// <summary>Applies the next document.</summary>
    public void Apply(DocumentScope document)
    {
        var locked = new LockedSafety(State);
        locked.CheckTexts(document);
        Remove(document, locked);
        var ruleSet = document.RuleSet;
        Put(document, Section.Mechanisms, ruleSet.Mechanisms, State.Mechanisms, e => e.Id, (_, _) => true);
        Put(document, Section.Conditions, ruleSet.Conditions, State.Conditions, e => e.Id, (_, _) => true);
        Put(document, Section.Forms, ruleSet.Forms, State.Forms, e => e.Id, (_, _) => true);
        Put(document, Section.Derivations, ruleSet.Derivations, State.Derivations, e => e.Id, locked.Allows);
        Put(document, Section.Traits, ruleSet.Traits, State.Traits, e => e.Id, (_, _) => true);
        Put(document, Section.Evidence, ruleSet.Evidence, State.Evidence, e => e.Id, (_, _) => true);
        Put(document, Section.Rules, ruleSet.Rules, State.Rules, e => e.Id, AllowsClass);
        Put(document, Section.Products, ruleSet.Products, State.Products, e => e.Id, (_, _) => true);
        Put(document, Section.Factors, ruleSet.Factors, State.Factors, e => e.Id, locked.Allows);
        Put(document, Section.Screens, ruleSet.Screens, State.Screens, e => e.Id, locked.Allows);
        Put(document, Section.Safety, ruleSet.Safety, State.Safety, e => e.Id, locked.Allows);
        var accepted = new List<Intervention>();
        Put(document, Section.Interventions, ruleSet.Interventions, State.Interventions, e => e.Id, (scope, entry) =>
        {
            bool allowed = locked.Allows(scope, entry);
            if (allowed)
            {
                accepted.Add(entry);
                if (State.Interventions.Contains(entry.Id))
                    State.Texts = State.Texts.ToImmutableSortedDictionary(
                        t => t.Key, t => t.Value.WithoutLists(Section.Interventions.Property(), entry.Id), StringComparer.Ordinal);
            }

            return allowed;
        });
        foreach (var entry in accepted)
        {
            if (!State.Versions.TryGetValue(entry.Id, out var versions))
                State.Versions.Add(entry.Id, versions = []);
            versions.Add(new InterventionVersion(entry, document));
        }

        locked.CheckKept(document);
        PutConsidered(document);
        foreach (var test in ruleSet.Tests)
            State.Tests.Add((test, document));
        if (ruleSet.Model is { } model)
            State.Model = State.Model is { } before ? before.MergedWith(model) : model;
        foreach (var (culture, texts) in ruleSet.Texts)
            State.Texts = State.Texts.SetItem(culture, State.Texts.TryGetValue(culture, out var before) ? before.MergedWith(texts) : texts);
    }

    private void Put<T>(
        DocumentScope document, Section section, IReadOnlyList<T> entries, MergedSection<T> into, Func<T, string> idOf, Func<EntryScope, T, bool> allows)
        where T : class
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            string id = idOf(entry);
            if (id.Length == 0)
                continue;
            var scope = document.Entry(section, id, entry);
            bool isFirst = seen.Add(id);
            if (!isFirst)
                scope.Report(DiagnosticCodes.DuplicateId, $"The {section.Noun()} '{id}' is there twice.", null, "id");
            if (isFirst && allows(scope, entry))
                into.Put(entry, document);
            else
                State.Refused.Add(entry);
        }
    }

    /// <summary>A class replaces nothing: what a document says and no longer counts would be hard to see.</summary>
    private bool AllowsClass(EntryScope scope, ScoringRule rule)
    {
        if (!scope.Document.IsClass || !State.Rules.Contains(rule.Id))
            return true;
        scope.Report(
            DiagnosticCodes.DuplicateId, $"There is a rule '{rule.Id}' already.",
            "Give the class an id of its own, or remove the other rule with an overlay.", "id");
        return false;
    }

    private void PutConsidered(DocumentScope document)
    {
        var pairs = document.RuleSet.Considered.Select(c => (c.Factor, c.Condition)).ToHashSet();
        State.Considered.RemoveAll(c => pairs.Contains((c.Entry.Factor, c.Entry.Condition)));
        foreach (var entry in document.RuleSet.Considered)
            State.Considered.Add((entry, document));
    }

    /// <summary>Whether a rule set that builds on nothing says of what its own locked rules name that it is gone.</summary>
    private static bool WasTakenOutBefore(RuleSet ruleSet, string id) =>
        ruleSet.Extends.IsEmpty && ruleSet.Safety.Any(s => s.Locked && s.Interventions.Contains(id)) && ruleSet.Interventions.All(i => i.Id != id);

    private void Remove(DocumentScope document, LockedSafety locked)
    {
        foreach (var section in Sections.WithIds)
        {
            var ids = document.RuleSet.Remove.In(section);
            for (int i = 0; i < ids.Length; i++)
            {
                string id = ids[i];
                if (document.Root.IsBroken("remove", section.Property(), i))
                    continue;
                if (!State.Contains(section, id))
                {
                    if (section == Section.Interventions && WasTakenOutBefore(document.RuleSet, id))
                        State.TakenOutBefore.Add(id);
                    else if (!incomplete)
                        document.Root.Report(
                            DiagnosticCodes.RemovedIdUnknown, $"No extended rule set has a {section.Noun()} '{id}'.",
                            Ids.HintFor(id, State.Ids(section), document.Bag.Hints), "remove", section.Property(), i);
                }
                else if (locked.AllowsRemoval(document.Root, section, id, i))
                {
                    State.Remove(new Removal(section, id, document, i));
                }
            }
        }
    }
}

/// <summary>An entry that a document took out, and who mentioned it.</summary>
internal sealed record Removal(Section Section, string Id, DocumentScope Document, int Index)
{
    /// <summary>Entries that lost a mention.</summary>
    public List<string> Mentions { get; } = [];

    /// <summary>Entries that cannot do without it.</summary>
    public List<string> Blockers { get; } = [];

    /// <summary>Whether an entry of a document said before the removal mentions it, so that the removal has to answer for it.</summary>
    public bool ConcernsMentionIn(DocumentScope mentioning) => mentioning.Order < Document.Order;
}

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
