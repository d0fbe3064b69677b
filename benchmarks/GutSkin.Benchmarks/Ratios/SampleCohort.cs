using GutSkin.Core;

namespace GutSkin.Benchmarks;

/// <summary>The same people in the forms that each engine takes.</summary>
internal sealed class SampleCohort
{
    public SampleCohort(IScoringService service, int people)
    {
        var random = new SampleRandom(5);
        Answers = [.. Enumerable.Range(0, people).Select(_ => SampleRuleSet.Answers(random))];
        Hand = [.. Answers.Select(HandProfileOf)];
        Columns = new CohortColumns(people);
        for (int f = 0; f < SampleRuleSet.Factors; f++)
        {
            double[] column = new double[people];
            for (int i = 0; i < people; i++)
                column[i] = Answers[i][f];
            Columns.Add(SampleRuleSet.FactorId(f), column);
        }

        Results = service.CreateResults(people);
    }

    public double[][] Answers { get; }

    public HandProfile[] Hand { get; }

    public CohortColumns Columns { get; }

    public CohortResults Results { get; }

    public static ScoringBuffer BufferOf(IScoringService service, double[] answers)
    {
        var buffer = service.CreateBuffer();
        for (int f = 0; f < answers.Length; f++)
            buffer.Set(buffer.PositionOf(SampleRuleSet.FactorId(f)), answers[f]);
        return buffer;
    }

    public static Dictionary<string, double> DictionaryOf(double[] answers)
    {
        var dictionary = new Dictionary<string, double>();
        for (int f = 0; f < answers.Length; f++)
        {
            if (!double.IsNaN(answers[f]))
                dictionary.Add(SampleRuleSet.FactorId(f), answers[f]);
        }

        return dictionary;
    }

    private static HandProfile HandProfileOf(double[] answers) => HandWritten.ProfileOf(answers);
}
