using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Json;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Assessments.Format;

/// <summary>Reads an assessment: what is unknown is ignored, what is wrong is named with its line and column, and never its value.</summary>
internal static partial class AssessmentReader
{
    // Leaves nothing out, so that a part that lacks what it must have is noticed.
    private static readonly AssessmentJsonContext Everything = new(new JsonSerializerOptions(AssessmentJson.Context.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.Never });

    private const string Family = "gutskin.assessment/";

    /// <summary>Reads the whole form, and the compact one where there is a service whose rule set says the rest.</summary>
    public static ReadResult<Assessment> Read(ReadOnlyMemory<byte> utf8, string? file, ResolvedRuleSet? rules = null, ImmutableArray<WordTable> languages = default)
    {
        var tree = JsonTreeParser.Parse(utf8, JsonDialect.Strict);
        var reading = new JsonReading(tree, file);
        if (tree.Fault is null)
        {
            if (tree.Root.Kind == JsonKind.Object && tree.Root.Property("schema") is { Kind: JsonKind.String } name && reading.String(name) == CompactAssessment.SchemaName)
                return ReadCompact(reading, utf8, name, rules, languages);
            CheckSchema(reading, tree.Root);
            if (reading.IsClean && Deserialize(reading, utf8, AssessmentJson.Context.Assessment) is { } assessment && IsWhole(reading, assessment))
                return new ReadResult<Assessment>(assessment, []);
        }

        return new ReadResult<Assessment>(null, reading.Diagnostics());
    }

    private static ReadResult<Assessment> ReadCompact(JsonReading reading, ReadOnlyMemory<byte> utf8, JsonTreeNode schema, ResolvedRuleSet? rules, ImmutableArray<WordTable> languages)
    {
        if (rules is null)
        {
            reading.Report(DiagnosticCodes.CompactNeedsRuleSet, schema, "The assessment is in its compact form: what the rule set says is left out.", "Read it with scoring.ReadAssessment, of a service with the same rule set.");
        }
        else if (Deserialize(reading, utf8, AssessmentJson.CompactContext.CompactAssessment) is { } compact)
        {
            if (compact.RuleSet is not { } made)
                reading.ReportForm(DiagnosticCodes.MissingProperty, reading.Tree.Root, "The assessment does not say which rule set made it: it has no 'ruleSet'.", null, "ruleSet");
            else if (made.Sha256 != rules.Sha256)
                reading.Report(
                    DiagnosticCodes.CompactNeedsRuleSet, reading.Tree.Root.Property("ruleSet") ?? schema,
                    $"Another rule set made the assessment: {made.Id} {made.Version}; this is {rules.Data.Id} {rules.Data.Version}, and cannot give back what the compact form leaves out.",
                    "Read it with a service of that rule set.");
            else if (Expand(reading, compact, rules, languages) is { } assessment && IsWhole(reading, assessment))
                return new ReadResult<Assessment>(assessment, []);
        }

        return new ReadResult<Assessment>(null, reading.Diagnostics());
    }

    private static Assessment? Expand(JsonReading reading, CompactAssessment compact, ResolvedRuleSet rules, ImmutableArray<WordTable> languages)
    {
        var language = string.IsNullOrEmpty(compact.Culture) ? null : WordTable.Find(compact.Culture, languages.IsDefault ? [] : languages);
        var words = new RuleSetWords(rules, compact.Culture, language ?? WordTable.For(compact.Culture));
        try
        {
            return new CompactReader(compact, CompiledRuleSet.Of(rules), words).Read();
        }
        catch (MissingEntryException error)
        {
            reading.Report(DiagnosticCodes.DanglingReference, reading.Tree.Root, $"The assessment names {Quoting.Quote(error.Id)}, which its rule set does not have: was it changed?", null);
            return null;
        }
    }

    /// <summary>Whether no part lacks a list or an id: what does can be read, and then neither be written nor shown.</summary>
    private static bool IsWhole(JsonReading reading, Assessment assessment)
    {
        try
        {
            JsonSerializer.Serialize(Stream.Null, assessment, Everything.Assessment);
            return true;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            reading.ReportForm(DiagnosticCodes.MissingProperty, reading.Tree.Root, "A part of the assessment lacks a list or an id that every assessment has: was it changed?", null, "conditions");
            return false;
        }
    }

