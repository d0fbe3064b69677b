using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>
/// Generated cases seldom stand on a knife's edge, where the last bit of a logarithm would decide between two answers
/// and two right implementations could differ. Exact ties are welcome: they are ties on both sides.
/// </summary>
public sealed class NaiveKnifeEdgeTests
{
    [Fact]
    public void Few_generated_cases_hang_on_the_last_bit()
    {
        const int Seeds = 1000;
        var edges = Enumerable.Range(0, Seeds).SelectMany(Edges).ToList();
        edges.Count.Should().BeLessThanOrEqualTo(2, string.Join(Environment.NewLine, edges));
    }

    private static IEnumerable<string> Edges(int seed)
    {
        var rules = RuleSetGenerator.Generate(seed);
        var a = NaiveAssessor.Assess(rules, ProfileGenerator.Generate(rules, seed));
        foreach (var c in a.Objects("conditions"))
        {
            foreach (var band in new NaiveKnowledge(rules).Bands.Where(b => Near(c.Number("score"), b.Below)))
                yield return $"seed {seed}: {c.Text("id")} at the edge of {band.Name}";
            var values = c.Objects("contributions").Select(x => Math.Abs(x.Number("logOdds")!.Value)).Order().ToList();
            if (values.Zip(values.Skip(1)).Any(p => Near(p.First, p.Second)))
                yield return $"seed {seed}: contributions of {c.Text("id")}";
        }

        foreach (var l in a.Objects("levers").SelectMany(l => l.Objects("effects")).Where(e => Near(e.Number("gain"), 0)))
            yield return $"seed {seed}: lever on {l.Text("condition")}";
        foreach (var r in a.Objects("recommendations").Where(r => Near(r.Number("benefit"), 0.01)))
            yield return $"seed {seed}: {r.Text("intervention")}";
        foreach (var q in a.Objects("nextQuestions").Where(q => Near(q.Number("gain"), 0.05) || Near(q.Number("gain"), 0)))
            yield return $"seed {seed}: {q.Text("id")}";
    }

    /// <summary>Not equal, and yet nearer than anyone could have meant.</summary>
    private static bool Near(double? x, double? y) => x is { } a && y is { } b && a != b && Math.Abs(a - b) < 1e-10;
}
