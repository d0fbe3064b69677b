using System.Collections.Immutable;
using GutSkin.Core;

namespace GutSkin.Fhir;

/// <summary>Every diagnostic code of FHIR inputs, with severity, meaning and remedy; the table of <c>docs/fhir.md</c> is made from it.</summary>
public static class FhirDiagnostics
{
    internal const string NotFhir = "GS5001";
    internal const string Syntax = "GS5002";
    internal const string TooLarge = "GS5003";
    internal const string TooDeep = "GS5004";
    internal const string DocumentType = "GS5005";
    internal const string WrongType = "GS5006";
    internal const string SeveralPatients = "GS5007";
    internal const string NoSuchPatient = "GS5008";
    internal const string NotUsable = "GS5101";
    internal const string OtherRelease = "GS5102";
    internal const string PartialDate = "GS5103";
    internal const string Contradiction = "GS5104";
    internal const string Unit = "GS5105";
    internal const string Range = "GS5106";
    internal const string Bound = "GS5107";
    internal const string Reference = "GS5108";
    internal const string Day = "GS5109";
    internal const string NoDay = "GS5110";
    internal const string MorePages = "GS5111";
    internal const string Minor = "GS5112";
    internal const string Answer = "GS5113";
    internal const string Deceased = "GS5114";
    internal const string Sex = "GS5115";
    internal const string Nested = "GS5116";
    internal const string Modifier = "GS5117";
    internal const string ManyWarnings = "GS5118";

    /// <summary>All of them, by code. Errors (GS50…) end reading; with warnings (GS51…) the rest is used.</summary>
    public static ImmutableArray<DiagnosticDescription> All { get; } =
    [
        Error(NotFhir, "The document is no FHIR resource", "Give a Bundle or a resource in FHIR's JSON or XML."),
        Error(Syntax, "The document is not well-formed JSON or XML", "Fix the text at that place; nothing was read."),
        Error(TooLarge, "The document is larger than the limit", "Send fewer resources, for example by `_type`, or raise `FhirReadOptions.MaxBytes`."),
        Error(TooDeep, "The document is nested deeper than 64 levels", "Nothing in FHIR needs that; look at what made it."),
        Error(DocumentType, "XML with a document type declaration", "Take the declaration out: entities are never expanded."),
        Error(WrongType, "The only resource of the document is of a type that carries no factor", "Give a Bundle, or one of the types that the hint lists."),
        Error(SeveralPatients, "The document is about several people", "Say which with `FhirReadOptions.Patient`."),
        Error(NoSuchPatient, "Nothing in the document is about the patient asked for", "Give the id of a Patient of the document."),
        Warning(NotUsable, "A resource is not valid R4 where it would be read, so it is not used", "Fix the element at that place."),
        Warning(OtherRelease, "A resource has the shape of another FHIR release", "Ask the server for R4: `Accept: application/fhir+json; fhirVersion=4.0`."),
        Warning(PartialDate, "A date without a day", "Its first day is taken, so that the answer ages early rather than late."),
        Warning(Contradiction, "Two values of one day for one factor differ", "The later one counts where both give a time, else neither does. Mark the wrong one as entered in error."),
        Warning(Unit, "A quantity without a UCUM unit, or in a unit that the factor does not have", "Give the UCUM code in `Quantity.code`, with its system."),
        Warning(Range, "A value outside what is possible for its factor", "Look at the unit first, then at the value."),
        Warning(Bound, "A bound (less than, more than) beyond which the rules tell values apart", "Nothing is taken from it: a bound is no value."),
        Warning(Reference, "A reference to a resource that is not in the document", "Send it along, for example with `_include`."),
        Warning(Day, "A record is dated after the day of the profile", "It is left out; look at `FhirReadOptions.AsOf`."),
        Warning(NoDay, "Nobody said for which day the profile speaks", "The day of the latest record is taken. Give `FhirReadOptions.AsOf`."),
        Warning(MorePages, "The Bundle has a next page that was not read", "Collect all pages before reading."),
        Warning(Minor, "A resource is not valid R4 in an element that is not read", "It is used; fix the element at that place."),
        Warning(Answer, "An answer does not fit its item", "Give an answer of the item's kind, in its range, or one of its options."),
        Warning(Deceased, "The patient is recorded as deceased", "Look at whom you are assessing."),
        Warning(Sex, "The administrative gender and the sex recorded at birth differ", "The sex recorded at birth counts."),
        Warning(Nested, "A Bundle inside a Bundle", "It is not read; give its resources one level higher."),
        Warning(Modifier, "A modifier extension, or implicit rules", "They may turn a meaning around, so what they modify is not used."),
        Warning(ManyWarnings, "The document has more than 1,000 warnings", "Fix those listed; what became of every resource is listed all the same."),
    ];

    private static DiagnosticDescription Error(string code, string meaning, string remedy) => new(code, DiagnosticSeverity.Error, meaning, remedy);

    private static DiagnosticDescription Warning(string code, string meaning, string remedy) => new(code, DiagnosticSeverity.Warning, meaning, remedy);
}
