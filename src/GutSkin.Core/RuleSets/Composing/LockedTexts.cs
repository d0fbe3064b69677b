using System.Collections.Immutable;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;

namespace GutSkin.Core.RuleSets.Composing;

/// <summary>
/// The words of locked rules, of what they read, of the screens that ask for it and of the referrals they name: no overlay replaces one in
/// a language that has one. The words of the entries themselves count as English; a culture has what its parents have.
/// </summary>
internal sealed class LockedTexts(MergeState state, LockedSafety locked)
{
    private const string OwnLanguage = "en";

    /// <summary>Reports every text that a document replaces so.</summary>
    public void Check(DocumentScope document)
    {
        foreach (var (culture, texts) in document.RuleSet.Texts)
        {
            var known = Chain(culture);
            bool isOwn = culture.Equals(OwnLanguage, StringComparison.OrdinalIgnoreCase)
                || culture.StartsWith(OwnLanguage + "-", StringComparison.OrdinalIgnoreCase);
            foreach (var (property, entries) in texts.Sections)
            {
                foreach (var (id, fields) in entries)
                {
                    var section = Sections.FromProperty(property);
                    if (locked.ReasonFor(section, id) is not { } why || OwnText(section, id) is not { } own)
                        continue;
                    foreach (var (field, text) in fields)
                        Check(document.Root, culture, known, isOwn, (property, id, field), text, own(field), why);
                }
            }
        }
    }

    private static void Check(
        EntryScope root, string culture, List<Texts> known, bool isOwn, (string Section, string Id, string Field) at, string text, string? own, string why)
    {
        string? before = known.Select(t => t.Find(at.Section, at.Id, at.Field)).FirstOrDefault(t => t is not null) ?? (isOwn ? own : null);
        if (before == text || (before is null && own is not null))
            return;
        root.Report(
            DiagnosticCodes.LockedTextReplaced,
            before is null
                ? $"'{at.Id}' has no '{at.Field}' of its own that '{culture}' could translate, and {why}."
                : $"The '{at.Field}' of '{at.Id}' cannot be replaced in '{culture}': {why}.",
            null,
            [.. (object[])["texts", culture, at.Section, at.Id], .. TextFields.PathOf(at.Field)]);
    }

    /// <summary>The texts that readers of a culture have seen so far, the nearest first; cultures differ by more than their case.</summary>
    private List<Texts> Chain(string culture)
    {
        var chain = new List<Texts>();
        for (string? name = culture; !string.IsNullOrEmpty(name); name = name.LastIndexOf('-') is var dash and >= 0 ? name[..dash] : null)
            chain.AddRange(state.Texts.Where(t => t.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(t => t.Value));
        return chain;
    }

    /// <summary>What an entry says in a field itself; null where there is no such entry.</summary>
    private Func<string, string?>? OwnText(Section section, string id) => section switch
    {
        Section.Safety when state.Safety.TryGet(id, out var rule) => field => field == "message" ? rule.Message : null,
        Section.Screens when state.Screens.TryGet(id, out var screen) => field => field == "title" ? screen.Title : null,
        Section.Interventions when state.Interventions.TryGet(id, out var referral) => field => field switch
        {
            "name" => referral.Name,
            "summary" => referral.Summary,
            _ => null,
        },
        Section.Factors when state.Factors.TryGet(id, out var factor) => field => field switch
        {
            "name" => factor.Name,
            "question" => factor.Question,
            "hint" => factor.Hint,
            _ => TextFields.PathOf(field) is [TextFields.Labels, string choice] ? factor.Labels.GetValueOrDefault(choice, choice) : null,
        },
        _ => null,
    };
}
