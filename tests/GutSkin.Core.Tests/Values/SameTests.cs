using System.Collections.Immutable;
using System.Text.Json;
using GutSkin.Core.Values;

namespace GutSkin.Core.Tests.Values;

/// <summary>When two maps of lists say the same, and what no pair of numbers is.</summary>
public class SameTests
{
    private static readonly JsonSerializerOptions Pairs = new() { Converters = { new IntervalPairConverter() } };

    [Fact]
    public void Maps_of_lists_say_the_same_key_by_key_and_element_by_element()
    {
        var map = Map(("a", [1, 2]), ("b", [3]));
        Same.Values(map, Map(("b", [3]), ("a", [1, 2]))).Should().BeTrue();
        Same.Values(map, Map(("a", [1, 2]))).Should().BeFalse("one is missing");
        Same.Values(Map(("a", [1, 2])), map).Should().BeFalse("one is more");
        Same.Values(map, Map(("a", [1, 2]), ("c", [3]))).Should().BeFalse("a key is another");
        Same.Values(map, Map(("a", [2, 1]), ("b", [3]))).Should().BeFalse("the order is another");
        Same.Values(map, Map(("a", [1, 2]), ("b", []))).Should().BeFalse("a list is empty");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[1]")]
    [InlineData("[1, 2, 3]")]
    [InlineData("[1, \"2\"]")]
    [InlineData("{}")]
    [InlineData("1")]
    public void What_is_no_pair_is_no_interval(string json) =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize<Interval>(json, Pairs)).Should().Throw<JsonException>().Which.Message.Should().NotBeEmpty();

    [Theory]
    [InlineData("[1, 2, 3]")]
    [InlineData("{}")]
    [InlineData("1")]
    public void And_is_told_what_one_is(string json) =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize<Interval>(json, Pairs)).Should().Throw<JsonException>().WithMessage("A range is [low, high].*");

    [Fact]
    public void A_pair_is_an_interval() => JsonSerializer.Deserialize<Interval>("[1, 2]", Pairs).Should().Be(new Interval(1, 2));

    private static ImmutableSortedDictionary<string, ImmutableArray<int>> Map(params (string Key, ImmutableArray<int> List)[] entries) =>
        entries.ToImmutableSortedDictionary(e => e.Key, e => e.List, StringComparer.Ordinal);
}
