using System.Security.Cryptography;
using System.Text;
using GutSkin.Core;

namespace GutSkin.Samples.WebConsultation;

/// <summary>
/// The style of the library's report. The page shows the report in a sandboxed frame that inherits the page's content security policy,
/// which therefore has to allow that one style element, by its hash.
/// </summary>
internal static class ReportStyle
{
    /// <summary>The sources for <c>style-src</c>. The style is the same in every report, so one of nothing will do: no rule set is read for it.</summary>
    public static string Hashes()
    {
        string report = new Assessment
        {
            RuleSet = new RuleSetIdentity("none", "0.0.0", ""),
            IntendedUse = IntendedUse.WellnessInformation,
            Disclaimer = "",
            Triage = new Triage { Level = TriageLevel.None, Complete = true },
            Enough = true,
            Full = true,
        }.ToHtml();
        var hashes = new List<string>();
        for (int at = report.IndexOf("<style>", StringComparison.Ordinal); at >= 0; at = report.IndexOf("<style>", at, StringComparison.Ordinal))
        {
            at += "<style>".Length;
            string style = report[at..report.IndexOf("</style>", at, StringComparison.Ordinal)];
            hashes.Add($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'");
        }

        return string.Join(' ', hashes);
    }
}
