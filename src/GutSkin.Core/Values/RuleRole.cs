using System.Text.Json.Serialization;

namespace GutSkin.Core;

/// <summary>Whether a rule's factor is thought to cause, or only to go along.</summary>
[JsonConverter(typeof(KebabEnumConverter<RuleRole>))]
public enum RuleRole
{
    /// <summary>The factor is taken to drive the condition: changing it changes the score.</summary>
    Driver,

    /// <summary>The factor goes along with the condition (a consequence, or not known to be a cause): changing it changes nothing.</summary>
    Marker,
}
