using GutSkin.Core.Engine.Cohort;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Engine.Person;

namespace GutSkin.Core.Scoring;

/// <summary>Scores a buffer or a cohort with the rule set that it was made for.</summary>
internal static class CohortScorer
{
    public static void Score(ScoringBuffer buffer, Span<ScoreResult> scores)
    {
        var state = buffer.State;
        int conditions = state.Rules.SkinConditions.Length;
        if (scores.Length < conditions)
            throw new ArgumentException($"There is no room for {conditions} scores.", nameof(scores));
        state.Inferred.Run(state, state.Rules.Inferences.Scored);
        PersonKernel.Score(state);
        int stride = state.Stride;
        var indexes = state.Indexes.AsSpan();
        for (int c = 0; c < conditions; c++)
            scores[c] = new ScoreResult(indexes[c], new Interval(indexes[stride + c], indexes[(2 * stride) + c]));
    }

    public static void ScoreTable(CohortColumns columns, CohortResults results, CohortOptions? options, CancellationToken cancellationToken, int width = 0)
    {
        options ??= CohortOptions.Default;
        if (results.Rows < columns.Rows)
            throw new ArgumentException($"The results have no room for {columns.Rows} rows.", nameof(results));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1, nameof(options));
        var rules = results.Rules;
        bool[] concerns = new bool[rules.SkinConditions.Length];
        foreach (string concern in options.Concerns)
        {
            if (!rules.ConditionIndex.TryGetValue(concern, out int index))
                throw new ArgumentException($"The rule set has no condition '{concern}'.", nameof(options));
            concerns[index] = true;
        }

        var bound = BoundColumn.Bind(columns.Columns, rules);
        var run = new CohortRun(rules.CohortPlan, bound, concerns, columns.Rows, results.Output) { Width = width };
        results.Refused = run.Run(options.Threads, cancellationToken);
    }
}
