using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>A limit that guidelines and laboratories print in two units is met by an answer in either.</summary>
public class PrintedUnitTests
{
    private static readonly RuleSet Set = BuiltInRuleSet.Resolved.Data;

    /// <summary>What is printed in one unit, and the same in the factor's own.</summary>
    public static TheoryData<string, string, double, double> Pairs => new()
    {
        { "lab.hba1c", "%", 6.5, 48 },
        { "lab.hba1c", "%", 5.7, 39 },
        { "lab.hba1c", "%", 6, 42 },
        { "lab.vitamin-d", "ng/mL", 20, 50 },
        { "lab.vitamin-d", "ng/mL", 30, 75 },
        { "lab.vitamin-d", "ng/mL", 12, 30 },
        { "lab.vitamin-d", "ug/L", 20, 50 },
        { "lab.fecal-calprotectin", "mg/kg", 50, 50 },
        { "lab.zonulin", "ug/L", 30, 30 },
        { "lab.crp", "mg/dL", 0.3, 3 },
        { "lab.crp", "mg/dL", 1, 10 },
        { "lab.crp", "ug/mL", 3, 3 },
        { "lab.zinc", "ug/dL", 70, 10.7 },
        { "lab.zinc", "ug/dL", 74, 11.3 },
        { "lab.zinc", "ug/L", 700, 10.7 },
        { "lab.zinc", "ug/mL", 0.7, 10.7 },
        { "lab.zinc", "mg/L", 0.7, 10.7 },
        { "lab.i-fabp", "ng/mL", 2, 2000 },
        { "lab.i-fabp", "ug/L", 2, 2000 },
        { "microbiome.butyrate", "mmol/kg", 15, 15 },
        { "skin.tewl", "g/(m2.h)", 10, 10 },
        { "diet.fruit-vegetables", "g/d", 400, 5 },
        { "diet.alcohol", "g/wk", 420, 60 },
        { "diet.alcohol", "{UKunit}/wk", 14, 15.778 },
        { "diet.sodium", "g{salt}/d", 5, 2 },
        { "diet.sodium", "mg/d", 2000, 2 },
        { "diet.sodium", "mmol/d", 87, 2 },
        { "diet.sweet-drink-sugar", "g/wk", 700, 100 },
        { "diet.fast-food-meals", "{servings}/d", 1, 7 },
        { "lifestyle.sleep-duration", "min", 420, 7 },
        { "lifestyle.physical-activity", "min{moderate}/wk", 150, 600 },
        { "lifestyle.physical-activity", "min{vigorous}/wk", 75, 600 },
        { "lifestyle.physical-activity", "min{walking}/wk", 100, 330 },
        { "lifestyle.physical-activity", "[MET].h/wk", 10, 600 },
        { "lifestyle.smoking", "{packs}/d", 0.5, 10 },
        { "supplement.vitamin-d-dose", "[iU]/d", 4000, 100 },
        { "environment.water-hardness", "mmol/L", 2.5, 250 },
        { "environment.water-hardness", "{dH}", 14, 250 },
        { "person.age", "mo", 18, 1.5 },
        { "body.height", "m", 1.6, 160 },
        { "body.height", "[in_i]", 70, 177.8 },
        { "body.height", "[ft_i]", 5, 152.4 },
        { "body.weight", "[lb_av]", 100, 45.359237 },
        { "body.weight", "[stone_av]", 1, 6.35029318 },
        { "body.weight", "g", 3500, 3.5 },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void An_answer_in_another_unit_is_the_same_answer(string factor, string unit, double printed, double own)
    {
        var found = Set.Factors.Single(f => f.Id == factor);
        found.Conversions.Single(c => c.From == unit).Apply(printed, found.Kind).Should().Be(own);
    }

    [Fact]
    public void Every_conversion_of_the_built_in_set_is_looked_at() =>
        Set.Factors.SelectMany(f => f.Conversions, (f, c) => (f.Id, c.From))
            .Should().BeEquivalentTo(Pairs.Select(p => ((string)p[0], (string)p[1])).Distinct());
}
