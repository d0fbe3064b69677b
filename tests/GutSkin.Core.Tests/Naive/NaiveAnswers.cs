using System.Globalization;
using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>What a profile says about each factor on its day: known, declined or simply missing.</summary>
internal sealed class NaiveAnswers
{
    private readonly Dictionary<string, object> known = new(StringComparer.Ordinal);

    public NaiveAnswers(NaiveKnowledge knowledge, JsonObject profile)
    {
        var asOf = Day(profile.Text("asOf"));
        Concerns = [.. profile.Texts("concerns")];

        bool TooOld(NaiveFactor factor, DateOnly? on) =>
            asOf is { } today && on is { } day && factor.MaxAgeDays is { } limit && today.DayNumber - day.DayNumber > limit;

        var entries = profile["observations"] as JsonObject ?? [];
        foreach (var (id, entry) in entries.Where(e => e.Value is not null))
        {
            var factor = knowledge.Factors[id];
            var observation = entry as JsonObject ?? new JsonObject { ["value"] = entry!.DeepClone() };
            if (observation.Flag("declined"))
                Declined.Add(id);
            else if (!TooOld(factor, Day(observation.Text("on"))))
                known[id] = Convert(factor, NaiveJson.Answer(observation["value"]!), observation.Text("unit"));
        }

        foreach (var node in profile["screened"] as JsonArray ?? [])
        {
            var (id, on) = node is JsonObject dated ? (dated.Text("id")!, Day(dated.Text("on"))) : (node!.GetValue<string>(), null);
            foreach (var factor in knowledge.Screens.Single(s => s.Id == id).Factors.Select(f => knowledge.Factors[f]))
            {
                if (entries[factor.Id] is null && !TooOld(factor, on))
                    known[factor.Id] = false;
            }
        }
    }

    private NaiveAnswers(NaiveAnswers original)
    {
        known = new(original.known, StringComparer.Ordinal);
        Declined = original.Declined;
        Concerns = original.Concerns;
    }

    /// <summary>The concerns the profile names, as it names them: none where it names none.</summary>
    public HashSet<string> Concerns { get; }

    public HashSet<string> Declined { get; } = new(StringComparer.Ordinal);

    public bool Knows(string factor) => known.ContainsKey(factor);

    /// <summary>The known answer (number in the factor's own unit), or null where the factor is missing.</summary>
    public object? this[string factor] => known.GetValueOrDefault(factor);

    public NaiveAnswers With(string factor, object value)
    {
        var changed = new NaiveAnswers(this);
        changed.known[factor] = value;
        return changed;
    }

    private static object Convert(NaiveFactor factor, object answer, string? unit)
    {
        if (unit is null || unit == factor.Unit)
            return answer;
        var (multiply, add) = factor.Conversions[unit];
        return ((double)answer * multiply) + add;
    }

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
