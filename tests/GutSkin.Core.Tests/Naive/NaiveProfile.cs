using System.Globalization;
using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>An entry of a profile for one factor; the value is in the factor's own unit.</summary>
internal sealed record NaiveEntry(object? Value, DateOnly? On, bool IsDeclined, bool IsTooOld);

/// <summary>What the answered screens make of a factor.</summary>
internal enum ScreenAnswer
{
    None,
    TooOld,
    False,
}

/// <summary>A profile as it is written: entries, and screens with the day on which they were answered.</summary>
internal sealed class NaiveProfile
{
    private readonly Dictionary<string, NaiveEntry> entries = new(StringComparer.Ordinal);
    private readonly List<(NaiveScreen Screen, DateOnly? On, IReadOnlyList<string>? Items)> screens = [];
    private readonly DateOnly? asOf;

    public NaiveProfile(NaiveKnowledge knowledge, JsonObject document)
    {
        asOf = Day(document.Text("asOf"));
        Concerns = [.. document.Texts("concerns")];
        var dated = false;
        foreach (var (id, node) in (document["observations"] as JsonObject ?? []).Where(e => e.Value is not null))
        {
            var observation = node as JsonObject ?? new JsonObject { ["value"] = node!.DeepClone() };
            var on = Day(observation.Text("on")) ?? asOf;
            dated |= observation["on"] is not null;
            entries[id] = observation.Flag("declined")
                ? new NaiveEntry(null, on, true, false)
                : new NaiveEntry(Convert(knowledge.Factors[id], observation), on, false, TooOld(knowledge.Factors[id], on));
        }

        foreach (var node in document["screened"] as JsonArray ?? [])
        {
            var answered = node as JsonObject ?? new JsonObject { ["id"] = node!.GetValue<string>() };
            dated |= answered["on"] is not null;
            screens.Add((
                knowledge.Screens.Single(s => s.Id == answered.Text("id")), Day(answered.Text("on")) ?? asOf,
                answered["items"] is null ? null : answered.Texts("items")));
        }

        Notices = [.. AllNotices(knowledge, dated)];
    }

    public HashSet<string> Concerns { get; }

    public IReadOnlyList<JsonObject> Notices { get; }

    /// <summary>The entry of a factor; null where there is none (or <c>null</c>).</summary>
    public NaiveEntry? Entry(string factor) => entries.GetValueOrDefault(factor);

    /// <summary>What the screens say of a factor that has no entry, or one that may yield: too old or declined.</summary>
    public ScreenAnswer Screen(NaiveFactor factor, NaiveEntry? entry)
    {
        var speaking = screens.Where(s => SpeaksFor(s, factor.Id));
        if (entry is not null)
            speaking = speaking.Where(s => s.On > entry.On);
        if (entry is { IsDeclined: true })
            speaking = speaking.Where(s => s.Items is not null);
        var ages = speaking.Select(s => TooOld(factor, s.On)).ToList();
        return ages.Contains(false) ? ScreenAnswer.False : ages.Count > 0 ? ScreenAnswer.TooOld : ScreenAnswer.None;
    }

    private static bool SpeaksFor((NaiveScreen Screen, DateOnly? On, IReadOnlyList<string>? Items) answered, string factor) =>
        answered.Screen.Factors.Contains(factor) && (answered.Items is null || answered.Items.Contains(factor));

    private bool TooOld(NaiveFactor factor, DateOnly? on) =>
        asOf is { } today && on is { } day && factor.MaxAgeDays is { } limit && today.DayNumber - day.DayNumber > limit;

    private IEnumerable<JsonObject> AllNotices(NaiveKnowledge knowledge, bool dated)
    {
        if (asOf is null && dated)
            yield return new JsonObject { ["code"] = "no-date" };
        foreach (var (id, _) in entries.Where(e => e.Value.IsTooOld))
            yield return NaiveNotice.Of("too-old", "factor", id);
        foreach (var answered in screens)
        {
            if (answered.Screen.Factors.Any(f => SpeaksFor(answered, f) && Entry(f) is null && TooOld(knowledge.Factors[f], answered.On)))
                yield return NaiveNotice.Of("too-old", "screen", answered.Screen.Id);
        }
    }

    private static object Convert(NaiveFactor factor, JsonObject observation)
    {
        var answer = NaiveJson.Answer(observation["value"]!);
        var unit = observation.Text("unit");
        return unit is null || unit == factor.Unit ? answer : factor.Conversions[unit].Of((double)answer);
    }

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A notice of an assessment: a code, and the id that it names.</summary>
internal static class NaiveNotice
{
    public static JsonObject Of(string code, string kind, string id) => new() { ["code"] = code, [kind] = id };

    /// <summary>By code, then by the id they name.</summary>
    public static IEnumerable<JsonObject> Ordered(IEnumerable<JsonObject> notices) => notices
        .OrderBy(n => n.Text("code"), StringComparer.Ordinal)
        .ThenBy(n => n.Text("factor") ?? n.Text("screen") ?? n.Text("rule") ?? n.Text("derivation"), StringComparer.Ordinal);
}
