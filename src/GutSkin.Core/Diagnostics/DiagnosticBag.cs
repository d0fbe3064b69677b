using System.Collections.Immutable;
using GutSkin.Core.Values;

namespace GutSkin.Core.Diagnostics;

/// <summary>Collects what is wrong with documents, each fault once, and gives it in the order of the documents.</summary>
/// <param name="cancellation">Ends the run that fills it.</param>
internal sealed class DiagnosticBag(CancellationToken cancellation = default)
{
    /// <summary>The most faults that are listed of one document.</summary>
    public const int MaxFaults = 10_000;

    private readonly List<(int Document, int Number, Diagnostic Diagnostic)> found = [];
    private readonly Dictionary<(int Document, DiagnosticSeverity Severity), int> counts = [];
    private readonly HashSet<Diagnostic> excused = [];
    private readonly HashSet<(int, string, int?, int?, string)> read = [];
    private readonly HashSet<(int, string, int?, int?, string, string)> added = [];

    /// <summary>Whether there is any error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>What the searches for near ids may cost together.</summary>
    public HintBudget Hints { get; } = new();

    /// <summary>Ends the run where somebody wants it to end: asked at every entry and every stage.</summary>
    public void ThrowIfCanceled() => cancellation.ThrowIfCancellationRequested();

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
        var key = (document, diagnostic.Severity);
        if (counts.GetValueOrDefault(key) > MaxFaults)
            return;
        string path = diagnostic.Line is null ? diagnostic.Path : "";
        if (read.Contains((document, diagnostic.Code, diagnostic.Line, diagnostic.Column, path))
            || !added.Add((document, diagnostic.Code, diagnostic.Line, diagnostic.Column, path, diagnostic.Message)))
            return;
        int count = counts[key] = counts.GetValueOrDefault(key) + 1;
        if (count <= MaxFaults)
            Append(document, diagnostic);
        else if (count == MaxFaults + 1)
            Append(document, diagnostic with
            {
                Code = diagnostic.Severity == DiagnosticSeverity.Error ? DiagnosticCodes.TooManyFaults : DiagnosticCodes.TooMuchToList,
                Message = diagnostic.Severity == DiagnosticSeverity.Error
                    ? "There are more than 10,000 faults; the others are left out."
                    : "There are more than 10,000 warnings; the others are left out.",
                Hint = null,
            });
    }

    /// <summary>Warnings that the data says are right on purpose, with the reasons.</summary>
    public List<(Diagnostic Diagnostic, string Reason)> Excused { get; } = [];

    /// <summary>Sets a warning aside that the data says is right on purpose.</summary>
    public void Excuse(Diagnostic diagnostic, string reason)
    {
        if (excused.Add(diagnostic))
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
