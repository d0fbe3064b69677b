namespace GutSkin.Fhir;

/// <summary>The addresses of what this package defines in FHIR: its code systems, extensions and questionnaires.</summary>
public static class Canonicals
{
    /// <summary>The code system of factors; its codes are their ids. An Observation may use it where LOINC has no code.</summary>
    public const string Factor = "urn:gutskin:fhir:factor";

    /// <summary>The code system of the choices of factors; its codes are their ids.</summary>
    public const string Choice = "urn:gutskin:fhir:choice";

    /// <summary>The code system of conditions and states; its codes are their ids.</summary>
    public const string Condition = "urn:gutskin:fhir:condition";

    /// <summary>The code system of interventions; its codes are their ids.</summary>
    public const string Intervention = "urn:gutskin:fhir:intervention";

    /// <summary>The code system of safety rules; its codes are their ids.</summary>
    public const string Safety = "urn:gutskin:fhir:safety";

    /// <summary>What the addresses of rule sets begin with; the id of the rule set follows.</summary>
    public const string RuleSet = "urn:gutskin:fhir:ruleset:";

    /// <summary>The system of identifiers that are the SHA-256 of a rule set.</summary>
    public const string RuleSetHash = "urn:gutskin:fhir:ruleset-sha256";

    /// <summary>What the addresses of extensions begin with: <c>index</c>, <c>contribution</c>, <c>certainty</c>, <c>evidence</c>, <c>urgency</c>, <c>variant-of</c>, <c>questionnaire</c>, <c>reason</c>.</summary>
    public const string Extension = "urn:gutskin:fhir:extension:";

    /// <summary>What the addresses of questionnaires begin with; the id of the questionnaire follows.</summary>
    public const string Questionnaire = "urn:gutskin:fhir:questionnaire:";

    /// <summary>The option "prefer not to say", in <see cref="Choice"/>.</summary>
    public const string Declined = "prefer-not-to-say";

    /// <summary>What the linkId of a screen's item "none of these" ends with; the id of the screen comes before it.</summary>
    internal const string NoneOfThese = "#none";

    /// <summary>The linkId of the item that asks what brought the person here.</summary>
    internal const string Concerns = "concerns";

    /// <summary>What the linkId of a calculated item begins with; the id of the derivation follows.</summary>
    internal const string Derivation = "derivation:";
}
