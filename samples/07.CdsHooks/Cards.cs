using System.Security.Cryptography;
using System.Text;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Samples.CdsHooks;

/// <summary>An assessment as cards. Nobody is interrupted without a reason: without a skin condition on record or a sign, there is none.</summary>
internal static class Cards
{
    /// <summary>The longest summary that clients show.</summary>
    public const int MaxSummary = 139;

    private const string Reasons = "urn:gutskin:cds-hooks:override-reason";

    private static readonly object[] OverrideReasons =
    [
        new { code = "already-known", system = Reasons, display = "Already known and looked after" },
        new { code = "not-relevant", system = Reasons, display = "Not relevant for this visit" },
        new { code = "record-is-wrong", system = Reasons, display = "The record is wrong or out of date" },
        new { code = "patient-declined", system = Reasons, display = "The patient would rather not" },
    ];

    public static List<object> For(Assessment assessment, string instance, string url)
    {
        var source = new { label = $"GutSkin.Core, {assessment.RuleSet.Id} {assessment.RuleSet.Version}", url };
        var cards = new List<object>();
        foreach (var flag in assessment.Triage.Flags.Where(f => f.Urgency != Urgency.Routine))
        {
            cards.Add(new
            {
                uuid = Uuid(instance, flag.Rule),
                summary = Summary(flag.Message),
                detail = $"{Markdown(flag.Message)}\n\n{Referrals(assessment, flag)}\n\n{Markdown(assessment.Disclaimer)}",
                indicator = "critical",
                source,
                overrideReasons = OverrideReasons,
                links = Links(assessment.Knowledge, flag.Evidence),
            });
        }

        var concerns = assessment.Conditions.Where(c => c.Concern && c.Kind == ConditionKind.SkinCondition).ToList();
        bool hasConcern = concerns.Count > 0 && concerns.Count < assessment.Conditions.Count(c => c.Kind == ConditionKind.SkinCondition);
        if (hasConcern && assessment.Triage.Level != TriageLevel.ReferUrgent)
        {
            var suggested = assessment.Recommendations.Where(r => r.IsSuggested && r.VariantOf is null).ToList();
            cards.Add(new
            {
                uuid = Uuid(instance, "rest"),
                summary = Summary($"{string.Join(", ", concerns.Select(c => c.Name))}: {Count(suggested.Count, "suggestion")} to discuss, {Open(assessment.NextQuestions.Length)} of questions open"),
                detail = assessment.ToMarkdown(),
                indicator = "info",
                source,
                overrideReasons = OverrideReasons,
                links = Links(
                    assessment.Knowledge,
                    [.. suggested.Take(3).SelectMany(r => r.Evidence), .. concerns.SelectMany(c => c.Contributions).Where(c => c.Counted).SelectMany(c => c.Evidence), .. concerns.SelectMany(c => assessment.Knowledge?.FindCondition(c.Id)?.Evidence ?? [])]),
            });
        }

        return cards;
    }

    /// <summary>A text that fits a summary, cut at a word.</summary>
    internal static string Summary(string text)
    {
        if (text.Length <= MaxSummary)
            return text;
        int cut = text.LastIndexOf(' ', MaxSummary - 2);
        return text[..(cut > 0 ? cut : MaxSummary - 1)] + "…";
    }

    private static string Referrals(Assessment assessment, RedFlag flag) =>
        string.Join('\n', flag.Refer.Select(id => assessment.Recommendation(id)).OfType<Recommendation>().Select(r => $"- {Markdown(r.Name)}"));

    private static object[] Links(ResolvedRuleSet? knowledge, IEnumerable<string> evidence) =>
    [
        .. evidence.Distinct().Select(id => knowledge?.FindEvidence(id)).OfType<Evidence>().Where(e => e.Doi is not null || e.Pmid is not null).Take(5).Select(e => new
        {
            label = Summary(e.Title),
            url = e.Doi is { } doi ? $"https://doi.org/{Uri.EscapeDataString(doi).Replace("%2F", "/", StringComparison.Ordinal)}" : $"https://pubmed.ncbi.nlm.nih.gov/{e.Pmid}/",
            type = "absolute",
        }),
    ];

    /// <summary>An assessment names the twelve most useful questions at most.</summary>
    private static string Open(int count) => count == 12 ? "12 pages or more" : Count(count, "page");

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    /// <summary>A text of the rule set brings no markup.</summary>
    private static string Markdown(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in text)
            escaped.Append(c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' ? $"\\{c}" : c.ToString());
        return escaped.ToString();
    }

    /// <summary>The same call and rule give the same card.</summary>
    private static string Uuid(string instance, string rule)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{instance}|{rule}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
