using System.Globalization;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Words;

/// <summary>Sources in one line.</summary>
internal static class Citations
{
    /// <summary>Authors, title, journal, year, and where to find it.</summary>
    public static string Of(Evidence evidence)
    {
        var parts = new List<string> { Authors(evidence), Title(evidence), Place(evidence) };
        if (evidence.Doi is { } doi)
            parts.Add("doi:" + doi);
        else if (evidence.Pmid is { } pmid)
            parts.Add("PMID " + pmid);
        return string.Join(' ', parts.Where(p => p.Length > 0));
    }

    /// <summary>The authors with a full stop; empty where none are named.</summary>
    public static string Authors(Evidence evidence) =>
        evidence.Authors is { } authors ? (authors.EndsWith('.') ? authors : authors + ".") : "";

    /// <summary>The title with a full stop.</summary>
    public static string Title(Evidence evidence) =>
        evidence.Title.Length > 0 && evidence.Title[^1] is '.' or '?' or '!' ? evidence.Title : evidence.Title + ".";

    /// <summary>Journal and year with a full stop; empty where neither is known.</summary>
    public static string Place(Evidence evidence)
    {
        string year = evidence.Year?.ToString(CultureInfo.InvariantCulture) ?? "";
        return (evidence.Journal, year) switch
        {
            (null, "") => "",
            (null, _) => year + ".",
            ({ } journal, "") => journal + ".",
            ({ } journal, _) => $"{journal} {year}.",
        };
    }
}
