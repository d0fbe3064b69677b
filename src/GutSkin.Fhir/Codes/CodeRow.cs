using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GutSkin.Fhir.Codes;

/// <summary>What a code is the code of.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CodeUse>))]
internal enum CodeUse
{
    Observation,
    Condition,
    Medication,
    Allergy,
}

/// <summary>A code that stands for factors. <c>Data/codes.json</c> says of each where it was seen; nothing else is mapped.</summary>
/// <remarks>What may be left out is set, not initialized: a generated reader gives an initialized property that is not in the file nothing.</remarks>
internal sealed record CodeRow
{
    public required CodeUse Of { get; init; }

    /// <summary>The short name of the code system; <see cref="CodeSystems"/> has its addresses.</summary>
    public required string System { get; init; }

    public required string Code { get; init; }

    /// <summary>Whether the codes below it, which begin with it (ICD-10, ATC), mean the same.</summary>
    public bool Below { get; set; }

    /// <summary>Codes below it that mean something else.</summary>
    public ImmutableArray<string> Except { get; set; } = [];

    /// <summary>The factors; none = the code is known to be too wide, and is never mapped.</summary>
    public ImmutableArray<string> Factors { get; set; } = [];

    /// <summary>Of an observation whose value is a code: the codes (SNOMED CT, LOINC answers) and what they stand for.</summary>
    public ImmutableSortedDictionary<string, string> Answers { get; set; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether having had it counts (a history), so that a resolved one counts too.</summary>
    public bool Ever { get; set; }

    /// <summary>Of a medicine: whether the factor asks for most days, so that one taken as needed does not count.</summary>
    public bool Regular { get; set; }

    /// <summary>Whether it says that there is none of it.</summary>
    public bool None { get; set; }

    public string? Display { get; set; }

    /// <summary>Where the code was seen: a key of the table's sources.</summary>
    public string? Seen { get; set; }
}

/// <summary>The file of codes.</summary>
internal sealed record CodeFile
{
    public required ImmutableSortedDictionary<string, string> Sources { get; init; }

    public required ImmutableArray<CodeRow> Codes { get; init; }

    /// <summary>The table that ships with the package.</summary>
    public static CodeFile Shipped { get; } = Read();

    private static CodeFile Read()
    {
        using var stream = typeof(CodeFile).Assembly.GetManifestResourceStream("GutSkin.Fhir.Data.codes.json")!;
        return JsonSerializer.Deserialize(stream, CodeFileJson.Default.CodeFile)!;
    }
}

/// <summary>Reads the file without reflection, so that a program compiled ahead can.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(CodeFile))]
internal sealed partial class CodeFileJson : JsonSerializerContext;

/// <summary>The addresses under which FHIR documents name code systems.</summary>
internal static class CodeSystems
{
    public const string Loinc = "loinc";
    public const string Snomed = "snomed";
    public const string Icd10 = "icd10";
    public const string Icd11 = "icd11";
    public const string Atc = "atc";
    public const string RxNorm = "rxnorm";

    /// <summary>The short name of a code system; null for one that no table here speaks of.</summary>
    public static string? NameOf(string? address) => address switch
    {
        "http://loinc.org" or "urn:oid:2.16.840.1.113883.6.1" => Loinc,
        "http://snomed.info/sct" or "urn:oid:2.16.840.1.113883.6.96" => Snomed,
        "http://hl7.org/fhir/sid/icd-10" or "urn:oid:2.16.840.1.113883.6.3" => Icd10,
        "http://hl7.org/fhir/sid/icd-10-cm" or "urn:oid:2.16.840.1.113883.6.90" => Icd10,
        "http://fhir.de/CodeSystem/bfarm/icd-10-gm" or "http://fhir.de/CodeSystem/dimdi/icd-10-gm" => Icd10,
        "http://id.who.int/icd/release/11/mms" => Icd11,
        "http://www.whocc.no/atc" or "urn:oid:2.16.840.1.113883.6.73" => Atc,
        "http://fhir.de/CodeSystem/bfarm/atc" or "http://fhir.de/CodeSystem/dimdi/atc" => Atc,
        "http://www.nlm.nih.gov/research/umls/rxnorm" or "urn:oid:2.16.840.1.113883.6.88" => RxNorm,
        _ => null,
    };

    /// <summary>The address that is written.</summary>
    public static string AddressOf(string name) => name switch
    {
        Loinc => "http://loinc.org",
        Snomed => "http://snomed.info/sct",
        Icd10 => "http://hl7.org/fhir/sid/icd-10",
        Icd11 => "http://id.who.int/icd/release/11/mms",
        Atc => "http://www.whocc.no/atc",
        _ => "http://www.nlm.nih.gov/research/umls/rxnorm",
    };
}
