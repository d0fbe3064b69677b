using System.Globalization;

namespace GutSkin.Core;

/// <summary>Sources in one line.</summary>
internal static class Citations
{
    /// <summary>Authors, title, journal, year, and where to find it.</summary>
    public static string Of(Evidence evidence)
    {
        var parts = new List<string>();
        if (evidence.Authors is { } authors)
            parts.Add(authors.EndsWith('.') ? authors : authors + ".");
        parts.Add(evidence.Title.Length > 0 && evidence.Title[^1] is '.' or '?' or '!' ? evidence.Title : evidence.Title + ".");
        if (evidence.Journal is { } journal)
            parts.Add(journal + (evidence.Year is null ? "." : ""));
        if (evidence.Year is { } year)
            parts.Add(year.ToString(CultureInfo.InvariantCulture) + ".");
        if (evidence.Doi is { } doi)
            parts.Add("doi:" + doi);
        else if (evidence.Pmid is { } pmid)
            parts.Add("PMID " + pmid);
        return string.Join(' ', parts);
    }
}
