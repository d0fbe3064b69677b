namespace GutSkin.Fhir;

/// <summary>Why a resource, or a part of it, is not in the profile. <see cref="FhirReasons.Text"/> says it in a sentence.</summary>
public enum FhirReason
{
    /// <summary>Resources of this type carry no factor.</summary>
    TypeNotRead,

    /// <summary>None of its codes stands for a factor.</summary>
    NoFactor,

    /// <summary>It has no code with a system, only text: text is not read.</summary>
    NoCode,

    /// <summary>Its codes stand for different factors.</summary>
    AmbiguousCode,

    /// <summary>It was entered in error.</summary>
    EnteredInError,

    /// <summary>Its status is not that of a result: preliminary, registered, cancelled, or unknown.</summary>
    NotFinal,

    /// <summary>The diagnosis is not confirmed.</summary>
    NotConfirmed,

    /// <summary>It is inactive, resolved, or in remission: it says nothing about now.</summary>
    NotActive,

    /// <summary>The medicine is not taken now: stopped, completed, planned, or not to be given.</summary>
    NotTaken,

    /// <summary>It is taken as needed, and the factor asks for most days.</summary>
    AsNeeded,

    /// <summary>It is an intolerance, and the factor asks for an allergy.</summary>
    Intolerance,

    /// <summary>The resource it refers to is not in the document.</summary>
    UnresolvedReference,

    /// <summary>It has no value.</summary>
    NoValue,

    /// <summary>Its value is of a kind that the factor does not take, such as text.</summary>
    WrongValue,

    /// <summary>It says why there is no value.</summary>
    DataAbsent,

    /// <summary>The quantity has no unit, or one without a UCUM code.</summary>
    NoUnit,

    /// <summary>The unit is none in which the factor is measured.</summary>
    UnknownUnit,

    /// <summary>The value lies outside what is possible for the factor: a wrong unit, or a typing error.</summary>
    OutOfRange,

    /// <summary>It gives a bound only (less than, more than), and the rules tell apart values beyond it.</summary>
    Comparator,

    /// <summary>It has no date, and what the factor says ages.</summary>
    NoDate,

    /// <summary>It is dated after the day of the profile.</summary>
    AfterAsOf,

    /// <summary>Another one is newer.</summary>
    Superseded,

    /// <summary>Another one of the same time says something else, so neither is used.</summary>
    Contradicted,

    /// <summary>It says the same as another one of that day.</summary>
    Repeated,

    /// <summary>It is about another person, or about something else than the person.</summary>
    OtherSubject,

    /// <summary>It is an older version of a resource in the same document.</summary>
    OlderVersion,

    /// <summary>What would be read of it is not valid R4.</summary>
    NotR4,

    /// <summary>It has the shape of another FHIR release.</summary>
    OtherRelease,

    /// <summary>It has a modifier extension, or implicit rules, that this library does not know.</summary>
    Modified,

    /// <summary>The questionnaire is none of this library.</summary>
    OtherQuestionnaire,

    /// <summary>It is not finished.</summary>
    NotFinished,

    /// <summary>It is calculated from other answers, and is calculated anew.</summary>
    Calculated,

    /// <summary>The date of birth, or the day of the profile, is missing or leaves two ages.</summary>
    AgeNotKnown,
}

/// <summary>Reasons in words.</summary>
public static class FhirReasons
{
    /// <summary>The sentence for a reason; it never holds a person's value.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>One English sentence.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such reason.</exception>
    public static string Text(this FhirReason reason) => reason switch
    {
        FhirReason.TypeNotRead => "Resources of this type carry no factor.",
        FhirReason.NoFactor => "None of its codes stands for a factor.",
        FhirReason.NoCode => "It has no code with a system; text is not read.",
        FhirReason.AmbiguousCode => "Its codes stand for different factors.",
        FhirReason.EnteredInError => "It was entered in error.",
        FhirReason.NotFinal => "Its status is not that of a result.",
        FhirReason.NotConfirmed => "The diagnosis is not confirmed.",
        FhirReason.NotActive => "It is inactive, resolved, or in remission, which says nothing about now.",
        FhirReason.NotTaken => "The medicine is not taken now: stopped, completed, planned, or not to be given.",
        FhirReason.AsNeeded => "The medicine is taken as needed, and the factor asks for most days.",
        FhirReason.Intolerance => "It is an intolerance, and the factor asks for an allergy.",
        FhirReason.UnresolvedReference => "The resource it refers to is not in the document.",
        FhirReason.NoValue => "It has no value.",
        FhirReason.WrongValue => "Its value is of a kind that the factor does not take.",
        FhirReason.DataAbsent => "It says why there is no value.",
        FhirReason.NoUnit => "The quantity has no UCUM code, and a unit is trusted only where UCUM says it.",
        FhirReason.UnknownUnit => "The unit is none in which the factor is measured.",
        FhirReason.OutOfRange => "The value lies outside what is possible for the factor.",
        FhirReason.Comparator => "It gives a bound only, and the rules tell apart values beyond it.",
        FhirReason.NoDate => "It has no date, and what the factor says ages.",
        FhirReason.AfterAsOf => "It is dated after the day of the profile.",
        FhirReason.Superseded => "Another one is newer.",
        FhirReason.Contradicted => "Another one of the same time says something else, so neither is used.",
        FhirReason.Repeated => "It says the same as another one of that day.",
        FhirReason.OtherSubject => "It is about another person, or about something else than the person.",
        FhirReason.OlderVersion => "It is an older version of a resource in the same document.",
        FhirReason.NotR4 => "What would be read of it is not valid FHIR R4.",
        FhirReason.OtherRelease => "It has the shape of another FHIR release than R4.",
        FhirReason.Modified => "It has a modifier extension or implicit rules that are not known here.",
        FhirReason.OtherQuestionnaire => "The questionnaire is none of this library.",
        FhirReason.NotFinished => "It is not finished.",
        FhirReason.Calculated => "It is calculated from other answers, and is calculated anew.",
        FhirReason.AgeNotKnown => "The date of birth, or the day of the profile, is missing or leaves two ages.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
