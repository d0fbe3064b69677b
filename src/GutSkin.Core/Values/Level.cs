using System.Text.Json.Serialization;

namespace GutSkin.Core;

/// <summary>How much of something, in three steps.</summary>
[JsonConverter(typeof(KebabEnumConverter<Level>))]
public enum Level
{
    /// <summary>Little.</summary>
    Low,

    /// <summary>Some.</summary>
    Medium,

    /// <summary>Much.</summary>
    High,
}
