using System.Text.Json.Serialization;

namespace GutSkin.Core;

/// <summary>What a rule set is meant for. It is part of every result and decides the vocabulary of reports.</summary>
[JsonConverter(typeof(KebabEnumConverter<IntendedUse>))]
public enum IntendedUse
{
    /// <summary>General wellness information for the person themself.</summary>
    WellnessInformation,

    /// <summary>Information for discussion with, and by, qualified professionals.</summary>
    ProfessionalSupport,

    /// <summary>Research on groups of people.</summary>
    Research,
}
