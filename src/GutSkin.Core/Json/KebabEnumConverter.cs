using System.Text.Json;
using System.Text.Json.Serialization;

namespace GutSkin.Core;

/// <summary>An enumeration as kebab-case words.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class KebabEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
