using System.Collections.Immutable;
using System.Globalization;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Words;

/// <summary>Reads tables of words: a table is checked against the English one, and what it leaves out is taken from its parent.</summary>
internal static class WordTableReader
{
    private const string ObjectOfNames = "an object of names";

    private static readonly ObjectShape Shape = new(
        "table of words", "$schema culture! decimalMark dateFormat common report follow explain gates bands groups choices units");

    private static readonly ObjectShape UnitsShape = new("table of units", "whole counted per times");

    private static readonly ImmutableArray<DateOnly> Days = [new(2026, 11, 20), new(1931, 2, 3)];

    private static readonly ImmutableArray<string> Parts = ["common", "report", "follow", "explain", "gates"];

    /// <summary>Reads an embedded table.</summary>
    public static WordTable ReadOwn(string culture)
    {
        var reading = JsonReading.OfOwn(EmbeddedFile.Read($"Words.words.{culture}.json"));
        return Read(reading, null) is { } words && reading.IsClean ? words : throw new InvalidOperationException("The built-in words are faulty.");
    }

    /// <summary>Reads a table that somebody wrote.</summary>
    public static ReadResult<WordTable> Read(JsonTree tree, string? file)
    {
        var reading = new JsonReading(tree, file);
        var words = tree.Fault is null ? Read(reading, static culture => WordTable.For(culture)) : null;
        var diagnostics = reading.Diagnostics();
        return new ReadResult<WordTable>(diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error) ? null : words, diagnostics);
    }

    /// <summary>The key of the sentence that a property stands for: its name in camel case, of names with one capital in front.</summary>
    public static string KeyOf(string property) => string.Concat([char.ToLowerInvariant(property[0])], property.AsSpan(1));

    private static WordTable? Read(JsonReading reading, Func<string, WordTable>? parentOf)
    {
        var json = ObjectReader.Open(reading, reading.Tree.Root, Shape);
        if (!json.IsOpen || Form(json, "culture", IsLanguage, "The language has no name that is one.") is not { } culture)
            return null;
        var parent = parentOf?.Invoke(culture);
        var sentences = Sentences(json, parent);
        if (parent is not null && !IsSameLanguage(parent.Culture, culture))
            ReportMissing(reading, parent, sentences);
        return new WordTable(culture, Over(parent?.Sentences, sentences))
        {
            DecimalMark = Form(json, "decimalMark", static mark => mark is "." or ",", "The decimal mark is neither a point nor a comma.") ?? parent?.DecimalMark ?? ".",
            DateFormat = Form(json, "dateFormat", NamesDays, "The form of dates does not tell one day from another.") ?? parent?.DateFormat ?? "yyyy-MM-dd",
            BandNames = Over(parent?.BandNames, json.Texts("bands", ObjectOfNames)),
            GroupNames = Over(parent?.GroupNames, json.Texts("groups", ObjectOfNames)),
            ChoiceNames = Over(parent?.ChoiceNames, json.Texts("choices", ObjectOfNames)),
            Units = json.Find("units") is { } units ? Units(reading, units, parent?.Units) : parent?.Units ?? UnitWords.None,
        };
    }

    /// <summary>A text that has to be of a form; the library's own tables are checked by their tests, not whenever they are read.</summary>
    private static string? Form(ObjectReader json, string property, Func<string, bool> fits, string otherwise)
    {
        if (json.String(property) is not { } text)
            return null;
        if (json.Reading.IsOwn || fits(text))
            return text;
        json.Reading.Report(DiagnosticCodes.BadForm, json.Find(property)!.Value, otherwise);
        return null;
    }

    private static bool IsLanguage(string name) =>
        name.Split('-') is [{ Length: >= 2 }, ..] parts && parts.All(static part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit));

    /// <summary>Whether a day written in a form can be read again: year, month and day are there, and nothing of an hour.</summary>
    private static bool NamesDays(string form)
    {
        try
        {
            return Days.All(day => DateOnly.TryParseExact(day.ToString(form, CultureInfo.InvariantCulture), form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && read == day);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static NamedValues<string> Sentences(ObjectReader json, WordTable? parent)
    {
        var sentences = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string part in Parts)
        {
            if (json.Find(part) is not { } node || !json.Reading.CanHold(node, "an object of sentences"))
                continue;
            foreach (var child in node.Children)
            {
                if (json.Reading.String(child) is { } sentence && IsSound(json.Reading, child, sentence, parent))
                    sentences[child.Name] = sentence;
            }
        }

        return NamedValues<string>.Of(sentences);
    }

    /// <summary>Whether a sentence has a known key and the same places to fill in as the English one.</summary>
    private static bool IsSound(JsonReading reading, JsonTreeNode node, string sentence, WordTable? parent)
    {
        if (parent is null)
            return true;
        if (parent.Sentence(node.Name) is not { } known)
        {
            reading.ReportName(
                DiagnosticCodes.UnknownProperty, node, $"There is no sentence {Quoting.Quote(node.Name)}.", Ids.HintFor(node.Name, parent.Keys));
            return false;
        }

        var wanted = Places(known)!;
        if (Places(sentence) is { } places && places.SetEquals(wanted))
            return true;
        reading.Report(
            DiagnosticCodes.BadSentence, node, $"The sentence {Quoting.Quote(node.Name)} has other places to fill in than the English one.",
            wanted.Count == 0 ? "It has none: leave the braces out." : $"Use each of these: {string.Join(", ", wanted.Select(p => $"{{{p}}}"))}.");
        return false;
    }

    /// <summary>The places to fill in; null where a brace is none of a place.</summary>
    internal static SortedSet<char>? Places(string sentence)
    {
        var places = new SortedSet<char>();
        for (int i = 0; i < sentence.Length; i++)
        {
            if (sentence[i] == '}')
                return null;
            if (sentence[i] != '{')
                continue;
            if (i + 2 >= sentence.Length || !char.IsAsciiDigit(sentence[i + 1]) || sentence[i + 2] != '}')
                return null;
            places.Add(sentence[i + 1]);
            i += 2;
        }

        return places;
    }

    private static void ReportMissing(JsonReading reading, WordTable parent, NamedValues<string> sentences)
    {
        foreach (string key in parent.Keys)
        {
            if (!sentences.TryGet(key, out _))
                reading.ReportForm(DiagnosticCodes.MissingSentence, reading.Tree.Root, $"The sentence {Quoting.Quote(key)} is missing.", null);
        }
    }

    private static bool IsSameLanguage(string one, string other) =>
        one.Split('-')[0].Equals(other.Split('-')[0], StringComparison.OrdinalIgnoreCase);

    private static UnitWords Units(JsonReading reading, JsonTreeNode node, UnitWords? parent)
    {
        var json = ObjectReader.Open(reading, node, UnitsShape);
        return new UnitWords
        {
            Whole = Over(parent?.Whole, Forms(json, "whole")),
            Counted = Over(parent?.Counted, Forms(json, "counted")),
            Per = Over(parent?.Per, json.Texts("per", ObjectOfNames)),
            Times = json.String("times") ?? parent?.Times ?? "",
        };
    }

    private static NamedValues<UnitForms> Forms(ObjectReader json, string property) =>
        (json.Find(property) is { } node ? json.Reading.Named(node, Form, "an object of units") : null) ?? NamedValues<UnitForms>.None;

    private static UnitForms? Form(JsonReading reading, JsonTreeNode node)
    {
        if (node.Kind != JsonKind.Array || node.Count() != 2)
        {
            reading.ReportType(node, "a pair of texts, for one and for more");
            return null;
        }

        return reading.String(node.Element(0)!.Value) is { } one && reading.String(node.Element(1)!.Value) is { } more ? new UnitForms(one, more) : null;
    }

    private static NamedValues<T> Over<T>(NamedValues<T>? parent, NamedValues<T> own) =>
        parent is null ? own : NamedValues<T>.Of(parent.Map.SetItems(own.Map));
}
