using GutSkin.Core.RuleSets;
using GutSkin.Core.Words;

namespace GutSkin.Core.Tests.Words;

public sealed class NumberWordsTests
{
    private static readonly NumberWords English = new(WordTable.English, ScoringModel.Default);
    private static readonly NumberWords German = new(WordTable.German, ScoringModel.Default);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(9.4, "9")]
    [InlineData(9.6, "9")]
    [InlineData(9.9999, "9")]
    [InlineData(10, "10")]
    [InlineData(13.5, "14")]
    [InlineData(24.99, "24")]
    [InlineData(49.7, "49")]
    [InlineData(50.4, "50")]
    [InlineData(99.8, "100")]
    public void An_index_is_rounded_down_at_the_edge_of_a_band(double score, string expected) => English.Index(score).Should().Be(expected);

    [Fact]
    public void Two_ends_that_read_the_same_are_one_number()
    {
        English.Index(new Interval(3.1, 3.4)).Should().Be("3");
        English.Index(new Interval(3.1, 12)).Should().Be("3 to 12");
        German.Index(new Interval(3.1, 12)).Should().Be("3 bis 12");
    }

    [Theory]
    [InlineData(20.294, "20.29", "20,29")]
    [InlineData(-0.5, "−0.5", "−0,5")]
    [InlineData(1200, "1200", "1200")]
    [InlineData(0.0004, "0.0004", "0,0004")]
    [InlineData(0, "0", "0")]
    public void Numbers_stand_in_the_language_s_own_form(double value, string english, string german)
    {
        English.Number(value).Should().Be(english);
        German.Number(value).Should().Be(german);
    }

    [Fact]
    public void Percentages_never_hide_a_little()
    {
        English.Percent(0.624).Should().Be("62%");
        English.Percent(0.001).Should().Be("< 1%");
        English.Percent(-0.12).Should().Be("−12%");
        German.Percent(0.624).Should().Be("62\u00a0%");
        English.Completeness(0.999).Should().Be("99%");
        English.Completeness(1).Should().Be("100%");
    }

    [Theory]
    [InlineData("{servings}/d", false, "servings a day", "Portionen am Tag")]
    [InlineData("{servings}/d", true, "serving a day", "Portion am Tag")]
    [InlineData("/d", false, "times a day", "Mal am Tag")]
    [InlineData("g/d", false, "g a day", "g am Tag")]
    [InlineData("kg/m2", false, "kg/m²", "kg/m²")]
    [InlineData("umol/L", false, "µmol/L", "µmol/L")]
    [InlineData("%{energy}", false, "% of energy", "% der Energie")]
    [InlineData("{mites}/cm2", false, "mites/cm²", "Milben/cm²")]
    [InlineData("h", true, "hour", "Stunde")]
    [InlineData("{score}", false, "points", "Punkte")]
    [InlineData("[pH]", false, "", "")]
    [InlineData(null, false, "", "")]
    public void Units_are_said_in_words(string? unit, bool isOne, string english, string german)
    {
        WordTable.English.Unit(unit, isOne ? 1 : 2).Should().Be(english);
        WordTable.German.Unit(unit, isOne ? 1 : 2).Should().Be(german);
    }

    [Fact]
    public void Every_unit_of_the_built_in_rule_set_is_said_without_braces()
    {
        foreach (var factor in BuiltInRuleSet.Resolved.Data.Factors)
        {
            foreach (var words in new[] { WordTable.English, WordTable.German })
                words.Unit(factor.Unit, 2).Should().NotContainAny("{", "}", "[", "]").And.NotContain("umol").And.NotContain("/wk");
        }
    }
}
