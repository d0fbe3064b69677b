using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GutSkin.Core;
using GutSkin.Fhir.Codes;
using R4 = Hl7.Fhir.Model;

namespace GutSkin.Fhir.Writing;

/// <summary>Small parts that written resources share.</summary>
internal static class Parts
{
    private const string Quality = "http://terminology.hl7.org/CodeSystem/evidence-quality";

    /// <summary>A narrative of paragraphs; every text is escaped.</summary>
    public static R4.Narrative Narrative(params IEnumerable<string> paragraphs) => new()
    {
        Status = R4.Narrative.NarrativeStatus.Generated,
        Div = $"<div xmlns=\"http://www.w3.org/1999/xhtml\">{string.Concat(paragraphs.Where(p => p.Length > 0).Select(p => $"<p>{Escaped(p)}</p>"))}</div>",
    };

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    public static R4.CodeableConcept Concept(string system, string code, string text) => new() { Coding = [new R4.Coding(system, code)], Text = text };

    /// <summary>HL7's own codes for how sure evidence is.</summary>
    public static R4.CodeableConcept Certainty(Certainty certainty) => new()
    {
        Coding =
        [
            new R4.Coding(Quality, certainty switch { Core.Certainty.High => "high", Core.Certainty.Moderate => "moderate", Core.Certainty.Low => "low", _ => "very-low" }),
        ],
    };

    /// <summary>A number with at most six decimals: more would claim what nobody knows.</summary>
    public static R4.FhirDecimal Number(double value) => new((decimal)Math.Round(value, 6));

    public static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    public static R4.Extension Extension(string name, R4.DataType value) => new(Canonicals.Extension + name, value);

    /// <summary>The codes of a condition that are known to code systems, for others to understand.</summary>
    public static R4.CodeableConcept Condition(Core.RuleSets.SkinCondition? condition, string id, string name)
    {
        var concept = new R4.CodeableConcept { Text = name };
        foreach (string system in (string[])[CodeSystems.Snomed, CodeSystems.Icd10])
        {
            if (condition?.Codes.TryGetValue(system, out string? code) == true)
                concept.Coding.Add(new R4.Coding(CodeSystems.AddressOf(system), code));
        }

        concept.Coding.Add(new R4.Coding(Canonicals.Condition, id));
        return concept;
    }

    /// <summary>A UUID made of names, version 8 (RFC 9562): the same names give the same one.</summary>
    public static string Uuid(string identifier, string local)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{identifier}|{local}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }
}
