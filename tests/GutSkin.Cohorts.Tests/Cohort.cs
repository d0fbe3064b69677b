using System.Text;
using GutSkin.Core.RuleSets;

namespace GutSkin.Cohorts.Tests;

/// <summary>Reads and scores cohorts that are written in the tests.</summary>
internal static class Cohort
{
    public sealed record Person(string Id, long Row, PersonProfile Profile, Dictionary<string, (double Score, double Low, double High)> Scores);

    public sealed record Outcome(List<Person> People, List<CohortFailure> Failures, CohortReader Reader)
    {
        public Person this[string id] => People.Single(p => p.Id == id);

        public double? Number(string id, string factor) =>
            this[id].Profile.Observations.TryGetValue(factor, out var answer) ? answer.Value!.Value.AsNumber : null;

        public string? Answer(string id, string factor) =>
            this[id].Profile.Observations.TryGetValue(factor, out var answer) ? answer.Value!.Value.ToString() : null;
    }

    public static Outcome Read(string text, CohortReadOptions? options = null, string name = "people.csv", Encoding? encoding = null) =>
        Read([.. (encoding ?? new UTF8Encoding(false)).GetPreamble(), .. (encoding ?? new UTF8Encoding(false)).GetBytes(text)], options, name);

    public static Outcome Read(byte[] bytes, CohortReadOptions? options = null, string name = "people.csv") =>
        All(CohortReader.Open(new MemoryStream(bytes), name, options).GetValueOrThrow());

    public static Outcome Read(Stream stream, string name) => All(CohortReader.Open(stream, name).GetValueOrThrow());

    public static Outcome All(CohortReader reader)
    {
        var outcome = new Outcome([], [], reader);
        var scorer = new CohortScorer();
        var blocks = reader.ToBlockingEnumerable();
        foreach (var block in blocks)
        {
            using (block)
            {
                var scores = block.Count > 0 && ReferenceEquals(reader.RuleSet, BuiltInRuleSet.Resolved) ? scorer.Score(block) : null;
                outcome.Failures.AddRange(block.Failures);
                for (int i = 0; i < block.Count; i++)
                {
                    var of = scores is null ? [] : scores.Conditions.ToDictionary(c => c, c => (scores.Scores(c)[i], scores.Low(c)[i], scores.High(c)[i]));
                    outcome.People.Add(new Person(block.IdOf(i).ToString(), block.RowOf(i), block.ProfileOf(i), of));
                }
            }
        }

        return outcome;
    }

    public static IReadOnlyList<Diagnostic> Refused(string text, CohortReadOptions? options = null, string name = "people.csv")
    {
        var opened = CohortReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), name, options);
        opened.Success.Should().BeFalse();
        return opened.Diagnostics;
    }

    public static CohortMap Map(string json) => CohortMap.Read(Encoding.UTF8.GetBytes(json), "map.json").GetValueOrThrow();
}

/// <summary>A header, and then a row that goes on for 100 MB.</summary>
internal sealed class NoEnd : MemoryStream
{
    private readonly MemoryStream header = new("diet.fiber\n"u8.ToArray());
    private long left = 100_000_000;

    public override bool CanSeek => false;

    public override int Read(Span<byte> buffer)
    {
        int count = header.Read(buffer);
        if (count > 0 || left <= 0)
            return count;
        count = (int)Math.Min(buffer.Length, left);
        buffer[..count].Fill((byte)'1');
        left -= count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
}
