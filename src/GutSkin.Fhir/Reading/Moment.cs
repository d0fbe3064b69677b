using System.Globalization;

namespace GutSkin.Fhir.Reading;

/// <summary>A FHIR date or time: its day where it was written, and its instant where it has one.</summary>
/// <param name="Day">The day, as written; the first one of a month or year.</param>
/// <param name="Instant">The instant; null for a date.</param>
/// <param name="IsPartial">Whether the day is missing.</param>
internal readonly record struct Moment(DateOnly Day, DateTimeOffset? Instant, bool IsPartial)
{
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    /// <summary>Reads a FHIR dateTime, date or instant; null where it is none.</summary>
    public static Moment? Read(string? text)
    {
        if (text is null || text.Length < 4)
            return null;
        string day = text.Length switch { 4 => text + "-01-01", 7 => text + "-01", _ => text[..Math.Min(10, text.Length)] };
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return null;
        if (text.Length <= 10)
            return new Moment(date, null, text.Length < 10);
        return DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? new Moment(date, instant, false)
            : null;
    }

    /// <summary>Which of two is later: by day, and on one day by the instant where both have one.</summary>
    public int CompareTo(Moment other)
    {
        if (Instant is { } mine && other.Instant is { } theirs)
            return mine.CompareTo(theirs);
        return Day.CompareTo(other.Day);
    }
}
