using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using GutSkin.Core.Diagnostics;

namespace GutSkin.Core.Json;

/// <summary>One document being read: its tree, what was found wrong so far, and which entry was read where.</summary>
internal sealed partial class JsonReading
{
    // Null for the library's own data, of which no place is noted.
    private readonly Dictionary<object, int>? entries;
    private readonly Dictionary<int, int[]>? kept;

    // Null until something is found.
    private List<Finding>? findings;
    private BrokenParts? broken;
    private readonly string? file;
    private readonly CancellationToken cancellation;

    public JsonReading(JsonTree tree, string? file, CancellationToken cancellation = default)
    {
        Tree = tree;
        this.file = file;
        this.cancellation = cancellation;
        entries = new(ReferenceEqualityComparer.Instance);
        kept = [];
        if (tree.Fault is null)
            RepeatedNames.Report(this);
    }

    private JsonReading(JsonTree tree) => Tree = tree;

    /// <summary>The document.</summary>
    public JsonTree Tree { get; }

    private BrokenParts Broken => broken ??= new BrokenParts();

    /// <summary>Whether it is the library's own data, which a test has read with all checks.</summary>
    [MemberNotNullWhen(false, nameof(entries), nameof(kept))]
    public bool IsOwn => entries is null;

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsClean => findings is null;

    /// <summary>Whether so much is wrong that no more is listed.</summary>
    public bool IsFull => findings?.Count > DiagnosticBag.MaxFaults;

    /// <summary>Reading of the library's own data, a whole document or part of one: where things stand is not noted.</summary>
    public static JsonReading OfOwn(byte[] utf8) => new(JsonScanner.Scan(utf8));

    /// <summary>Notes where an entry was read.</summary>
    /// <exception cref="OperationCanceledException">The document is no longer wanted.</exception>
    public T Place<T>(T entry, JsonTreeNode node)
        where T : class
    {
        if (IsOwn)
            return entry;
        cancellation.ThrowIfCancellationRequested();
        entries[entry] = node.Index;
        return entry;
    }

    /// <summary>Notes which elements of an array were kept, where some were dropped.</summary>
    public void Keep(JsonTreeNode array, List<int> elements)
    {
        if (!IsOwn)
            kept[array.Index] = [.. elements];
    }

    /// <summary>Reports a faulty value.</summary>
    public void Report(string code, JsonTreeNode node, string message, string? hint = null) => Add(code, node, node.Start, message, hint, breaks: true);

    /// <summary>Reports a fault at a property's name.</summary>
    public void ReportName(string code, JsonTreeNode node, string message, string? hint = null) =>
        Add(code, node, node.NameStart, message, hint, breaks: true);

    /// <summary>Reports a fault of an object as such, at its brace, which breaks only some of its properties.</summary>
    public void ReportForm(string code, JsonTreeNode node, string message, string? hint, params ReadOnlySpan<string> properties)
    {
        Add(code, node, node.Start, message, hint, breaks: false);
        foreach (string property in properties)
            MarkMissing(node, property);
    }

    /// <summary>Notes that a property is missing because of a fault reported elsewhere.</summary>
    public void MarkMissing(JsonTreeNode holder, string property)
    {
        if (!IsFull)
            Broken.Add(holder, property);
    }

    /// <summary>The places of the entries below a part of the document; null where none are noted.</summary>
    public JsonSourceMap? SourceOf(JsonTreeNode root) => IsOwn ? null : new(root, file, entries, kept, Broken);

    /// <summary>What is wrong, in the order of the document.</summary>
    public ImmutableArray<Diagnostic> Diagnostics()
    {
        if (Tree.Fault is { } fault)
            return [Make(fault.Code, fault.Offset, Tree.FaultPath, fault.Message, null)];
        return [.. (findings ?? []).OrderBy(f => f.Offset).Select(f => Make(f.Code, f.Offset, Tree.PathOf(f.Node), f.Message, f.Hint))];
    }

    private void Add(string code, JsonTreeNode node, int offset, string message, string? hint, bool breaks)
    {
        if (IsFull)
            return;
        findings ??= [];
        if (findings.Count == DiagnosticBag.MaxFaults)
        {
            // So many mistakes no hand makes. The memory is kept for others, and nothing more is said of this document.
            findings.Add(new Finding(DiagnosticCodes.TooManyFaults, node.Index, offset, "There are more than 10,000 faults; the others are left out.", null));
            Broken.Add(Tree.Root);
            return;
        }

        findings.Add(new Finding(code, node.Index, offset, message, hint));
        if (breaks)
            Broken.Add(node);
    }

    private Diagnostic Make(string code, int offset, string path, string message, string? hint)
    {
        var (line, column) = Tree.PositionOf(offset);
        return new Diagnostic
        {
            Code = code,
            Severity = DiagnosticCodes.SeverityOf(code),
            File = file,
            Line = line,
            Column = column,
            Path = path,
            Message = message,
            Hint = hint ?? DiagnosticCodes.RemedyOf(code),
        };
    }

    private sealed record Finding(string Code, int Node, int Offset, string Message, string? Hint);
}

/// <summary>Which parts of a tree the reader found fault with, so that no check of the finished data reports the same fault again.</summary>
internal sealed class BrokenParts
{
    private readonly SortedSet<int> values = [];
    private readonly SortedSet<int> holders = [];
    private readonly HashSet<(int Holder, string Name)> absent = [];

    /// <summary>Whether nothing is faulty.</summary>
    public bool IsEmpty => values.Count == 0 && holders.Count == 0;

    /// <summary>A value is faulty, with all that is in it.</summary>
    public void Add(JsonTreeNode value) => values.Add(value.Index);

    /// <summary>A property is faulty, or missing, or meant by another name.</summary>
    public void Add(JsonTreeNode holder, string property)
    {
        if (holder.Property(property) is { } value)
        {
            Add(value);
            return;
        }

        absent.Add((holder.Index, property));
        holders.Add(holder.Index);
    }

    /// <summary>Whether there is a fault at, above or below a value.</summary>
    public bool Touches(JsonTreeNode value) => HasAbove(value) || HasWithin(values, value) || HasWithin(holders, value);

    /// <summary>Whether a property that is not there is so through a fault already reported.</summary>
    public bool Misses(JsonTreeNode holder, string property) => absent.Contains((holder.Index, property)) || HasAbove(holder);

    private static bool HasWithin(SortedSet<int> set, JsonTreeNode value) =>
        set.Count > 0 && set.GetViewBetween(value.Index, value.End - 1).Count > 0;

    private bool HasAbove(JsonTreeNode value)
    {
        for (int row = value.Index; row >= 0; row = value.Tree.Row(row).Parent)
        {
            if (values.Contains(row))
                return true;
        }

        return false;
    }
}
