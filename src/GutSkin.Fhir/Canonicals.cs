namespace GutSkin.Fhir;

/// <summary>The addresses of what this package defines in FHIR: its code systems, extensions and questionnaires.</summary>
public static class Canonicals
{
    /// <summary>The code system of factors; its codes are their ids. An Observation may use it where LOINC has no code.</summary>
    public const string Factor = "urn:gutskin:fhir:factor";

    /// <summary>The code system of the choices of factors; its codes are their ids.</summary>
    public const string Choice = "urn:gutskin:fhir:choice";

    /// <summary>What the addresses of questionnaires begin with; the id of the questionnaire follows.</summary>
    public const string Questionnaire = "urn:gutskin:fhir:questionnaire:";

    /// <summary>The option "prefer not to say", in <see cref="Choice"/>.</summary>
    public const string Declined = "prefer-not-to-say";

    /// <summary>What the linkId of a screen's item "none of these" ends with; the id of the screen comes before it.</summary>
    internal const string NoneOfThese = "#none";

    /// <summary>What the linkId of a calculated item begins with; the id of the derivation follows.</summary>
    internal const string Derivation = "derivation:";
}
