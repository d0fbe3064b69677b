using GutSkin.Core.Values;

namespace GutSkin.Core.Tests.Values;

/// <summary>The library's own sorting gives what the framework's does, of any length and order.</summary>
public class SortingTests
{
    private static readonly int[] Lengths = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 100, 257];

    [Fact]
    public void Numbers_come_in_their_order()
    {
        foreach (int[] numbers in Lists())
        {
            int[] sorted = [.. numbers];
            Sorting.Numbers(sorted);
            sorted.Should().Equal(numbers.Order());
            Sorting.Distinct([.. numbers]).Should().Equal(numbers.Distinct().Order());
        }
    }

    [Fact]
    public void Names_come_in_ordinal_order_and_of_the_same_the_first_one_first()
    {
        foreach (int[] numbers in Lists())
        {
            string[] names = Array.ConvertAll(numbers, Name);
            int[] places = [.. Enumerable.Range(0, names.Length).OrderBy(i => names[i], StringComparer.Ordinal)];
            Sorting.PlacesOf(names).Should().Equal(places);
            Sorting.ById<string>(names, static name => name).Should().Equal(places.Select(i => names[i]));
            string[] distinct = Sorting.Distinct(names);
            distinct.Should().Equal(names.Distinct().Order(StringComparer.Ordinal));
            Sorting.PlacesIn(distinct, [.. names]).Select(place => distinct[place]).Should().Equal(names);
        }
    }

    [Fact]
    public void A_name_is_found_where_it_stands_and_no_other_is()
    {
        foreach (int length in Lengths)
        {
            string[] names = [.. Enumerable.Range(0, length).Select(i => Name(2 * i)).Order(StringComparer.Ordinal)];
            for (int i = 0; i < length; i++)
                Sorting.Find(names, names[i]).Should().Be(i);
            for (int i = 0; i <= length; i++)
                Sorting.Find(names, Name((2 * i) - 1)).Should().Be(-1);
        }
    }

    [Fact]
    public void What_is_given_stays_as_it_is()
    {
        List<int> numbers = [3, 1, 3];
        string[] names = ["b", "a", "b"];
        Sorting.Distinct(numbers).Should().Equal(1, 3);
        Sorting.Distinct(names).Should().Equal("a", "b");
        Sorting.PlacesOf(names).Should().Equal(1, 0, 2);
        numbers.Should().Equal(3, 1, 3);
        names.Should().Equal("b", "a", "b");
    }

    /// <summary>Lists in every order that a merge may meet: rising, falling, all the same, nearly sorted, and mixed.</summary>
    private static IEnumerable<int[]> Lists()
    {
        var random = new Random(20261130);
        foreach (int length in Lengths)
        {
            yield return [.. Enumerable.Range(0, length)];
            yield return [.. Enumerable.Range(0, length).Reverse()];
            yield return [.. Enumerable.Repeat(7, length)];
            yield return [.. Enumerable.Range(0, length).Select(i => i == length / 2 ? -1 : i)];
            for (int i = 0; i < 20; i++)
                yield return [.. Enumerable.Range(0, length).Select(_ => random.Next(1 + (length / (1 + (i % 4)))))];
        }
    }

    // In no language's order: capitals, small letters and letters with marks.
    private static string Name(int number) => "Zaé-"[number & 3] + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