    private static void CheckSchema(JsonReading reading, JsonTreeNode root)
    {
        if (root.Kind != JsonKind.Object)
            reading.ReportType(root, "an assessment, which is an object");
        else if (root.Property("schema") is not { } schema)
            reading.ReportForm(
                DiagnosticCodes.MissingProperty, root, "The document has no 'schema': it is no assessment.", $"An assessment begins with \"schema\": \"{Assessment.SchemaName}\".", "schema");
        else if (reading.String(schema) is { } name && name != Assessment.SchemaName)
            reading.Report(
                DiagnosticCodes.UnknownKeyword,
                schema,
                IsLater(name) ? $"The assessment is of the later format {Quoting.Quote(name)}." : $"{Quoting.Quote(name)} is no format of assessments.",
                IsLater(name) ? $"Read it with a later version of the library; this one reads {Assessment.SchemaName}." : $"This reads {Assessment.SchemaName}.");
    }

    private static bool IsLater(string name) =>
        name.StartsWith(Family, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(Family.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int version)
        && version > int.Parse(Assessment.SchemaName.AsSpan(Family.Length), CultureInfo.InvariantCulture);

    private static T? Deserialize<T>(JsonReading reading, ReadOnlyMemory<byte> utf8, JsonTypeInfo<T> type)
        where T : class
    {
        // A list of an assessment holds entries: the serializer would take a null for one.
        var tree = reading.Tree;
        for (int i = 1; i < tree.Count; i++)
        {
            if (tree.Row(i).Kind == JsonKind.Null && tree.Row(tree.Row(i).Parent).Kind == JsonKind.Array)
                reading.ReportType(new JsonTreeNode(tree, i), "an entry: a list holds no null");
            else if (tree.Row(i).Kind == JsonKind.Number)
                reading.Number(new JsonTreeNode(tree, i)); // one too large is a fault here, and infinity to the serializer
        }

        if (!reading.IsClean)
            return null;
        var text = JsonTreeParser.HasByteOrderMark(utf8.Span) ? utf8.Span[3..] : utf8.Span;
        try
        {
            return JsonSerializer.Deserialize(text, type);
        }
        catch (JsonException error)
        {
            Report(reading, Find(reading.Tree.Root, error.Path ?? "$"), error.Message);
            return null;
        }
    }

    private static void Report(JsonReading reading, JsonTreeNode node, string message)
    {
        if (message.Contains("missing required", StringComparison.Ordinal))
        {
            foreach (string name in Quoted().Matches(message[message.IndexOf("including", StringComparison.Ordinal)..]).Select(m => m.Groups[1].Value))
                reading.ReportForm(DiagnosticCodes.MissingProperty, node, $"This part of the assessment has no {Quoting.Quote(name)}.", null, name);
            return;
        }

        reading.Report(
            DiagnosticCodes.WrongType, node, $"{(node.HasName ? Quoting.Quote(node.Name) : "This")} is not what an assessment has here.",
            "The schema gutskin-assessment-1.schema.json says what it is.");
    }

    /// <summary>The value that a path of the serializer leads to, or the last on the way.</summary>
    private static JsonTreeNode Find(JsonTreeNode root, string path)
    {
        var node = root;
        foreach (Match step in Steps().Matches(path))
        {
            var next = step.Groups["index"].Success
                ? node.Element(int.Parse(step.Groups["index"].Value, CultureInfo.InvariantCulture))
                : node.Property(step.Groups["name"].Success ? step.Groups["name"].Value : step.Groups["quoted"].Value);
            if (next is not { } found)
                break;
            node = found;
        }

        return node;
    }

    [GeneratedRegex(@"\[(?<index>[0-9]+)\]|\['(?<quoted>[^']*)'\]|\.(?<name>[^.\[]+)")]
    private static partial Regex Steps();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
