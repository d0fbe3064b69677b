using GutSkin.Cohorts;

namespace GutSkin.Tool;

/// <summary>The words of <c>--columns</c>.</summary>
internal static class MeasureNames
{
    private static readonly (string Name, CohortMeasures Measure)[] All =
    [
        ("score", CohortMeasures.Score), ("low", CohortMeasures.Low), ("high", CohortMeasures.High), ("uncertainty", CohortMeasures.Uncertainty),
        ("band", CohortMeasures.Band), ("settled", CohortMeasures.Settled), ("completeness", CohortMeasures.Completeness), ("triage", CohortMeasures.Triage),
        ("top", CohortMeasures.Contributions),
    ];

    public static string Words => string.Join(", ", All.Select(a => a.Name));

    public static string[] Of(CohortMeasures measures) => [.. All.Where(a => (measures & a.Measure) != 0).Select(a => a.Name)];

    /// <summary>Reads words with commas between them.</summary>
    public static bool TryParse(string text, out CohortMeasures measures)
    {
        measures = CohortMeasures.None;
        foreach (string word in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, measure) = Array.Find(All, a => a.Name == word);
            if (name is null)
                return false;
            measures |= measure;
        }

        return measures != CohortMeasures.None;
    }
}
