using System.Runtime.CompilerServices;
using System.Text.Json;
using GutSkin.Core.Diagnostics;

namespace GutSkin.Core.Json;

/// <summary>Fills the rows of a <see cref="JsonTree"/> from the tokens of a <see cref="Utf8JsonReader"/>.</summary>
internal sealed class JsonTreeBuilder(byte[] text, int start, int end, JsonDialect dialect)
{
    private JsonTokenType last;
    private int lastEnd;

    /// <summary>What was found so far.</summary>
    public JsonRowList Found { get; } = new(end - start);

    /// <summary>What ended reading.</summary>
    public JsonFault? Fault { get; private set; }

    /// <summary>Reads all tokens, or up to a fault.</summary>
    public void Read(CancellationToken cancellation)
    {
        var json = text.AsSpan(start, end - start);
        var options = new JsonReaderOptions
        {
            AllowTrailingCommas = dialect.CommentsAndTrailingCommas,
            CommentHandling = dialect.CommentsAndTrailingCommas ? JsonCommentHandling.Skip : JsonCommentHandling.Disallow,
            MaxDepth = dialect.Depth + 2,
        };
        var reader = new Utf8JsonReader(json, options);
        int tokens = 0;
        try
        {
            while (Fault is null && TakeNext(ref reader))
            {
                if ((++tokens & 0xFFF) == 0)
                    cancellation.ThrowIfCancellationRequested();
            }
        }
        catch (JsonException)
        {
            int at = start + JsonTreeParser.FirstWrongByte(json, options, tokens);
            Fault = new JsonFault(DiagnosticCodes.Syntax, at, Describe(at));
        }
    }

    // On its own, so that the loop around it, which a runtime compiles anew while it runs, stays small: with the reader in it
    // that takes longer than reading.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TakeNext(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
            return false;
        last = reader.TokenType;
        lastEnd = start + (int)reader.BytesConsumed;
        Take(ref reader);
        return true;
    }

    private string Describe(int at)
    {
        if (at >= end)
            return "The text ends before the JSON document does.";
        if (SyntaxSlips.Describe(text, start, at, last, lastEnd, isInObject: Found.IsInObject) is { } slip)
            return slip;
        char c = (char)text[at];
        return "{}[],:;/'\"=()#".Contains(c, StringComparison.Ordinal)
            ? $"The text is not JSON from this {c} on."
            : "The text is not JSON from here on.";
    }

    private void Take(ref Utf8JsonReader reader)
    {
        int at = start + (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                Found.Name(at, reader.ValueSpan.Length, reader.ValueIsEscaped);
                CheckEscapes(ref reader, at);
                break;
            case JsonTokenType.StartObject:
                Begin(JsonKind.Object, at);
                break;
            case JsonTokenType.StartArray:
                Begin(JsonKind.Array, at);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                Found.End();
                break;
            case JsonTokenType.String:
                CheckEscapes(ref reader, at);
                Found.Add(JsonKind.String, at, reader.ValueSpan.Length, reader.ValueIsEscaped);
                break;
            case JsonTokenType.Number:
                Found.Add(JsonKind.Number, at, reader.ValueSpan.Length);
                break;
            case JsonTokenType.True:
                Found.Add(JsonKind.True, at, 4);
                break;
            case JsonTokenType.False:
                Found.Add(JsonKind.False, at, 5);
                break;
            case JsonTokenType.Null:
                Found.Add(JsonKind.Null, at, 4);
                break;
        }
    }

    private void CheckEscapes(ref Utf8JsonReader reader, int at)
    {
        if (reader.ValueIsEscaped && Utf8Faults.LoneSurrogateIn(reader.ValueSpan) is >= 0 and int lone)
            Fault = new JsonFault(DiagnosticCodes.Syntax, at + 1 + lone, "The escape is half of a surrogate pair.");
    }

    private void Begin(JsonKind kind, int at)
    {
        if (Found.Depth >= dialect.Depth)
            Fault = new JsonFault(DiagnosticCodes.TooDeep, at, "The document is nested deeper than 64 levels.");
        else
            Found.Begin(kind, at);
    }
}

/// <summary>Finds properties that stand twice in one object; names are compared without their escapes.</summary>
internal static class RepeatedNames
{
    // Up to here comparing each with each is cheaper than a set.
    private const int Few = 16;

    /// <summary>Reports each at its second name.</summary>
    public static void Report(JsonReading reading)
    {
        var tree = reading.Tree;
        Span<int> few = stackalloc int[Few];
        for (int row = 0; row < tree.Count && !reading.IsFull; row++)
        {
            if (tree.Row(row).Kind != JsonKind.Object)
                continue;
            int count = 0;
            foreach (var child in new JsonTreeNode(tree, row).Children)
            {
                if (count == Few)
                {
                    count++;
                    break;
                }

                few[count++] = child.Index;
            }

            if (count > Few)
                ReportMany(reading, new JsonTreeNode(tree, row));
            else
                ReportFew(reading, few[..count]);
        }
    }

    private static void ReportFew(JsonReading reading, ReadOnlySpan<int> children)
    {
        for (int i = 1; i < children.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (SameName(reading.Tree, children[i], children[j]))
                {
                    ReportOne(reading, new JsonTreeNode(reading.Tree, children[i]));
                    break;
                }
            }
        }
    }

    private static void ReportMany(JsonReading reading, JsonTreeNode node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in node.Children)
        {
            if (reading.IsFull)
                return;
            if (!seen.Add(child.Name))
                ReportOne(reading, child);
        }
    }

    private static void ReportOne(JsonReading reading, JsonTreeNode node) =>
        reading.ReportName(DiagnosticCodes.RepeatedProperty, node, $"The property {Quoting.Quote(node.Name)} stands here a second time.");

    private static bool SameName(JsonTree tree, int a, int b)
    {
        var one = tree.RawNameOf(a, out bool oneEscaped);
        var other = tree.RawNameOf(b, out bool otherEscaped);
        return oneEscaped || otherEscaped ? tree.NameOf(a) == tree.NameOf(b) : one.SequenceEqual(other);
    }
}
