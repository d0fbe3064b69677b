using System.Text.Json.Serialization;

namespace GutSkin.Core;

/// <summary>What a safety rule does.</summary>
[JsonConverter(typeof(KebabEnumConverter<SafetyKind>))]
public enum SafetyKind
{
    /// <summary>Blocks the interventions it names.</summary>
    Contraindication,

    /// <summary>Puts a caution on the interventions it names.</summary>
    Caution,

    /// <summary>Says that someone should be seen.</summary>
    RedFlag,
}

/// <summary>How soon someone should be seen.</summary>
[JsonConverter(typeof(KebabEnumConverter<Urgency>))]
public enum Urgency
{
    /// <summary>It can wait for the next appointment.</summary>
    Routine,

    /// <summary>Within about two weeks.</summary>
    Soon,

    /// <summary>Today.</summary>
    Urgent,
}
