using System.Globalization;
using System.Text;
using GutSkin.Core;
using GutSkin.Core.Authoring;

namespace GutSkin.Tool;

/// <summary>A difference as Markdown, for a change request.</summary>
internal static class DifferenceMarkdown
{
    private const int MostLosses = 20;

    public static string Write(RuleSetDifference difference)
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        Line($"## {Escape(DifferenceWords.Heading(difference))}");
        Line("");
        Line($"{DifferenceWords.Counts(difference)}. SHA-256 `{difference.Old.Sha256}` → `{difference.New.Sha256}`.");
        foreach (var section in difference.Entries.GroupBy(e => e.Section))
        {
            Line("");
            Line($"### {DifferenceWords.SectionName(section.Key)}");
            Line("");
            foreach (var entry in section)
            {
                Line($"- **{entry.Kind.ToString().ToLowerInvariant()}** `{entry.Id}`{(entry.Details.IsEmpty ? "" : ": ")}{string.Join("; ", entry.Details.Select(Escape))}");
            }
        }

        if (difference.Impact is { } impact)
            Write(impact, Line);
        return text.ToString();
    }

    private static void Write(CohortImpact impact, Action<string> line)
    {
        line("");
        line("### Impact");
        line("");
        line(DifferenceWords.People(impact));
        if (!impact.NotAssessed.IsEmpty)
            line(DifferenceWords.NotAssessed(impact));
        if (impact.LargestMove is { } move)
            line(DifferenceWords.LargestMove(move));
        if (!impact.Conditions.IsEmpty)
        {
            line("");
            line("| score changes | band changes | rise | fall | least | 5 % | median | 95 % | greatest | mean |");
            line("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
            foreach (var c in impact.Conditions)
            {
                line(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| `{c.Condition}` | {c.BandChanged} | {c.Rises} | {c.Falls} | {Cell(c.Least)} | {Cell(c.Percentile5)} | {Cell(c.Median)} | {Cell(c.Percentile95)} | {Cell(c.Greatest)} | {Cell(c.Mean)} |"));
            }
        }

        if (!impact.Recommendations.IsEmpty)
        {
            line("");
            line("| recommended | gained | lost |");
            line("|---|--:|--:|");
            foreach (var r in impact.Recommendations)
                line(string.Create(CultureInfo.InvariantCulture, $"| `{r.Intervention}` | {r.Gained} | {r.Lost} |"));
        }

        line("");
        line(impact.SafetyLost.IsEmpty
            ? "Nobody loses a safety finding."
            : string.Create(CultureInfo.InvariantCulture, $"**{impact.SafetyLost.Length} safety findings are lost:**"));
        if (impact.SafetyLost.IsEmpty)
            return;
        line("");
        foreach (var loss in impact.SafetyLost.Take(MostLosses))
            line($"- {Escape(DifferenceWords.Loss(loss))}");
        if (impact.SafetyLost.Length > MostLosses)
            line(string.Create(CultureInfo.InvariantCulture, $"- and {impact.SafetyLost.Length - MostLosses} more"));
    }

    private static string Cell(double value) => DifferenceWords.Signed(value);

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#')
                escaped.Append('\\');
            escaped.Append(c is '\n' or '\r' ? ' ' : c);
        }

        return escaped.ToString();
    }
}
