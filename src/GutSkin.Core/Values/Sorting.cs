namespace GutSkin.Core.Values;

/// <summary>
/// Orders of names and of whole numbers. The framework makes a sorter for each type that it sorts, by reflection, and where a program is
/// compiled ahead for a browser its sorter of numbers is interpreted; a first assessment would wait for that.
/// </summary>
internal static class Sorting
{
    /// <summary>The places of names in their ordinal order; of two that are the same the one that stands first comes first.</summary>
    public static int[] PlacesOf(string[] names)
    {
        int[] places = new int[names.Length];
        for (int i = 0; i < places.Length; i++)
            places[i] = i;
        Sort(places, names);
        return places;
    }

    /// <summary>Entries in the ordinal order of their ids.</summary>
    public static T[] ById<T>(ReadOnlySpan<T> entries, Func<T, string> id)
    {
        string[] ids = new string[entries.Length];
        for (int i = 0; i < ids.Length; i++)
            ids[i] = id(entries[i]);
        var sorted = new T[ids.Length];
        int next = 0;
        foreach (int place in PlacesOf(ids))
            sorted[next++] = entries[place];
        return sorted;
    }

    /// <summary>Names in ordinal order, each once.</summary>
    public static string[] Distinct(string[] names)
    {
        string[] sorted = new string[names.Length];
        int count = 0;
        foreach (int place in PlacesOf(names))
        {
            if (count == 0 || names[place] != sorted[count - 1])
                sorted[count++] = names[place];
        }

        return sorted.AsSpan(0, count).ToArray();
    }

    /// <summary>Where each name stands among the sorted ones.</summary>
    public static int[] PlacesIn(string[] sorted, List<string> names)
    {
        int[] places = new int[names.Count];
        for (int i = 0; i < places.Length; i++)
            places[i] = Find(sorted, names[i]);
        return places;
    }

    /// <summary>Numbers in their order, each once.</summary>
    public static int[] Distinct(List<int> numbers)
    {
        int[] sorted = [.. numbers];
        Sort(sorted, null);
        int count = 0;
        foreach (int number in sorted)
        {
            if (count == 0 || number != sorted[count - 1])
                sorted[count++] = number;
        }

        return sorted.AsSpan(0, count).ToArray();
    }

    /// <summary>Puts numbers in their order.</summary>
    public static void Numbers(int[] numbers) => Sort(numbers, null);

    /// <summary>Where a name stands among those in ordinal order; −1 where it does not.</summary>
    public static int Find(ReadOnlySpan<string> sorted, string name)
    {
        int low = 0, high = sorted.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            int order = string.CompareOrdinal(sorted[middle], name);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return -1;
    }

    /// <summary>Merges ever longer runs: n·log n whatever the order, and next to nothing where it is right already, as it mostly is in a file.</summary>
    /// <param name="numbers">The numbers, or places of names.</param>
    /// <param name="names">The names; null to sort the numbers themselves.</param>
    private static void Sort(int[] numbers, string[]? names)
    {
        int[] from = numbers, to = [];
        for (int length = 1; length < numbers.Length; length *= 2)
        {
            if (IsSorted(from, names))
                break;
            if (to.Length == 0)
                to = new int[numbers.Length];
            for (int start = 0; start < numbers.Length; start += 2 * length)
                Merge(from, to, start, Math.Min(start + length, numbers.Length), Math.Min(start + (2 * length), numbers.Length), names);
            (from, to) = (to, from);
        }

        if (from != numbers)
            from.CopyTo(numbers, 0);
    }

    private static void Merge(int[] from, int[] to, int start, int middle, int end, string[]? names)
    {
        int left = start, right = middle;
        for (int next = start; next < end; next++)
        {
            bool isLeft = left < middle && (right >= end || Compare(from[left], from[right], names) <= 0);
            to[next] = isLeft ? from[left++] : from[right++];
        }
    }

    private static bool IsSorted(int[] numbers, string[]? names)
    {
        for (int i = 1; i < numbers.Length; i++)
        {
            if (Compare(numbers[i - 1], numbers[i], names) > 0)
                return false;
        }

        return true;
    }

    private static int Compare(int a, int b, string[]? names) => names is null ? a.CompareTo(b) : string.CompareOrdinal(names[a], names[b]);
}
