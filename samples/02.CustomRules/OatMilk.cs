using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Samples.CustomRules;

/// <summary>A rule set written in C#: the same data as the JSON form, checked by the compiler as far as types go.</summary>
internal static class OatMilk
{
    /// <summary>The factor, typed: an answer or a gate of the wrong kind does not compile, and its unit is checked.</summary>
    public static NumberFactor Glasses { get; } = new("practice.oat-milk", "{glasses}/d");

    public static RuleSet Rules { get; } = RuleSet.Create("clinic.oat-milk", "1.0.0", "Oat milk, a rule written in C#")
        .Extends(BuiltInRuleSet.Id, ">=2.0.0 <3.0.0")
        .Add(new Factor
        {
            Id = Glasses.Id,
            Name = "Oat milk",
            Kind = FactorKind.Number,
            Unit = Glasses.Unit,
            Min = 0,
            Max = 10,
            Question = "How many glasses of oat milk do you drink a day?",
        })
        .Add(new Evidence { Id = "practice-oat-notes", Title = "Notes of the practice on oat milk, not published", Year = 2026 })
        .Rule("practice.oat-milk-acne", SkinConditions.AcneVulgaris, rule => rule
            .Titled("Oat milk and acne")
            .When(Gates.Between(Factors.Person.Age, 12, 30))
            .Reads(Glasses, (0, 0), (3, 1))
            .Effects(Effect.OddsRatio(1.1), Certainty.VeryLow, EffectBasis.Judgement)
            .Cites("practice-oat-notes")
            .Overlapping("practice-sweet-drinks")
            .Because("Sweetened with its own maltose; nothing is published on acne."))
        .Test(
            "three glasses count a little",
            PersonProfile.Create().ConcernedAbout(SkinConditions.AcneVulgaris).With(Glasses, 3).With(Factors.Person.Age, 20).Build(),
            SkinConditions.AcneVulgaris,
            atLeast: 2,
            atMost: 3)
        .Build();
}
