using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.RuleSets.Composing;

namespace GutSkin.Core.Tests.Architecture;

/// <summary>Two records that say the same are equal, lists and all.</summary>
public class EqualityTests
{
    public static TheoryData<string> Rooms => new(EqualityGenerator.Records().Select(r => r.Key));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Records_with_lists_compare_what_is_in_them(string room) =>
        Golden.Check(EqualityGenerator.File(EqualityGenerator.Records()[room]), ["src", "GutSkin.Core", .. room.Split('/'), "Equality.g.cs"]);

    [Fact]
    public void A_rule_set_read_twice_is_the_same()
    {
        RuleSet one = RuleSetJson.Read(LintBase.Json).RuleSet!, other = RuleSetJson.Read(LintBase.Json).RuleSet!;
        (one == other).Should().BeTrue();
        one.GetHashCode().Should().Be(other.GetHashCode());
        foreach (var (a, b) in Entries(one).Zip(Entries(other)))
        {
            a.Should().Be(b);
            a.GetHashCode().Should().Be(b.GetHashCode());
        }

        string[] changed =
        [
            LintBase.With(("\"choices\": [\"syndet\", \"foaming\", \"soap\"]", "\"choices\": [\"syndet\", \"soap\", \"foaming\"]")),
            LintBase.With(("\"name\": \"Milch\"", "\"name\": \"Kuhmilch\"")),
            LintBase.With(("\"person.age\": 20 } }", "\"person.age\": 21 } }")),
            LintBase.With(("\"between\": [12, 40]", "\"between\": [12, 41]")),
            LintBase.With(("{ \"low\": 2 }", "{ \"low\": 3 }")),
        ];
        foreach (string text in changed)
            (RuleSetJson.Read(text).RuleSet == one).Should().BeFalse();
    }

    [Fact]
    public void A_list_that_was_never_set_is_an_empty_one() =>
        (new AllGate { Operands = [] } == new AllGate { Operands = default }).Should().BeTrue();

    [Fact]
    public void Gates_and_profiles_compare_what_is_in_them()
    {
        Gates.All(Gates.Is("a"), Gates.OneOf("b", "x", "y")).Should().Be(Gates.All(Gates.Is("a"), Gates.OneOf("b", "x", "y")));
        Gates.All(Gates.Is("a")).Should().NotBe(Gates.Any(Gates.Is("a")));
        Gates.AtLeast(Factors.Person.Age, 18).Should().Be(Gates.AtLeast("person.age", 18), "a key names the factor's own unit");
        Person().Should().Be(Person());
        Person().GetHashCode().Should().Be(Person().GetHashCode());
        Person().ToBuilder().With(Factors.Diet.Milk, 2).Build().Should().NotBe(Person());
        Person().ToBuilder().Declined(Factors.Diet.Milk).Build().Should().NotBe(Person());

        static PersonProfile Person() =>
            PersonProfile.Create().WithId("p").ConcernedAbout("rosacea").Screened("s", ["a"]).With(Factors.Diet.Milk, 1, new DateOnly(2026, 1, 1)).Build();
    }

    private static IEnumerable<object> Entries(RuleSet set) =>
    [
        .. set.Mechanisms, .. set.Conditions, .. set.Factors, .. set.Forms, .. set.Derivations, .. set.Traits, .. set.Evidence, .. set.Rules,
        .. set.Interventions, .. set.Safety, .. set.Screens, .. set.Considered, .. set.Products, .. set.Tests, set.Model!, set.Remove,
    ];
}
