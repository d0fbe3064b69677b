using System.Collections.Immutable;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Values;

namespace GutSkin.Core.Json;

/// <summary>Tells a document of another kind from a faulty one of this.</summary>
internal static class OtherDocuments
{
    private static readonly string[] OfProfiles = ["observations", "screened", "concerns", "asOf"];
    private static readonly string[] OfRuleSets = ["rules", "factors", "interventions", "safety", "extends", "conditions"];

    /// <summary>Reports a document that is of another kind than the one read.</summary>
    /// <param name="reading">The document.</param>
    /// <param name="isRuleSet">Whether a rule set is read; else a profile.</param>
    /// <returns>Whether it is of another kind.</returns>
    public static bool Report(JsonReading reading, bool isRuleSet)
    {
        var root = reading.Tree.Root;
        if (root.Kind != JsonKind.Object)
            return false;
        string wanted = isRuleSet ? "a rule set" : "a profile";
        string? found = root.Property("schema") is { Kind: JsonKind.String } schema && schema.Text.StartsWith("gutskin.assessment/", StringComparison.Ordinal) ? "an assessment"
            : isRuleSet && Has(root, OfProfiles) && !Has(root, OfRuleSets) && root.Property("version") is null ? "a profile"
            : !isRuleSet && Has(root, OfRuleSets) && !Has(root, OfProfiles) ? "a rule set"
            : null;
        if (found is not null)
            reading.Report(DiagnosticCodes.WrongType, root, $"This is {found}, not {wanted}.", $"Give {wanted} here.");
        return found is not null;
    }

    private static bool Has(JsonTreeNode root, string[] names) => names.Any(n => root.Property(n) is not null);
}

