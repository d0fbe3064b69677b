using System.Security.Cryptography;
using System.Text;
using GutSkin.Core;
using GutSkin.Core.Instruments;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace GutSkin.Tool;

/// <summary>A plan as an iCalendar (RFC 5545): an all-day entry for the begin of every step and for every day to write something down. The same plan and day give the same bytes.</summary>
internal static class PlanCalendar
{
    private const int DaysOfWeek = 7;

    /// <summary>Writes the calendar.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="begin">The first day of week 0.</param>
    public static string Write(Plan plan, DateOnly begin)
    {
        var names = new RuleSetWords(plan.Assessment!.Knowledge!, plan.Culture);
        var calendar = new Calendar { ProductId = "-//GutSkin.Core//gutskin plan//EN", Version = "2.0" };
        foreach (var step in plan.Steps)
            calendar.Events.Add(Entry(plan, begin, step.FromWeek, "begin " + step.Intervention, step.Name, step.Cautions.Select(c => c.Message)));
        foreach (var measure in plan.Measures)
        {
            string[] what = [.. measure.Factors.Select(names.Factor), .. measure.Instruments.Select(i => InstrumentCatalog.Find(i).Value?.Name ?? i)];
            if (what.Length > 0)
                calendar.Events.Add(Entry(plan, begin, measure.Week, "measure", string.Join(", ", what), []));
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    private static CalendarEvent Entry(Plan plan, DateOnly begin, int week, string what, string title, IEnumerable<string> lines)
    {
        var day = begin.AddDays(week * DaysOfWeek);
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{plan.RuleSet.Sha256} {begin:yyyy-MM-dd} {week} {what}"));
        return new CalendarEvent
        {
            Summary = title,
            Description = string.Join("\n", [.. lines, plan.Disclaimer]),
            Start = new CalDateTime(day),
            Uid = $"{Convert.ToHexStringLower(hash.AsSpan(0, 16))}@gutskin",
            // The core knows no clock: an entry is stamped with the day the plan begins.
            DtStamp = new CalDateTime(begin.Year, begin.Month, begin.Day, 0, 0, 0, CalDateTime.UtcTzId),
            Transparency = TransparencyType.Transparent,
        };
    }
}
