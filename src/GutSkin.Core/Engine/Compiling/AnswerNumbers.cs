using System.Collections.Immutable;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Engine.Compiling;

/// <summary>The numbers that stand for the answers of a factor that has none, in the order in which a slot holds them.</summary>
internal static class AnswerNumbers
{
    private static readonly ImmutableArray<string> NoAndYes = ["false", "true"];

    /// <summary>The number of each choice, or of no and of yes; 0 where none is given.</summary>
    public static double[] Of(Factor factor, NamedValues<double>? numbers)
    {
        var answers = factor.Kind == FactorKind.Boolean ? NoAndYes : factor.Choices;
        double[] ordered = new double[answers.Length];
        for (int i = 0; i < ordered.Length; i++)
        {
            if (numbers is not null && numbers.TryGet(answers[i], out double number))
                ordered[i] = number;
        }

        return ordered;
    }

    /// <summary>What the choices of a factor score.</summary>
    public static double[] OfScores(Factor factor) => Of(factor, factor.ScoresByName);
}
