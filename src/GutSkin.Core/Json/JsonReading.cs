using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>One document being read: its tree, what was found wrong so far, and which entry was read where.</summary>
internal sealed partial class JsonReading
{
    // A hint costs a search; who makes more mistakes than this has read the first ones.
    private const int MaxHints = 1_000;

    private readonly List<Finding> findings = [];
    private readonly BrokenParts broken = new();
    private readonly Dictionary<object, int> entries = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, int[]> kept = [];
    private readonly string? file;

    public JsonReading(JsonTree tree, string? file)
    {
        Tree = tree;
        this.file = file;
        if (tree.Fault is null)
            RepeatedNames.Report(this);
    }

    /// <summary>The document.</summary>
    public JsonTree Tree { get; }

    /// <summary>Notes where an entry was read.</summary>
    public T Place<T>(T entry, JsonNode node)
        where T : class
    {
        entries[entry] = node.Index;
        return entry;
    }

    /// <summary>Notes which elements of an array were kept, where some were dropped.</summary>
    public void Keep(JsonNode array, List<int> elements) => kept[array.Index] = [.. elements];

    /// <summary>Reports a faulty value.</summary>
    public void Report(string code, JsonNode node, string message, string? hint = null)
    {
        broken.Add(node);
        findings.Add(new Finding(code, node.Index, node.Start, message, hint));
    }

    /// <summary>Reports a fault at a property's name.</summary>
    public void ReportName(string code, JsonNode node, string message, string? hint = null)
    {
        broken.Add(node);
        findings.Add(new Finding(code, node.Index, node.NameStart, message, hint));
    }

    /// <summary>Reports a fault of an object as such, at its brace, which breaks only some of its properties.</summary>
    public void ReportForm(string code, JsonNode node, string message, string? hint, params ReadOnlySpan<string> properties)
    {
        foreach (string property in properties)
            broken.Add(node, property);
        findings.Add(new Finding(code, node.Index, node.Start, message, hint));
    }

    /// <summary>Notes that a property is missing because of a fault reported elsewhere.</summary>
    public void MarkMissing(JsonNode holder, string property) => broken.Add(holder, property);

    /// <summary>The nearest of the allowed words as a hint.</summary>
    public string? HintFor(string word, IEnumerable<string> allowed) => findings.Count < MaxHints ? Ids.HintFor(word, allowed) : null;

    /// <summary>The places of the entries below a part of the document.</summary>
    public JsonSourceMap SourceOf(JsonNode root) => new(root, file, entries, kept, broken);

    /// <summary>What is wrong, in the order of the document.</summary>
    public ImmutableArray<Diagnostic> Diagnostics()
    {
        if (Tree.Fault is { } fault)
            return [Make(fault.Code, fault.Offset, Tree.FaultPath, fault.Message, null)];
        return [.. findings.OrderBy(f => f.Offset).Select(f => Make(f.Code, f.Offset, Tree.PathOf(f.Node), f.Message, f.Hint))];
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
            Hint = hint,
        };
    }

    private readonly record struct Finding(string Code, int Node, int Offset, string Message, string? Hint);
}
