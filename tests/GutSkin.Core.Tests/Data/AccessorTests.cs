using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Data;

/// <summary>The typed accessors say what the built-in data says.</summary>
public class AccessorTests
{
    private static readonly RuleSet Set = BuiltInRuleSet.Resolved.Data;

    [Fact]
    public void Factors_are_those_of_the_data() =>
        Golden.Check(AccessorGenerator.Factors(Set), "src", "GutSkin.Core", "Data", "Factors.g.cs");

    [Fact]
    public void Skin_conditions_are_those_of_the_data() => Golden.Check(
        AccessorGenerator.Ids("SkinConditions", "The ids of the skin conditions of the built-in rule set.", Conditions(skin: true)),
        "src", "GutSkin.Core", "Data", "SkinConditions.g.cs");

    [Fact]
    public void States_are_those_of_the_data() => Golden.Check(
        AccessorGenerator.Ids("States", "The ids of the states of gut and skin of the built-in rule set.", Conditions(skin: false)),
        "src", "GutSkin.Core", "Data", "States.g.cs");

    [Fact]
    public void Screens_are_those_of_the_data() => Golden.Check(
        AccessorGenerator.Ids("Screens", "The ids of the screens of the built-in rule set.", Set.Screens.Select(s => (s.Id, s.Title))),
        "src", "GutSkin.Core", "Data", "Screens.g.cs");

    [Fact]
    public void Interventions_are_those_of_the_data() => Golden.Check(
        AccessorGenerator.Ids("Interventions", "The ids of the interventions of the built-in rule set.", Set.Interventions.Select(i => (i.Id, i.Name))),
        "src", "GutSkin.Core", "Data", "Interventions.g.cs");

    private static IEnumerable<(string Id, string Name)> Conditions(bool skin) =>
        Set.Conditions.Where(c => c.Kind == ConditionKind.SkinCondition == skin).Select(c => (c.Id, c.Name));
}
