using System.Collections.Immutable;

namespace GutSkin.Core.Diagnostics;

/// <summary>Collects what is wrong with documents, each fault once, and gives it in the order of the documents.</summary>
internal sealed class DiagnosticBag
{
    /// <summary>The most faults that are listed of one document.</summary>
    public const int MaxFaults = 10_000;

    private readonly List<(int Document, int Number, Diagnostic Diagnostic)> found = [];
    private readonly Dictionary<int, int> counts = [];
    private readonly HashSet<(int, string, int?, int?, string)> read = [];
    private readonly HashSet<(int, string, int?, int?, string, string)> added = [];

    /// <summary>Whether there is any error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Takes over what reading has found.</summary>
    public void AddRead(int document, ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            read.Add((document, diagnostic.Code, diagnostic.Line, diagnostic.Column, diagnostic.Line is null ? diagnostic.Path : ""));
            Append(document, diagnostic);
        }
    }

    /// <summary>Adds a fault, unless the same was reported at the same place, or so many that nobody will read it.</summary>
    public void Add(int document, Diagnostic diagnostic)
    {
        string path = diagnostic.Line is null ? diagnostic.Path : "";
        if (read.Contains((document, diagnostic.Code, diagnostic.Line, diagnostic.Column, path))
            || !added.Add((document, diagnostic.Code, diagnostic.Line, diagnostic.Column, path, diagnostic.Message)))
            return;
        int count = 0;
        if (diagnostic.Severity == DiagnosticSeverity.Error)
            count = counts[document] = counts.GetValueOrDefault(document) + 1;
        if (count <= MaxFaults)
            Append(document, diagnostic);
        else if (count == MaxFaults + 1)
            Append(document, diagnostic with
            {
                Code = DiagnosticCodes.TooManyFaults,
                Message = "There are more than 10,000 faults; the others are left out.",
                Hint = null,
            });
    }

    /// <summary>Warnings that the data says are right on purpose, with the reasons.</summary>
    public List<(Diagnostic Diagnostic, string Reason)> Excused { get; } = [];

    /// <summary>Sets a warning aside that the data says is right on purpose.</summary>
    public void Excuse(Diagnostic diagnostic, string reason)
    {
        if (!Excused.Any(e => e.Diagnostic == diagnostic))
            Excused.Add((diagnostic, reason));
    }

    /// <summary>Everything found: by document, line, column, then as it was found.</summary>
    public ImmutableArray<Diagnostic> InOrder() =>
    [
        .. found.OrderBy(f => f.Document)
            .ThenBy(f => f.Diagnostic.Line ?? 0)
            .ThenBy(f => f.Diagnostic.Column ?? 0)
            .ThenBy(f => f.Number)
            .Select(f => f.Diagnostic),
    ];

    private void Append(int document, Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
        found.Add((document, found.Count, diagnostic));
    }
}
