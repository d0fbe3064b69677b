using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>
/// Translations: texts by section (<c>factors</c>, <c>safety</c> …), entry id and field (<c>name</c>, <c>question</c>, <c>message</c> …) of one culture.
/// </summary>
public sealed class Texts
{
    internal static readonly ImmutableSortedDictionary<string, string> NoCodes =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    internal Texts(ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>> sections) =>
        Sections = sections;

    internal ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>> Sections { get; }

    /// <summary>A text.</summary>
    /// <param name="section">The section, for example <c>factors</c>.</param>
    /// <param name="id">The id of the entry.</param>
    /// <param name="field">The field, for example <c>name</c>.</param>
    /// <returns>The text; null where there is none.</returns>
    public string? Find(string section, string id, string field) =>
        Sections.TryGetValue(section, out var entries) && entries.TryGetValue(id, out var fields)
            && fields.TryGetValue(field, out string? text) ? text : null;

    /// <summary>These texts with those of a later document over them, entry by entry and field by field.</summary>
    internal Texts MergedWith(Texts later)
    {
        var sections = Sections;
        foreach (var (section, entries) in later.Sections)
        {
            var merged = sections.TryGetValue(section, out var mine) ? mine : Empty;
            foreach (var (id, fields) in entries)
                merged = merged.SetItem(id, merged.TryGetValue(id, out var old) ? old.SetItems(fields) : fields);
            sections = sections.SetItem(section, merged);
        }

        return new Texts(sections);
    }

    /// <summary>These texts without an entry.</summary>
    internal Texts Without(string section, string id) =>
        Sections.TryGetValue(section, out var entries) && entries.ContainsKey(id)
            ? new Texts(Sections.SetItem(section, entries.Remove(id)))
            : this;

    private static readonly ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Empty =
        ImmutableSortedDictionary.Create<string, ImmutableSortedDictionary<string, string>>(StringComparer.Ordinal);
}
