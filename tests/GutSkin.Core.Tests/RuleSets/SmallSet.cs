using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.RuleSets;

/// <summary>A rule set of one condition, four factors of different kinds and one rule, for tests of classes.</summary>
internal static class SmallSet
{
    public static RuleSet Rules { get; } = new()
    {
        Id = "small",
        Version = "1.0.0",
        Title = "small",
        Conditions = [new SkinCondition { Id = "c", Name = "Test skin" }],
        Mechanisms = [new Mechanism { Id = "m", Name = "m" }],
        Evidence = [new Evidence { Id = "e", Title = "e" }],
        Factors =
        [
            new Factor { Id = "f.a", Name = "Sweets", Kind = FactorKind.Number, Unit = "g/d", Min = 0, Max = 100, Modifiable = true, References = [new FactorReference { High = 10 }] },
            new Factor { Id = "f.b", Name = "Drinks", Kind = FactorKind.Integer, Min = 0, Max = 20 },
            new Factor { Id = "f.yes", Name = "Yes", Kind = FactorKind.Boolean },
            new Factor { Id = "f.soap", Name = "Soap", Kind = FactorKind.Choice, Choices = ["none", "mild", "harsh"] },
        ],
        Rules =
        [
            new ScoringRule
            {
                Id = "data", Condition = "c", Title = "data", Factor = "f.yes", Effect = Effect.OddsRatio(2), Certainty = Certainty.High,
                Evidence = ["e"], Mechanisms = ["m"],
            },
        ],
    };

    /// <summary>(a/100 + b/20) / 2: what no rule that is data can say.</summary>
    public static BurdenRange Mean(in FactorValues known)
    {
        var a = known.Range("f.a");
        var b = known.Range("f.b");
        return new BurdenRange(((a.Low / 100) + (b.Low / 20)) / 2, ((a.High / 100) + (b.High / 20)) / 2);
    }

    public static ReadResult<ResolvedRuleSet> Compose(params ComputedRule[] rules) =>
        RuleSetComposer.Compose([RuleSetDocument.From(Rules)], rules);

    public static ScoringService Service(params ComputedRule[] rules) => new(Compose(rules).GetValueOrThrow());
}
