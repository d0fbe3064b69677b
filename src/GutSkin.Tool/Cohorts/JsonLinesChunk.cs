using GutSkin.Core;

namespace GutSkin.Tool;

/// <summary>People of a file of profiles, a profile a line: the lines are kept as they are until a thread has time for them.</summary>
internal sealed class JsonLinesChunk : CohortChunk
{
    private readonly IScoringService service;
    private readonly AssessmentOptions options;
    private readonly HashSet<string> factors;
    private readonly ScoringBuffer buffer;
    private readonly ScoreResult[] scores;
    private readonly List<(int End, long Row, long Line)> lines = [];
    private byte[] text = new byte[65536];
    private int length;

    /// <summary>Makes room.</summary>
    public JsonLinesChunk(IScoringService service, int conditions, int capacity, bool ignoreUnknown, ScoreFormat format)
        : base(capacity, conditions, format)
    {
        this.service = service;
        options = new AssessmentOptions { IgnoreUnknownFactors = ignoreUnknown };
        factors = [.. service.RuleSet.Data.Factors.Select(f => f.Id)];
        buffer = service.CreateBuffer();
        scores = new ScoreResult[conditions];
    }

    /// <summary>How many lines there are.</summary>
    public int Lines => lines.Count;

    /// <summary>How many bytes they have.</summary>
    public int Length => length;

    /// <summary>The unknown factors that were left out.</summary>
    public HashSet<string> Ignored { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        lines.Clear();
        Ignored.Clear();
        length = 0;
    }

    /// <summary>Keeps a line.</summary>
    public void AddLine(ReadOnlySpan<byte> line, long row, long number)
    {
        if (text.Length - length < line.Length)
            Array.Resize(ref text, Math.Max(text.Length * 2, length + line.Length));
        line.CopyTo(text.AsSpan(length));
        length += line.Length;
        lines.Add((length, row, number));
    }

    /// <inheritdoc/>
    protected override void Score()
    {
        int start = 0;
        foreach (var (end, row, number) in lines)
        {
            Score(text.AsMemory(start, end - start), row, number);
            start = end;
        }
    }

    private void Score(ReadOnlyMemory<byte> line, long row, long number)
    {
        var read = ProfileJson.Read(line);
        if (!read.Success || buffer.TryLoad(read.Value, options).Length > 0)
        {
            // What is wrong with its form and what is wrong with its meaning are told together.
            Failed++;
            RowFault.Write(Errors, row, number, service.ReadProfile(line, null, options).Diagnostics.Select(d => RowFault.Of(d)));
            return;
        }

        if (options.IgnoreUnknownFactors)
            Ignored.UnionWith(read.Value.Observations.Keys.Where(f => !factors.Contains(f)));
        service.Score(buffer, scores);
        var target = Scores.AsSpan(Count * Width, Width);
        for (int c = 0; c < scores.Length; c++)
        {
            target[3 * c] = scores[c].Score;
            target[(3 * c) + 1] = scores[c].Interval.Low;
            target[(3 * c) + 2] = scores[c].Interval.High;
        }

        Add(row, System.Text.Encoding.UTF8.GetBytes(read.Value.Id ?? ""));
    }
}
