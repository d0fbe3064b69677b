using System.Collections.Immutable;
using System.Globalization;

namespace GutSkin.Core.RuleSets;

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
