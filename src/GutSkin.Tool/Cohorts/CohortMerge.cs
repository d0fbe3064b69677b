using System.Security.Cryptography;
using System.Text;
using GutSkin.Cohorts;

namespace GutSkin.Tool;

/// <summary>Puts the parts of one run together: the bytes are those of a run in one piece.</summary>
internal sealed class CohortMerge
{
    private readonly string[] paths;
    private readonly (RunNote Note, int Index)[] parts;

    /// <summary>Checks parts against each other and against their notes.</summary>
    /// <param name="paths">The files of scores.</param>
    public CohortMerge(string[] paths)
    {
        this.paths = paths;
        parts = [.. paths.Select(Check)];
        var first = parts[0].Note;
        _ = CohortShard.TryParse(first.Shard, out var shard);
        for (int i = 1; i < parts.Length; i++)
        {
            if (first.DifferenceTo(parts[i].Note, sameShard: false) is { } difference)
                throw Refuse($"'{paths[i]}' was made with {difference} than '{paths[0]}': results are not mixed");
            if (parts[i].Note.Rows != first.Rows)
                throw Refuse($"'{paths[i]}' counted {parts[i].Note.Rows} rows in the cohort, '{paths[0]}' {first.Rows}");
        }

        if (parts.Any(p => !p.Note.Shard.EndsWith($"/{shard.Of}", StringComparison.Ordinal)))
            throw Refuse("the parts are of different divisions of the cohort");
        if (parts.GroupBy(p => p.Note.Shard).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw Refuse($"the part {twice.Key} is there twice: '{paths[twice.First().Index]}' and '{paths[twice.Last().Index]}'");
        string[] lacking = [.. Enumerable.Range(1, shard.Of).Select(i => $"{i}/{shard.Of}").Except(parts.Select(p => p.Note.Shard))];
        if (lacking.Length > 0)
            throw Refuse($"parts are lacking: {string.Join(", ", lacking.Take(20))}{(lacking.Length > 20 ? " …" : "")}");
        if (parts.Sum(p => p.Note.Scored + p.Note.Failed) != first.Rows)
            throw Refuse("the parts together have not as many rows as the cohort");
    }

    /// <summary>Writes the whole.</summary>
    /// <param name="target">Where it goes.</param>
    /// <returns>Its note.</returns>
    public RunNote Write(string target)
    {
        string place = OutputPlace.Of(target, paths);
        var note = parts[0].Note with { Shard = "1/1", Summary = null, Blocks = [.. parts.SelectMany(p => p.Note.Blocks).OrderBy(b => b[0])], Scored = parts.Sum(p => p.Note.Scored), Failed = parts.Sum(p => p.Note.Failed) };
        using var output = new PendingFile(place);
        var order = parts.SelectMany((p, i) => p.Note.Blocks.Select(b => (Block: b[0], Scored: b[1], Part: i))).OrderBy(b => b.Block).Select(b => (b.Part, b.Scored));
        output.Write(to =>
        {
            if (note.Format == "parquet")
                ParquetParts.Join([.. parts.Select(p => new FileStream(paths[p.Index], FileMode.Open, FileAccess.Read, FileShare.Read))], order, to);
            else
                JoinRecords(order, note.Format == "csv", to);
            to.Flush();
            note.Bytes = to.Length;
            to.Position = 0;
            note.Sha256 = Convert.ToHexStringLower(SHA256.HashData(to));
        });
        note.ErrorBytes = WriteErrors(place + ".errors.jsonl");
        using (var file = new PendingFile(place + ".run.json"))
        {
            file.Write(note.ToJson());
            file.Commit();
        }

        output.Commit();
        return note;
    }

    private void JoinRecords(IEnumerable<(int Part, long Scored)> order, bool isTable, Stream to)
    {
        var streams = parts.Select(p => new RecordStream(paths[p.Index], quotes: isTable)).ToArray();
        try
        {
            if (isTable)
            {
                string[] headers = [.. streams.Select(s => s.ReadHeader())];
                to.Write(Encoding.UTF8.GetBytes(headers[0]));
            }

            foreach (var (part, scored) in order)
                streams[part].Copy(scored, more => to.Write(more.Span));
        }
        finally
        {
            foreach (var stream in streams)
                stream.Dispose();
        }
    }

    private static ToolFailure Refuse(string message) => new(ExitCode.InputErrors, message);

    private (RunNote Note, int Index) Check(string path, int index)
    {
        if (!File.Exists(path))
            throw ToolFailure.Outside($"cannot read '{path}': there is no such file{(File.Exists(path + ".part") ? "; its run has not ended" : "")}");
        var note = RunNote.Read(path + ".run.json") ?? throw Refuse($"'{path}.run.json' is not there or cannot be read: a part is merged with its note");
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (file.Length != note.Bytes || Convert.ToHexStringLower(SHA256.HashData(file)) != note.Sha256)
            throw Refuse($"'{path}' is not the file that its note speaks of: it was cut or changed");
        return (note, index);
    }

    /// <summary>The failures of all parts, by row.</summary>
    private long WriteErrors(string target)
    {
        var failures = new List<(long Row, string Line)>();
        foreach (string path in paths.Select(p => p + ".errors.jsonl").Where(File.Exists))
        {
            foreach (string line in File.ReadLines(path))
            {
                using var json = System.Text.Json.JsonDocument.Parse(line);
                failures.Add((json.RootElement.GetProperty("row").GetInt64(), line));
            }
        }

        if (failures.Count == 0)
        {
            File.Delete(target);
            return 0;
        }

        byte[] text = Encoding.UTF8.GetBytes(string.Concat(failures.OrderBy(f => f.Row).Select(f => f.Line + "\n")));
        using var file = new PendingFile(target);
        file.Write(text);
        file.Commit();
        return text.Length;
    }

    /// <summary>A file of records, each ending at a line feed outside quotes.</summary>
    private sealed class RecordStream(string path, bool quotes) : IDisposable
    {
        private readonly FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        private readonly byte[] buffer = new byte[1 << 20];
        private int start, end;
        private bool inQuotes;

        public string ReadHeader()
        {
            var text = new MemoryStream();
            Copy(1, more => text.Write(more.Span));
            return Encoding.UTF8.GetString(text.ToArray());
        }

        public void Copy(long records, Action<ReadOnlyMemory<byte>> put)
        {
            while (records > 0)
            {
                if (start == end)
                {
                    start = 0;
                    end = file.Read(buffer);
                    if (end == 0)
                        throw Refuse($"'{path}' has fewer rows than its note counts");
                }

                int at = start;
                while (at < end && records > 0)
                {
                    byte b = buffer[at++];
                    if (b == (byte)'"' && quotes)
                        inQuotes = !inQuotes;
                    else if (b == (byte)'\n' && !inQuotes)
                        records--;
                }

                put(buffer.AsMemory(start, at - start));
                start = at;
            }
        }

        public void Dispose() => file.Dispose();
    }
}
