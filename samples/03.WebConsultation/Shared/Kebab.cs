namespace GutSkin.Samples.WebConsultation;

/// <summary>Names of enumerations as the formats spell them: <c>ReferSoon</c> is <c>refer-soon</c>.</summary>
internal static class Kebab
{
    public static string Of<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((c, i) =>
            (i > 0 && char.IsUpper(c) ? "-" : "") + char.ToLowerInvariant(c)));
}
