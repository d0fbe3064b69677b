using System.Collections.Immutable;

namespace GutSkin.Microbiome;

/// <summary>The faults found in one file, each with its line; at most a hundred.</summary>
internal sealed class FileFaults(string? file)
{
    private const int MaxFaults = 100;
    private readonly List<Diagnostic> list = [];

    /// <summary>Whether there is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Whether reading on is pointless.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Notes a fault. Messages name taxa, samples and places; never a measured value.</summary>
    public void Add(string code, int line, int column, string message, string? hint = null)
    {
        if (IsFull)
            return;
        var severity = MicrobiomeDiagnostics.SeverityOf(code);
        HasErrors |= severity == DiagnosticSeverity.Error;
        if (list.Count == MaxFaults)
        {
            IsFull = HasErrors = true;
            (code, severity) = (MicrobiomeDiagnostics.TooManyFaults, DiagnosticSeverity.Error);
            message = "More than 100 faults; the rest of the file was not read.";
            hint = null;
        }

        list.Add(new Diagnostic
        {
            Code = code,
            Severity = severity,
            File = file,
            Line = Math.Max(1, line),
            Column = Math.Max(1, column),
            Message = message,
            Hint = hint,
        });
    }

    /// <summary>A text from the file, short and printable, as messages may quote it.</summary>
    public static string Quote(ReadOnlySpan<char> text)
    {
        const int longest = 80;
        bool cut = text.Length > longest;
        if (cut)
            text = text[..longest];
        var copy = text.ToArray();
        for (int i = 0; i < copy.Length; i++)
        {
            if (char.IsControl(copy[i]) || char.IsSurrogate(copy[i]))
                copy[i] = '?';
        }

        return string.Concat("'", copy, cut ? "…'" : "'");
    }

    /// <summary>The hint that names the known name with the least edit distance, where one is near enough to be meant.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        // A long text is no mistyped name, and its distance would cost its square.
        if (name.Length > 200)
            return null;
        string? best = null;
        int least = Math.Max(2, name.Length / 3) + 1;
        foreach (string candidate in known)
        {
            int distance = Math.Abs(candidate.Length - name.Length) < least ? Distance(name, candidate) : int.MaxValue;
            if (distance < least || (distance == least && best is not null && string.CompareOrdinal(candidate, best) < 0))
                (best, least) = (candidate, distance);
        }

        return best is null ? null : $"Did you mean {Quote(best)}?";
    }

    // Levenshtein's distance, a row of the matrix at a time.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }

    /// <summary>The result: the value only where there is no error.</summary>
    public ReadResult<T> ToResult<T>(T? value)
        where T : class =>
        HasErrors || value is null ? ReadResult.Failed<T>(ToArray()) : ReadResult.Of(value, ToArray());

    /// <summary>What was noticed, in words; what is about descriptions of the file left out.</summary>
    public ImmutableArray<string> Notices =>
        [.. ToArray().Where(d => d.Severity == DiagnosticSeverity.Warning && d.Code != MicrobiomeDiagnostics.BiomDescription)
            .Select(d => d.Hint is null ? d.Message : $"{d.Message} {d.Hint}")];

    /// <summary>The faults in the order of the file.</summary>
    public ImmutableArray<Diagnostic> ToArray() => [.. list.OrderBy(d => d.Line).ThenBy(d => d.Column)];
}
