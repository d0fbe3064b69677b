using System.Collections.Immutable;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;
using GutSkin.Core.Values;

namespace GutSkin.Core.RuleSets.Format;

/// <summary>Reads a gate with all gates in it.</summary>
internal static class GateReader
{
    private static readonly int[] Forms = ObjectShapes.Gate.PlacesOf("factor", "all", "any", "not", "known", "concern");
    private static readonly int[] Comparisons = ObjectShapes.Gate.PlacesOf("atLeast", "above", "atMost", "below", "equals", "in", "between");

    /// <summary>Stands where no gate could be read.</summary>
    public static Gate Nothing => new AllGate { Operands = [] };

    /// <summary>Reads a gate.</summary>
    public static Gate Read(JsonReading reading, JsonTreeNode node)
    {
        if (!reading.IsOwn && HasMoreNodes(node, JsonDialect.MaxGateNodes))
        {
            reading.Report(DiagnosticCodes.GateTooLarge, node, GateSize.TooLarge);
            return reading.Place(Nothing, node);
        }

        return ReadNode(reading, node);
    }

    private static Gate ReadNode(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Gate);
        if (!json.IsOpen)
            return reading.Place(Nothing, node);
        int forms = json.CountOf(Forms);
        bool compares = json.CountOf(Comparisons) > 0;
        bool hasFactor = json.Has("factor");
        string? fault = (forms, hasFactor, compares) switch
        {
            (0, _, _) => "The gate has no form.",
            ( > 1, _, _) => "The gate has more than one form.",
            (_, true, false) => "The gate names a factor and compares it with nothing.",
            (_, false, true) => "The gate compares, and has another form too.",
            _ => null,
        };

        // All parts are read in any case, so that every fault in them is found.
        var gates = ReadForms(json, hasFactor || compares);
        if (fault is null)
            return reading.Place(gates ?? Nothing, node);
        if (forms <= 1 && IsMisspelled(node))
            return reading.Place(Nothing, node);
        reading.Report(
            DiagnosticCodes.BadGateForm,
            node,
            fault,
            "Give one of factor with a comparison, all, any, not, known, concern.");
        return reading.Place(Nothing, node);
    }

    /// <summary>Whether a form or comparison is there under a wrong name, which has been reported: then nothing is missing.</summary>
    private static bool IsMisspelled(JsonTreeNode node)
    {
        foreach (var child in node.Children)
        {
            if (!ObjectShape.IsExtension(child.Name) && !ObjectShapes.Gate.Properties.Contains(child.Name)
                && (ObjectShapes.Gate.MeantBy(child.Name) ?? Ids.Nearest(child.Name, ObjectShapes.Gate.Properties)) is not null)
                return true;
        }

        return false;
    }

    private static Gate? ReadForms(ObjectReader json, bool isComparison)
    {
        Gate? gate = null;
        if (isComparison)
            gate = ReadComparison(json);
        if (json.Has("all"))
            gate = new AllGate { Operands = json.List("all", ReadNode) };
        if (json.Has("any"))
            gate = new AnyGate { Operands = json.List("any", ReadNode) };
        if (json.Find("not") is { } operand)
            gate = new NotGate { Operand = ReadNode(json.Reading, operand) };
        if (json.Has("known"))
            gate = json.String("known") is { } known ? new KnownGate { Factor = known } : null;
        if (json.Has("concern"))
            gate = json.String("concern") is { } concern ? new ConcernGate { Condition = concern } : null;
        return gate;
    }

    private static ComparisonGate? ReadComparison(ObjectReader json)
    {
        ImmutableArray<FactorValue>? choices = json.Find("in") is { } list
            ? json.Reading.List(list, static (reading, item) => reading.Value(item) ?? FactorValue.Choice(""))
            : null;
        string? factor = json.String("factor");
        var gate = new ComparisonGate
        {
            Factor = factor ?? "",
            AtLeast = json.Number("atLeast"),
            Above = json.Number("above"),
            AtMost = json.Number("atMost"),
            Below = json.Number("below"),
            EqualTo = json.Value("equals"),
            In = choices,
            Between = json.Pair("between"),
        };
        return factor is null ? null : gate;
    }

    /// <summary>Whether there are more than so many nodes in a gate: each object is one, and each choice of an 'in'.</summary>
    private static bool HasMoreNodes(JsonTreeNode node, int most)
    {
        for (int row = node.Index, end = node.End; row < end; row++)
        {
            var kind = node.Tree.Row(row).Kind;
            if ((kind == JsonKind.Object || (kind != JsonKind.Array && IsChoice(node, row))) && --most < 0)
                return true;
        }

        return false;
    }

    private static bool IsChoice(JsonTreeNode node, int row)
    {
        int parent = node.Tree.Row(row).Parent;
        return parent > node.Index && node.Tree.Row(row).NameLength < 0 && node.Tree.IsNamed(parent, "in");
    }
}

