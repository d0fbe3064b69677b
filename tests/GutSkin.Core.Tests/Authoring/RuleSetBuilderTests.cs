using System.Collections.Immutable;
using GutSkin.Core.Authoring;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Authoring;

/// <summary>A rule set written in C# is the same data as one in JSON.</summary>
public class RuleSetBuilderTests
{
    private static readonly RuleSet Clinic = RuleSet.Create("clinic.example", "1.2.0", "Our practice")
        .Extends(BuiltInRuleSet.Id, ">=2.0.0 <3.0.0")
        .RemoveRules("acne.milk")
        .Add(new Factor { Id = "practice.oat-milk", Name = "Oat milk", Kind = FactorKind.Number, Unit = "{glasses}/d", Min = 0, Max = 10 })
        .Add(new Evidence { Id = "practice-notes", Title = "What we saw" })
        .Add(new Factor { Id = "practice.glasses", Name = "Glasses", Kind = FactorKind.Integer, Min = 0, Max = 20, Question = "How many?" })
        .Add(new Factor { Id = "practice.vegan", Name = "Vegan", Kind = FactorKind.Boolean })
        .Add(new Form { Id = "practice-drinks", Title = "What do you drink?", Items = ["practice.glasses"] })
        .Add(new Derivation
        {
            Id = "practice-glasses",
            Factor = "practice.oat-milk",
            Form = "practice-drinks",
            Items = ["practice.glasses"],
            Cases =
            [
                new LinearCase
                {
                    Linear = new LinearForm
                    {
                        Terms = ImmutableSortedDictionary.Create<string, DerivationTerm>(StringComparer.Ordinal).Add("practice.glasses", new CoefficientTerm(1)),
                    },
                },
            ],
        })
        .Add(new Trait { Id = "oats", Title = "holds oats" })
        .Add(new Screen { Id = "practice-screen", Title = "Any?", Factors = ["practice.vegan"], When = Gates.AtLeast("person.age", 12) })
        .Add(new ConsideredEntry { Factor = "practice.glasses", Condition = SkinConditions.AcneVulgaris, Why = "Counted through oat milk." })
        .Model(new ModelOverrides { SettledWidth = 20 })
        .Text("de", "forms", "practice-drinks", "title", "Was trinken Sie?")
        .Rule("practice.oat-milk-acne", SkinConditions.AcneVulgaris, rule => rule
            .Titled("Oat milk and acne")
            .When(Gates.All(Gates.Between("person.age", 12, 30), Gates.Not(Gates.Is("person.pregnant"))))
            .Reads("practice.oat-milk", (0, 0), (3, 1))
            .Effects(Effect.OddsRatio(1.2), Certainty.VeryLow, EffectBasis.Judgement)
            .Cites("practice-notes")
            .Through("insulin-igf1")
            .Because("Our own notes; nothing is published."))
        .Test("three glasses count", PersonProfile.Create().ConcernedAbout(SkinConditions.AcneVulgaris)
            .With("practice.oat-milk", 3).With("person.age", 20).With("person.pregnant", false).Build(), SkinConditions.AcneVulgaris, atLeast: 4, atMost: 5)
        .Build();

    [Fact]
    public void ItComposesAndItsTestsPass()
    {
        var report = RuleSetTestRunner.Run(BuiltInRuleSet.Document, RuleSetDocument.From(Clinic));
        Assert.True(report.Passed, report.ToString());
        report.Results.Should().ContainSingle();
    }

    [Fact]
    public void WrittenAsJsonAndReadItIsTheSame()
    {
        string json = RuleSetJson.Write(Clinic);
        var read = RuleSetJson.Read(json);
        read.Diagnostics.Should().BeEmpty();
        RuleSetJson.Write(read.RuleSet!).Should().Be(json);
        Resolve(read).Sha256.Should().Be(Resolve(RuleSetDocument.From(Clinic)).Sha256);
    }

    [Fact]
    public void ARuleWithoutAnEffectIsMisuse() =>
        FluentActions.Invoking(() => RuleSet.Create("a", "1.0.0", "t").Rule("a.b", "c", _ => { })).Should().Throw<InvalidOperationException>();

    private static ResolvedRuleSet Resolve(RuleSetDocument document) => RuleSetComposer.Compose(BuiltInRuleSet.Document, document).GetValueOrThrow();
}