/// <summary>
/// One object being read against its <see cref="ObjectShape"/>. Opening it reports what is unknown or missing; the methods
/// read one property each and give null, or a harmless default, where it is absent or faulty.
/// </summary>
internal readonly struct ObjectReader
{
    // The row of each property, 0 where it is absent; behind them where to look first for the next: readers mostly ask in the order of the shape.
    private readonly int[] rows;

    private ObjectReader(JsonReading reading, JsonTreeNode node, ObjectShape shape, int[] rows)
    {
        Reading = reading;
        Node = node;
        Shape = shape;
        this.rows = rows;
    }

    /// <summary>The document.</summary>
    public JsonReading Reading { get; }

    /// <summary>The object.</summary>
    public JsonTreeNode Node { get; }

    /// <summary>Its kind.</summary>
    public ObjectShape Shape { get; }

    /// <summary>Whether it is an object at all.</summary>
    public bool IsOpen => rows.Length > 0;

    /// <summary>Matches an object with its shape.</summary>
    public static ObjectReader Open(JsonReading reading, JsonTreeNode node, ObjectShape shape)
    {
        if (reading.IsOwn ? node.Kind != JsonKind.Object : !reading.CanHold(node, "an object", shape.InsteadOf(node.Kind)))
            return new ObjectReader(reading, node, shape, []);
        var tree = node.Tree;
        int[] rows = new int[shape.Properties.Length + 1];
        int guess = 0;
        foreach (var child in node.Children)
        {
            var name = tree.RawNameOf(child.Index, out bool escaped);
            int property = escaped ? shape.IndexOf(child.Name, guess) : shape.IndexOf(name, guess);
            if (property < 0)
            {
                ReportUnknown(reading, node, child, shape);
                continue;
            }

            // Of a name that stands twice the first counts; row 0 is the document, never a property.
            if (rows[property] == 0)
                rows[property] = child.Index;
            guess = property + 1;
        }

        var reader = new ObjectReader(reading, node, shape, rows);
        if (reading.IsOwn)
            return reader;
        int missing = 0;
        for (int i = 0; i < shape.Properties.Length; i++)
        {
            if (rows[i] == 0 && shape.IsRequired(i))
                missing++;
        }

        // Who writes an id and what changes thinks that the rest stays.
        bool isPart = missing > 1 && shape.Properties[0] == "id" && rows[0] != 0;
        for (int i = 0; missing > 0 && i < shape.Properties.Length; i++)
        {
            if (rows[i] == 0 && shape.IsRequired(i))
                reader.ReportMissing(shape.Properties[i], isPart ? "Add it: an entry replaces the one with its id as a whole, and nothing of that is kept." : null);
        }

        return reader;
    }

    /// <summary>Reports a missing property at the object's brace.</summary>
    public void ReportMissing(string property, string? hint = null) => Reading.ReportForm(
        DiagnosticCodes.MissingProperty, Node, $"The {Shape.Name} has no {Quoting.Quote(property)}.", hint, property);

    /// <summary>Whether the property is there, faulty or not.</summary>
    public bool Has(string property) => Find(property) is not null;

    /// <summary>How many of some properties, by their places in the shape, are there, faulty or not.</summary>
    public int CountOf(int[] places)
    {
        int count = 0;
        foreach (int place in rows.Length == 0 ? [] : places)
        {
            if (rows[place] != 0)
                count++;
        }

        return count;
    }

    /// <summary>The value of a property; null where it is absent.</summary>
    public JsonTreeNode? Find(string property)
    {
        if (rows.Length == 0)
            return null;
        ref int guess = ref rows[^1];
        int place = Shape.IndexOf(property, guess);
        int row = rows[place];
        guess = place + 1;
        return row == 0 ? null : new JsonTreeNode(Node.Tree, row);
    }

    public string? String(string property) => Find(property) is { } node ? Reading.String(node) : null;

    /// <summary>A required string, empty where it is missing or faulty.</summary>
    public string Text(string property) => String(property) ?? "";

    /// <summary>The id of an entry, empty where it is missing or no string.</summary>
    public string EntryId(string property = "id") => (Find(property) is { } node ? Reading.EntryId(node) : null) ?? "";

    public double? Number(string property) => Find(property) is { } node ? Reading.Number(node) : null;

    public int? Int(string property) => Find(property) is { } node ? (int?)Reading.Whole(node, int.MinValue, int.MaxValue) : null;

    public long? Long(string property) => Find(property) is { } node ? Reading.Whole(node) : null;

    public bool Flag(string property) => Find(property) is { } node && (Reading.Boolean(node) ?? false);

    public DateOnly? Date(string property) => Find(property) is { } node ? Reading.Date(node) : null;

    public FactorValue? Value(string property) => Find(property) is { } node ? Reading.Value(node) : null;

    public Interval? Pair(string property) => Find(property) is { } node ? Reading.Pair(node) : null;

    public T? Keyword<T>(string property, KeywordTable<T> table)
        where T : struct, Enum
    {
        int index = KeywordIndex(property, table);
        return index < 0 ? null : table[index];
    }

    public T Keyword<T>(string property, KeywordTable<T> table, T otherwise)
        where T : struct, Enum
    {
        int index = KeywordIndex(property, table);
        return index < 0 ? otherwise : table[index];
    }

    public ImmutableArray<string> Strings(string property) => Find(property) is { } node ? Reading.Strings(node) : [];

    public ImmutableArray<T> List<T>(string property, Func<JsonReading, JsonTreeNode, T> read) =>
        Find(property) is { } node ? Reading.List(node, read) : [];

    /// <summary>Texts by name; none where they are absent or faulty.</summary>
    public NamedValues<string> Texts(string property, string expected = "an object") =>
        (Find(property) is { } node ? Reading.Named(node, static (reading, item) => reading.String(item), expected) : null) ?? NamedValues<string>.None;

    /// <summary>A property that is an object of its own; null where it is absent.</summary>
    public T? Part<T>(string property, Func<JsonReading, JsonTreeNode, T?> read)
        where T : class =>
        Find(property) is { } node ? read(Reading, node) : null;

    private int KeywordIndex(string property, KeywordTable table) => Find(property) is { } node ? Reading.Keyword(node, table) : -1;

    private static void ReportUnknown(JsonReading reading, JsonTreeNode node, JsonTreeNode child, ObjectShape shape)
    {
        string name = child.Name;
        if (ObjectShape.IsExtension(name))
            return;
        reading.ReportName(
            DiagnosticCodes.UnknownProperty,
            child,
            $"{("aeiou".Contains(shape.Name[0], StringComparison.Ordinal) ? "An" : "A")} {shape.Name} has no property {Quoting.Quote(name)}.",
            shape.HintFor(name) ?? Ids.HintFor(name, shape.Properties));

        // What was probably meant is not missing: only misspelled.
        if ((shape.MeantBy(name) ?? Ids.Nearest(name, shape.Properties)) is { } meant && node.Property(meant) is null)
            reading.MarkMissing(node, meant);
    }
}
