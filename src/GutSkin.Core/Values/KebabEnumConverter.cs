using System.Text.Json;
using System.Text.Json.Serialization;

namespace GutSkin.Core.Values;

/// <summary>An enumeration as kebab-case words.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class KebabEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;

/// <summary>The words of enumerations.</summary>
internal static class KebabEnumConverter
{
    /// <summary>The word of a value, as it stands in JSON.</summary>
    public static string WordOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
