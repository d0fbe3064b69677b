using GutSkin.Core.Values;

namespace GutSkin.Core.Tests.Values;

/// <summary>What an id looks like.</summary>
public class IdsTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("0")]
    [InlineData("diet.fiber")]
    [InlineData("lab.25-oh-vitamin-d")]
    [InlineData("a.1.b-2")]
    public void Words_of_letters_and_digits_in_groups_are_ids(string id) => Ids.IsKebab(id).Should().BeTrue();

    [Theory]
    [InlineData("")]
    [InlineData(".a")]
    [InlineData("-a")]
    [InlineData("a.")]
    [InlineData("a-")]
    [InlineData("a..b")]
    [InlineData("a--b")]
    [InlineData("a.-b")]
    [InlineData("a-.b")]
    [InlineData("a_b")]
    [InlineData("A")]
    [InlineData("a b")]
    [InlineData("ä")]
    [InlineData("a\n")]
    public void All_else_is_none(string id) => Ids.IsKebab(id).Should().BeFalse();

    [Theory]
    [InlineData("diet.fibre", "diet.fiber")]
    [InlineData("deit.fiber", "diet.fiber")]
    [InlineData("acne", "acme", "acne-x")]
    [InlineData("ab", "aa", "ac", "ba")]
    [InlineData("fiber", null, "smoking", "vitamin-d")]
    [InlineData("ab", null, "xyzw")]
    [InlineData("a", null)]
    public void The_nearest_id_is_the_one_of_fewest_changes_and_first_in_order(string id, string? nearest, params string[] others) =>
        Ids.Nearest(id, nearest is null ? others : [.. others, nearest]).Should().Be(nearest);

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void A_long_text_is_no_mistyped_id(int length, bool isFound)
    {
        string id = new('a', length);
        Ids.Nearest(id, [id[1..] + "b"]).Should().Be(isFound ? id[1..] + "b" : null);
    }

    [Theory]
    [InlineData("abcdefghi", "abcdef", true)]
    [InlineData("abcdefghi", "abcde", false)]
    [InlineData("abcdef", "abcdefgh", true)]
    [InlineData("abcdef", "abcdefghi", false)]
    [InlineData("abc", "abd", true)]
    [InlineData("abc", "axy", true)]
    [InlineData("abc", "xyz", false)]
    public void Of_an_id_a_third_of_its_letters_may_be_wrong_and_two_of_a_short_one(string id, string known, bool isNear) =>
        Ids.Nearest(id, [known]).Should().Be(isNear ? known : null);
}
