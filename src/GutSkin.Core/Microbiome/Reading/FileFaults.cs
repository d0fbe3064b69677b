using System.Collections.Immutable;

namespace GutSkin.Core.Microbiome;

/// <summary>The faults found in one file, each with its line; at most a hundred.</summary>
internal sealed class FileFaults(string? file)
{
    private const int Most = 100;
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
        if (list.Count == Most)
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

    /// <summary>The result: the value only where there is no error.</summary>
    public ReadResult<T> ToResult<T>(T? value)
        where T : class =>
        new(HasErrors ? null : value, [.. list.OrderBy(d => d.Line).ThenBy(d => d.Column)]);

    /// <summary>The faults in the order of the file.</summary>
    public ImmutableArray<Diagnostic> ToArray() => [.. list.OrderBy(d => d.Line).ThenBy(d => d.Column)];
}
