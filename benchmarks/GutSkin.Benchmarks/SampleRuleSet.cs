using System.Collections.Immutable;
using System.Globalization;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Benchmarks;

/// <summary>Rule sets of any size, always the same ones: every rule has a gate over one factor and a curve of three knots over another.</summary>
internal static class SampleRuleSet
{
    public const int Factors = 60;
    public const int Conditions = 7;

    public static RuleSet Create(int rules)
    {
        var random = new SampleRandom(17);
        return new RuleSet
        {
            Id = "sample.rules",
            Version = "1.0.0",
            Title = "Sample",
            Conditions = [.. Enumerable.Range(0, Conditions).Select(i => new SkinCondition { Id = ConditionId(i), Name = ConditionId(i) })],
            Factors =
            [
                .. Enumerable.Range(0, Factors).Select(i => new Factor { Id = FactorId(i), Name = FactorId(i), Kind = FactorKind.Number, Min = 0, Max = 100 }),
            ],
            Evidence = [new Evidence { Id = "study", Title = "A study" }],
            Rules = [.. Enumerable.Range(0, rules).Select(i => Rule(i, random))],
        };
    }

    public static ResolvedRuleSet Resolve(int rules) => RuleSetComposer.Compose(RuleSetDocument.From(Create(rules))).GetValueOrThrow();

    public static string FactorId(int index) => string.Create(CultureInfo.InvariantCulture, $"factor.n{index:00}");

    public static string ConditionId(int index) => string.Create(CultureInfo.InvariantCulture, $"condition-{index}");

    /// <summary>Answers of one person, a fifth of them missing (NaN).</summary>
    public static double[] Answers(SampleRandom random)
    {
        double[] answers = new double[Factors];
        for (int i = 0; i < answers.Length; i++)
        {
            double value = random.Next() * 100;
            answers[i] = random.Next() < 0.2 ? double.NaN : value;
        }

        return answers;
    }

    private static ScoringRule Rule(int index, SampleRandom random)
    {
        double first = 5 + random.Below(30), second = first + 10 + random.Below(20), third = second + 10 + random.Below(20);
        bool rises = random.Next() < 0.7;
        double middle = Math.Round(0.2 + (random.Next() * 0.6), 2);
        bool protects = random.Next() < 0.3;
        double ratio = Math.Round(protects ? 0.5 + (random.Next() * 0.4) : 1.1 + random.Next(), 2);
        int condition = index % Conditions;
        return new ScoringRule
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"rule.r{index:00000}"),
            Condition = ConditionId(condition),
            Title = "A rule",
            When = new ComparisonGate { Factor = FactorId(random.Below(Factors)), AtLeast = 10 + random.Below(50) },
            Factor = FactorId(random.Below(Factors)),
            Curve = rises ? Curve.Of((first, 0), (second, middle), (third, 1)) : Curve.Of((first, 1), (second, middle), (third, 0)),
            Effect = Effect.OddsRatio(ratio),
            Certainty = (Certainty)(1 + random.Below(3)),
            // One rule in ten stands in an overlap group with another of its sign.
            Overlap = random.Next() < 0.1 ? $"group-{(protects ? "down" : "up")}-{index / 70}" : null,
            Evidence = ImmutableArray.Create("study"),
        };
    }
}
