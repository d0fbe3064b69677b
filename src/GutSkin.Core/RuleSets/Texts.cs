using System.Collections.Immutable;
using System.Globalization;
using GutSkin.Core.Values;

namespace GutSkin.Core.RuleSets;

/// <summary>
/// Translations: texts by section (<c>factors</c>, <c>safety</c> …), entry id and field (<c>name</c>, <c>question</c>, <c>message</c> …) of one culture.
/// </summary>
public sealed class Texts : IEquatable<Texts>
{
    internal static readonly ImmutableSortedDictionary<string, string> NoCodes =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    internal Texts(ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>> sections) =>
        Sections = sections;

    internal ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>> Sections { get; }

    /// <summary>A text.</summary>
    /// <param name="section">The section, for example <c>factors</c>.</param>
    /// <param name="id">The id of the entry.</param>
    /// <param name="field">
    /// The field, for example <c>name</c>; with a path for the label of a choice (<c>labels.daily</c>) and for the words of an
    /// indication (<c>indications.0</c>) or a trial (<c>effects.0.outcome</c>), counted as in the entry.
    /// </param>
    /// <returns>The text; null where there is none.</returns>
    public string? Find(string section, string id, string field) =>
        Sections.TryGetValue(section, out var entries) && entries.TryGetValue(id, out var fields)
            && fields.TryGetValue(field, out string? text) && text.Length > 0 ? text : null;

    /// <inheritdoc/>
    public bool Equals(Texts? other) => other is not null && Sections.Count == other.Sections.Count
        && Sections.Zip(other.Sections).All(s => s.First.Key == s.Second.Key && s.First.Value.Count == s.Second.Value.Count
            && s.First.Value.Zip(s.Second.Value).All(e => e.First.Key == e.Second.Key && Same.Values(e.First.Value, e.Second.Value)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Texts);

    /// <inheritdoc/>
    public override int GetHashCode() => Sections.Count;

    /// <summary>One text.</summary>
    internal static Texts Of(string section, string id, string field, string text) => new(
        ImmutableSortedDictionary.Create<string, ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>>(StringComparer.Ordinal)
            .Add(section, Empty.Add(id, NoCodes.Add(field, text))));

    /// <summary>These texts with those of a later document over them, entry by entry and field by field.</summary>
    internal Texts MergedWith(Texts later)
    {
        var sections = Sections;
        foreach (var (section, entries) in later.Sections)
        {
            var merged = sections.TryGetValue(section, out var mine) ? mine : Empty;
            foreach (var (id, fields) in entries)
                merged = merged.SetItem(id, merged.TryGetValue(id, out var old) ? TextFields.Merge(old, fields) : fields);
            sections = sections.SetItem(section, merged);
        }

        return new Texts(sections);
    }

    /// <summary>These texts without an entry.</summary>
    internal Texts Without(string section, string id) =>
        Sections.TryGetValue(section, out var entries) && entries.ContainsKey(id)
            ? new Texts(Sections.SetItem(section, entries.Remove(id)))
            : this;

    /// <summary>The entries of a section.</summary>
    internal ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> EntriesOf(string section) => Sections.GetValueOrDefault(section, Empty);

    /// <summary>These texts with other fields of an entry that has some.</summary>
    internal Texts With(string section, string id, ImmutableSortedDictionary<string, string> fields) =>
        new(Sections.SetItem(section, Sections[section].SetItem(id, fields)));

    /// <summary>These texts without the lists that mirror those of an entry: another has taken its place.</summary>
    internal Texts WithoutLists(string section, string id) =>
        Sections.TryGetValue(section, out var entries) && entries.TryGetValue(id, out var fields)
            ? new Texts(Sections.SetItem(section, entries.SetItem(id, TextFields.WithoutLists(fields))))
            : this;

    private static readonly ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Empty =
        ImmutableSortedDictionary.Create<string, ImmutableSortedDictionary<string, string>>(StringComparer.Ordinal);
}

/// <summary>
/// The fields of a translated entry. Most are a name; the labels of choices and the lists that mirror those of an entry have a path:
/// <c>labels.daily</c>, <c>indications.0</c>, <c>effects.0.outcome</c>.
/// </summary>
internal static class TextFields
{
    public const string Labels = "labels";
    public const string Indications = "indications";
    public const string Effects = "effects";

    /// <summary>What a considered entry is called in texts.</summary>
    public static string KeyOf(ConsideredEntry entry) => $"{entry.Factor}/{entry.Condition}";

    /// <summary>How many elements a mirrored list has; 0 where there is none.</summary>
    public static int CountOf(ImmutableSortedDictionary<string, string> fields, string list)
    {
        int count = 0;
        foreach (string field in fields.Keys)
        {
            if (PathOf(field) is [string name, int index, ..] && name == list)
                count = Math.Max(count, index + 1);
        }

        return count;
    }

    /// <summary>The place of a field below its entry: its name, or the steps of its path.</summary>
    public static object[] PathOf(string field)
    {
        if (field.StartsWith(Labels + ".", StringComparison.Ordinal))
            return [Labels, field[(Labels.Length + 1)..]];
        string[] steps = field.Split('.');
        if (steps.Length < 2 || steps[0] is not (Indications or Effects)
            || !int.TryParse(steps[1], NumberStyles.None, CultureInfo.InvariantCulture, out int index))
            return [field];
        return steps.Length == 2 ? [steps[0], index] : [steps[0], index, string.Join('.', steps[2..])];
    }

    /// <summary>The fields without the mirrored lists: those of an entry that a later document replaced would speak of others.</summary>
    public static ImmutableSortedDictionary<string, string> WithoutLists(ImmutableSortedDictionary<string, string> fields) =>
        fields.RemoveRange(fields.Keys.Where(f => PathOf(f) is [_, int, ..]).ToList());

    /// <summary>The fields with those of a later document over them: a list is replaced whole.</summary>
    public static ImmutableSortedDictionary<string, string> Merge(
        ImmutableSortedDictionary<string, string> before, ImmutableSortedDictionary<string, string> later)
    {
        var replaced = later.Keys.Select(PathOf).Where(p => p is [_, int, ..]).Select(p => (string)p[0]).ToHashSet();
        return before.RemoveRange(before.Keys.Where(f => PathOf(f) is [string list, int, ..] && replaced.Contains(list)).ToList()).SetItems(later);
    }
}
