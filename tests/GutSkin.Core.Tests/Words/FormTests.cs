using System.Text.Json;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.RuleSets.Composing;

namespace GutSkin.Core.Tests.Words;

/// <summary>A form is made from the model alone, and what is typed into it is read by the kind of the factor.</summary>
public class FormTests
{
    private static readonly ResolvedRuleSet Set = BuiltInRuleSet.Resolved;
    private static readonly Factor Milk = Set.Find(Factors.Diet.Milk)!;
    private static readonly Factor Stress = Set.Find(Factors.Lifestyle.PerceivedStress)!;
    private static readonly Factor Sex = Set.Find(Factors.Person.Sex)!;
    private static readonly Factor Harsh = Set.Find(Factors.Skincare.HarshProducts)!;
    private static readonly Factor VitaminD = Set.Find(Factors.Lab.VitaminD)!;

    [Theory]
    [InlineData(null)]
    [InlineData("de")]
    public void Every_factor_has_a_field_with_all_that_an_input_needs(string? culture)
    {
        var fields = Set.Fields(culture);
        fields.Select(f => f.Factor).Should().BeEquivalentTo(Set.Data.Factors.Select(f => f.Id));
        fields.Select(f => f.Order).Should().Equal(Enumerable.Range(0, fields.Length));
        foreach (var field in fields)
        {
            var factor = Set.FindFactor(field.Factor)!;
            (field.Kind, field.Unit, field.Min, field.Max, field.Acquisition).Should().Be((factor.Kind, factor.Unit, factor.Min, factor.Max, factor.Acquisition));
            field.Choices.Select(c => c.Id).Should().Equal(factor.Choices);
            field.Choices.Where(c => c.Label.Length == 0).Should().BeEmpty();
            field.Name.Should().NotBe(field.Factor);
            field.ThemeName.Should().NotBeEmpty();
            (field.Question is null).Should().Be(factor.Question is null);
        }

        fields.Select(f => f.Theme).Aggregate(new List<string>(), (seen, t) => { if (seen.LastOrDefault() != t) seen.Add(t); return seen; })
            .Should().OnlyHaveUniqueItems("a theme's questions stand together");
        var screened = fields.Single(f => f.Factor == Set.Data.Screens[0].Factors[0]);
        screened.Screen.Should().Be(Set.Data.Screens[0].Id);
        fields.Single(f => f.Factor == "diet.milk").UnitLabel.Should().NotContain("{");
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(fields, JsonSerializerOptions.Web));
        json.RootElement[0].GetProperty("kind").ValueKind.Should().Be(JsonValueKind.String);
    }

    [Fact]
    public void A_form_speaks_the_language_asked_for()
    {
        var english = Set.Fields().Single(f => f.Factor == "person.sex");
        var german = Set.Fields("de-AT").Single(f => f.Factor == "person.sex");
        german.Question.Should().NotBe(english.Question);
        german.Choices.Single(c => c.Id == "female").Label.Should().NotBe(english.Choices.Single(c => c.Id == "female").Label);
    }

    [Theory]
    [InlineData("1.5", null, 1.5)]
    [InlineData("1,5", null, 1.5)]
    [InlineData("1,5", "de", 1.5)]
    [InlineData("1.5", "de", 1.5)]
    [InlineData(" 2 ", null, 2)]
    [InlineData("0,125", null, 0.125)]
    [InlineData("1,125", "de", 1.125)]
    [InlineData("1.125", "en", 1.125)]
    [InlineData("1.5 servings a day", null, 1.5)]
    public void A_number_is_read_with_point_or_comma(string text, string? culture, double expected)
    {
        var answer = Milk.Parse(text, culture);
        answer.Diagnostics.Should().BeEmpty();
        answer.Value.Should().Be((FactorValue)expected);
    }

    [Theory]
    [InlineData("1,125", null, "thousand")]
    [InlineData("1.125", "de", "thousand")]
    [InlineData("1.234,5", "de", "more than one")]
    [InlineData("a lot", null, "takes a number")]
    [InlineData("-3", null, "out of bounds")]
    [InlineData("1e999", null, "no conversion")]
    [InlineData("2 pints", null, "no conversion")]
    public void What_is_no_number_or_could_be_two_is_a_result_without_the_text(string text, string? culture, string says)
    {
        var answer = Milk.Parse(text, culture);
        answer.Success.Should().BeFalse();
        answer.Value.Should().BeNull();
        var fault = answer.Diagnostics.Should().ContainSingle().Which;
        fault.Message.Should().Contain(says);
        fault.ToString().Should().NotContain("1.125").And.NotContain("1,125").And.NotContain("a lot").And.NotContain("pints");
    }

    [Fact]
    public void A_unit_behind_the_number_is_converted()
    {
        double expected = VitaminD.Conversions.Single(c => c.From == "ng/mL").Apply(18, VitaminD.Kind);
        VitaminD.Parse("18 ng/mL").Value.Should().Be((FactorValue)expected);
        VitaminD.Parse("18ng/mL").Value.Should().Be((FactorValue)expected);
        VitaminD.Parse("50 nmol/L").Value.Should().Be((FactorValue)50);
    }

    [Fact]
    public void Whole_numbers_choices_and_yes_or_no_are_read_by_kind()
    {
        Stress.Parse("27").Value.Should().Be((FactorValue)27);
        Stress.Parse("27.5").Diagnostics.Should().ContainSingle().Which.Code.Should().Be("GS0503");
        Sex.Parse("female").Value.Should().Be(FactorValue.Choice("female"));
        Sex.Parse("I prefer not to say").Value.Should().Be(FactorValue.Choice("prefer-not-to-say"));
        var german = new RuleSetWords(Set, "de");
        Sex.Parse(german.Choice("person.sex", "female"), german).Value.Should().Be(FactorValue.Choice("female"));
        Sex.Parse("robot").Diagnostics.Should().ContainSingle().Which.Hint.Should().Contain("female");
        foreach (string yes in new[] { "yes", "TRUE", "1", "on", "y" })
            Harsh.Parse(yes).Value.Should().Be((FactorValue)true);
        foreach (string no in new[] { "no", "False", "0", "off", "n" })
            Harsh.Parse(no).Value.Should().Be((FactorValue)false);
        Harsh.Parse("Ja", "de").Value.Should().Be((FactorValue)true);
        Harsh.Parse("perhaps").Success.Should().BeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Nothing_typed_is_nothing_answered(string? text)
    {
        var answer = Milk.Parse(text);
        answer.Success.Should().BeTrue();
        answer.Value.Should().BeNull();
        answer.ToString().Should().Be("not answered");
        Milk.Parse("1.5").ToString().Should().Be("answered", "a log shows no answer");
    }

    [Fact]
    public void What_is_shown_in_a_debugger_is_readable_and_holds_no_answer()
    {
        Gates.All(Gates.AtLeast(Factors.Person.Age, 18), Gates.Not(Gates.Is(Factors.Person.Pregnant))).ToString().Should().Be("all(person.age >= 18, not(person.pregnant = true))");
        Gates.Between("f", 1, 2).ToString().Should().Be("f from 1 to 2");
        Gates.Any(Gates.Known(Factors.Diet.Milk), Gates.Concern("rosacea")).ToString().Should().Be("any(known(diet.milk), concern(rosacea))");
        Milk.ToString().Should().Be($"diet.milk: {Milk.Name} (number in {Milk.Unit})");
        Effect.OddsRatio(1.25, 1.15, 1.36).ToString().Should().Be("OddsRatio 1.25 (1.15 to 1.36)");
        Quantity.Of(18, "ng/mL").ToString().Should().Be("18 ng/mL");
        Set.ToString().Should().StartWith("gutskin.evidence ");
        foreach (object entry in Entries())
            entry.ToString().Should().NotContain("ImmutableArray").And.NotContain("System.Collections");

        var profile = PersonProfile.Create().Screened(Set.Data.Screens[0].Id).With(Factors.Diet.Milk, 4.375).With(Factors.Person.Age, 37).Build();
        var whatIf = ScoringService.Default.WhatIf(profile, p => p.With(Factors.Diet.Milk, 0));
        foreach (object shown in new object[] { profile, profile.ToBuilder(), profile[Factors.Diet.Milk]!, profile.Screened[0], whatIf, whatIf.Conditions[0], whatIf.Before, ScoringService.Default.CreateBuffer(profile) })
            shown.ToString().Should().NotContain("4.375").And.NotContain("37").And.NotContain("ImmutableArray");
    }

    private static IEnumerable<object> Entries()
    {
        var set = RuleSetJson.Read(LintBase.Json).RuleSet!;
        return [set, .. set.Mechanisms, .. set.Conditions, .. set.Factors, .. set.Forms, .. set.Derivations, .. set.Traits, .. set.Evidence, .. set.Rules, .. set.Interventions, .. set.Safety, .. set.Screens, .. set.Products, .. set.Tests];
    }
}