/// <summary>Writes a gate; one without operands on one line.</summary>
internal static class GateWriter
{
    /// <summary>Writes a gate.</summary>
    /// <exception cref="ArgumentException">It is deeper or larger than a document may be.</exception>
    public static void Write(JsonTextWriter json, Gate gate)
    {
        if (GateSize.Fault(gate, json.Depth + 1) is { } fault)
            throw new ArgumentException(fault.Message, nameof(gate));
        WriteNode(json, gate);
    }

    private static void WriteNode(JsonTextWriter json, Gate gate)
    {
        json.Begin('{', onOneLine: gate is ComparisonGate or KnownGate or ConcernGate or NotGate { Operand: ComparisonGate or KnownGate or ConcernGate });
        switch (gate)
        {
            case ComparisonGate comparison:
                WriteComparison(json, comparison);
                break;
            case KnownGate known:
                json.Property("known", known.Factor);
                break;
            case ConcernGate concern:
                json.Property("concern", concern.Condition);
                break;
            case NotGate not:
                json.Part("not", not.Operand, WriteNode);
                break;
            case AllGate all:
                WriteOperands(json, "all", all.Operands);
                break;
            case AnyGate any:
                WriteOperands(json, "any", any.Operands);
                break;
        }

        json.End('}');
    }

    private static void WriteOperands(JsonTextWriter json, string name, ImmutableArray<Gate> operands)
    {
        json.Name(name);
        json.Begin('[');
        foreach (var operand in operands.IsDefault ? [] : operands)
            WriteNode(json, operand);
        json.End(']');
    }

    private static void WriteComparison(JsonTextWriter json, ComparisonGate gate)
    {
        json.Property("factor", gate.Factor);
        json.Property("atLeast", gate.AtLeast);
        json.Property("above", gate.Above);
        json.Property("atMost", gate.AtMost);
        json.Property("below", gate.Below);
        json.Property("equals", gate.EqualTo);
        if (gate.In is { } choices)
        {
            json.Name("in");
            json.Begin('[');
            foreach (var choice in choices.IsDefault ? [] : choices)
                json.Value(choice);
            json.End(']');
        }

        json.Property("between", gate.Between);
    }
}

/// <summary>
/// Holds a gate to the limits that a document has, without going deeper than these: one written in C# could be the end of the stack, and
/// one made of the same parts again and again has no end.
/// </summary>
internal static class GateSize
{
    /// <summary>What is said of a gate that is too large.</summary>
    public const string TooLarge = "The gate has more than 1,000 nodes; each choice of an 'in' counts as one.";

    /// <summary>What is wrong with the size of a gate; null where it fits into a document.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="level">The level that its brace would have in the document.</param>
    public static (string Code, string Message)? Fault(Gate gate, int level)
    {
        var open = new Stack<(Gate Gate, int Level)>();
        open.Push((gate, level));
        for (int nodes = 1; open.TryPop(out var next); nodes++)
        {
            if (nodes > JsonDialect.MaxGateNodes)
                return (DiagnosticCodes.GateTooLarge, TooLarge);
            if (LevelsOf(next.Gate, next.Level) > JsonDialect.MaxDepth)
                return (DiagnosticCodes.TooDeep, "The gate is nested too deep: a document has at most 64 levels.");
            switch (next.Gate)
            {
                case AllGate all:
                    Push(all.Operands, next.Level + 2);
                    break;
                case AnyGate any:
                    Push(any.Operands, next.Level + 2);
                    break;
                case ComparisonGate { In: { IsDefault: false } choices }:
                    nodes += choices.Length;
                    if (nodes > JsonDialect.MaxGateNodes)
                        return (DiagnosticCodes.GateTooLarge, TooLarge);
                    break;
                case NotGate not:
                    open.Push((not.Operand, next.Level + 1));
                    break;
            }
        }

        return null;

        void Push(ImmutableArray<Gate> operands, int level)
        {
            for (int i = operands.IsDefault ? -1 : operands.Length - 1; i >= 0; i--)
                open.Push((operands[i], level));
        }
    }

    /// <summary>The deepest level of a node itself: lists are a level of their own.</summary>
    private static int LevelsOf(Gate gate, int level) => gate switch
    {
        AllGate or AnyGate => level + 1,
        ComparisonGate { In: not null } or ComparisonGate { Between: not null } => level + 1,
        _ => level,
    };
}
