using System.Text;

namespace GutSkin.Cohorts.Reading;

/// <summary>People from profiles of JSON: kept as text until a thread has time to read them.</summary>
internal sealed class JsonBatch(IScoringService service, CohortReadOptions options, string? file) : CohortBatch
{
    private readonly List<(int End, long Row, long Line)> texts = [];
    private readonly List<PersonProfile> profiles = [];
    private readonly AssessmentOptions checking = new() { IgnoreUnknownFactors = options.IgnoreUnknown };
    private readonly SortedSet<string> leftOut = new(StringComparer.Ordinal);
    private byte[] text = new byte[65536];
    private ScoringBuffer? buffer;
    private IScoringService? bufferOf;
    private ScoreResult[] scores = [];

    /// <summary>How many bytes of text it holds.</summary>
    public int Length { get; private set; }

    public override IReadOnlyCollection<string> LeftOut => leftOut;

    /// <summary>Keeps the text of a person.</summary>
    public void AddText(ReadOnlySpan<byte> profile, long row, long line)
    {
        if (text.Length - Length < profile.Length)
            Array.Resize(ref text, Math.Max(text.Length * 2, Length + profile.Length));
        profile.CopyTo(text.AsSpan(Length));
        Length += profile.Length;
        texts.Add((Length, row, line));
    }

    public override PersonProfile ProfileOf(int person) => profiles[person];

    internal override void Begin(long block)
    {
        base.Begin(block);
        Length = 0;
        texts.Clear();
        profiles.Clear();
        leftOut.Clear();
    }

    internal override void Prepare()
    {
        int start = 0;
        foreach (var (end, row, line) in texts)
        {
            Read(text.AsMemory(start, end - start), row, line);
            start = end;
        }

        texts.Clear();
        Length = 0;
    }

    internal override void Score(IScoringService service, double[][] into)
    {
        if (buffer is null || !ReferenceEquals(bufferOf, service))
        {
            (buffer, bufferOf) = (service.CreateBuffer(), service);
            scores = new ScoreResult[buffer.Conditions.Length];
        }

        for (int person = 0; person < Count; person++)
        {
            buffer.Load(profiles[person], checking);
            service.Score(buffer, scores);
            for (int c = 0; c < scores.Length; c++)
            {
                into[3 * c][person] = scores[c].Score;
                into[(3 * c) + 1][person] = scores[c].Interval.Low;
                into[(3 * c) + 2][person] = scores[c].Interval.High;
            }
        }
    }

    private void Read(ReadOnlyMemory<byte> json, long row, long line)
    {
        var read = ProfileJson.Read(json);
        if (!read.Success || service.Check(read.Value, checking).Length > 0)
        {
            // What is wrong with its form and what is wrong with its meaning are told together.
            var faults = service.ReadProfile(json, null, checking).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(CohortFault.Of);
            Fail(new CohortFailure { Row = row, Line = line, File = file, Faults = [.. faults] });
            return;
        }

        var profile = read.Value;
        if (options.IgnoreUnknown)
            leftOut.UnionWith(profile.Observations.Keys.Where(f => service.RuleSet.FindFactor(f) is null));
        profiles.Add(profile);
        string? group = options.GroupBy is { } by && profile.Observations.TryGetValue(by, out var answer) ? answer.Value?.ToString() : null;
        Add(row, profile.Id, group);
    }
}
