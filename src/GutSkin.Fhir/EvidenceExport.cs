using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using GutSkin.Core.RuleSets;

namespace GutSkin.Fhir;

/// <summary>The sources of a rule set for reference managers: CSL-JSON and BibTeX.</summary>
public static partial class EvidenceExport
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The sources as CSL-JSON (the input of Citation Style Language processors).</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="ids">The ids of the sources, in this order; null = all of them. One that the rule set does not have is left out.</param>
    /// <returns>Indented JSON, ending in a line feed.</returns>
    public static string ToCslJson(ResolvedRuleSet ruleSet, IEnumerable<string>? ids = null)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Indented))
        {
            writer.WriteStartArray();
            foreach (var source in Sources(ruleSet, ids))
                Write(writer, source);
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>The sources as BibTeX, in UTF-8; keys are the ids.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="ids">The ids of the sources, in this order; null = all of them. One that the rule set does not have is left out.</param>
    /// <returns>An entry a source, ending in a line feed.</returns>
    public static string ToBibTeX(ResolvedRuleSet ruleSet, IEnumerable<string>? ids = null)
    {
        var text = new StringBuilder();
        foreach (var source in Sources(ruleSet, ids))
        {
            text.Append('@').Append(source.Journal is null ? "misc" : "article").Append('{').Append(source.Id);
            Field(text, "author", source.Authors is null ? null : string.Join(" and ", Names(source.Authors).Select(n => n is { Family: { } family } ? $"{Escape(family)}, {Escape(n.Given!)}" : n.Literal == "et al." ? "others" : $"{{{Escape(n.Literal!)}}}")), escape: false);
            Field(text, "title", $"{{{Escape(source.Title)}}}", escape: false);
            Field(text, "journal", source.Journal);
            Field(text, "year", source.Year?.ToString(CultureInfo.InvariantCulture));
            Field(text, "doi", source.Doi, escape: false);
            Field(text, "pmid", source.Pmid);
            Field(text, "note", source.Design);
            text.Append("\n}\n\n");
        }

        return text.ToString();
    }

    private static IEnumerable<Evidence> Sources(ResolvedRuleSet ruleSet, IEnumerable<string>? ids)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        return ids is null ? ruleSet.Data.Evidence : ids.Select(ruleSet.FindEvidence).OfType<Evidence>();
    }

    private static void Write(Utf8JsonWriter writer, Evidence source)
    {
        writer.WriteStartObject();
        writer.WriteString("id", source.Id);
        writer.WriteString("type", source.Journal is null ? "document" : "article-journal");
        writer.WriteString("title", source.Title);
        if (source.Authors is not null)
        {
            writer.WriteStartArray("author");
            foreach (var (family, given, literal) in Names(source.Authors))
            {
                writer.WriteStartObject();
                if (family is not null)
                {
                    writer.WriteString("family", family);
                    writer.WriteString("given", given);
                }
                else
                {
                    writer.WriteString("literal", literal);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        Text(writer, "container-title", source.Journal);
        if (source.Year is { } year)
        {
            writer.WriteStartObject("issued");
            writer.WriteStartArray("date-parts");
            writer.WriteStartArray();
            writer.WriteNumberValue(year);
            writer.WriteEndArray();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        Text(writer, "DOI", source.Doi);
        Text(writer, "PMID", source.Pmid);
        Text(writer, "genre", source.Design);
        writer.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    /// <summary>Names as cited: "Juhl CR et al." is a person and others; what is no such list is one literal name.</summary>
    private static ImmutableArray<(string? Family, string? Given, string? Literal)> Names(string authors)
    {
        bool others = authors.EndsWith(" et al.", StringComparison.Ordinal);
        string[] parts = (others ? authors[..^" et al.".Length] : authors).TrimEnd(',').Split(", ");
        if (!parts.All(p => Person().IsMatch(p)))
            return [(null, null, authors)];
        var names = parts.Select(p => ((string?)p[..p.LastIndexOf(' ')], (string?)string.Join(' ', p[(p.LastIndexOf(' ') + 1)..].Select(c => $"{c}.")), (string?)null));
        return [.. names, .. others ? new[] { ((string?)null, (string?)null, (string?)"et al.") } : []];
    }

    private static void Field(StringBuilder text, string name, string? value, bool escape = true)
    {
        if (value is not null)
            text.Append(",\n  ").Append(name).Append(" = {").Append(escape ? Escape(value) : value).Append('}');
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            escaped.Append(c switch
            {
                '&' or '%' or '$' or '#' or '_' or '{' or '}' => $"\\{c}",
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                '\\' => "\\textbackslash{}",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }

    [GeneratedRegex(@"^[\p{L}'’\- ]+ \p{Lu}{1,4}$")]
    private static partial Regex Person();
}
