using System.Globalization;
using System.Text;
using GutSkin.Core;
using GutSkin.Core.Authoring;

namespace GutSkin.Tool;

/// <summary>A difference as plain text.</summary>
internal static class DifferenceText
{
    private const int MostLosses = 20;

    public static string Write(RuleSetDifference difference)
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        Line(DifferenceWords.Heading(difference));
        Line($"sha256 {difference.Old.Sha256} → {difference.New.Sha256}");
        Line(DifferenceWords.Counts(difference));
        foreach (var section in difference.Entries.GroupBy(e => e.Section))
        {
            Line("");
            Line(DifferenceWords.SectionName(section.Key));
            foreach (var entry in section)
            {
                string mark = entry.Kind switch { EntryChangeKind.Added => "+", EntryChangeKind.Removed => "-", _ => "~" };
                Line($"  {mark} {entry.Id}{(entry.Kind == EntryChangeKind.Changed ? "" : string.Concat(entry.Details.Select(d => $"  {d}")))}");
                if (entry.Kind == EntryChangeKind.Changed)
                {
                    foreach (string detail in entry.Details)
                        Line($"      {detail}");
                }
            }
        }

        if (difference.Impact is { } impact)
            Write(impact, Line);
        return text.ToString();
    }

    private static void Write(CohortImpact impact, Action<string> line)
    {
        line("");
        line("impact");
        line($"  {DifferenceWords.People(impact)}");
        if (!impact.NotAssessed.IsEmpty)
            line($"  {DifferenceWords.NotAssessed(impact)}");
        if (impact.LargestMove is { } move)
            line($"  {DifferenceWords.LargestMove(move)}");
        if (!impact.Conditions.IsEmpty)
        {
            line("");
            line($"  {"score changes",-28}{"band",6}{"rise",6}{"fall",6}{"least",8}{"5 %",8}{"median",8}{"95 %",8}{"most",8}{"mean",8}");
            foreach (var c in impact.Conditions)
            {
                line(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {c.Condition,-28}{c.BandChanged,6}{c.Rises,6}{c.Falls,6}{Cell(c.Least)}{Cell(c.Percentile5)}{Cell(c.Median)}{Cell(c.Percentile95)}{Cell(c.Greatest)}{Cell(c.Mean)}"));
            }
        }

        if (!impact.Recommendations.IsEmpty)
        {
            line("");
            line($"  {"recommendations",-40}{"gained",8}{"lost",8}");
            foreach (var r in impact.Recommendations)
                line(string.Create(CultureInfo.InvariantCulture, $"  {r.Intervention,-40}{r.Gained,8}{r.Lost,8}"));
        }

        line("");
        if (impact.SafetyLost.IsEmpty)
        {
            line("  Nobody loses a safety finding.");
            return;
        }

        line(string.Create(CultureInfo.InvariantCulture, $"  SAFETY FINDINGS LOST: {impact.SafetyLost.Length}"));
        foreach (var loss in impact.SafetyLost.Take(MostLosses))
            line($"  {DifferenceWords.Loss(loss)}");
        if (impact.SafetyLost.Length > MostLosses)
            line(string.Create(CultureInfo.InvariantCulture, $"  and {impact.SafetyLost.Length - MostLosses} more; --format json lists them all"));
    }

    private static string Cell(double value) => DifferenceWords.Signed(value).PadLeft(8);
}
