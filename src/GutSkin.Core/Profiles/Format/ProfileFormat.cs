using System.Collections.Immutable;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;

namespace GutSkin.Core.Profiles.Format;

/// <summary>Reads a profile, knowing nothing of any rule set.</summary>
internal static class ProfileReader
{
    private static Observation Faulty => new(null, null, null, null, declined: false);

    public static PersonProfile Read(JsonReading reading, JsonTreeNode node)
    {
        if (node.Index == 0 && OtherDocuments.Report(reading, isRuleSet: false))
            return new PersonProfile(null, null, [], [], new Dictionary<string, Observation>(StringComparer.Ordinal)) { Source = reading.SourceOf(node) };
        var json = ObjectReader.Open(reading, node, ProfileShapes.Profile);
        json.String("$schema");
        var asOf = json.Date("asOf");
        var profile = new PersonProfile(
            json.String("id"),
            asOf,
            json.Find("concerns") is { } concerns ? Concerns(reading, concerns) : [],
            json.Find("screened") is { } screened ? Screened(reading, screened, asOf) : [],
            json.Find("observations") is { } observations
                ? Observations(reading, observations, asOf)
                : new Dictionary<string, Observation>(StringComparer.Ordinal))
        {
            Source = reading.SourceOf(node),
        };
        return reading.Place(profile, node);
    }

    /// <summary>The concerns, each once.</summary>
    private static ImmutableArray<string> Concerns(JsonReading reading, JsonTreeNode node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Elements(reading, node, static (reading, item) => reading.String(item), seen.Add);
    }

    /// <summary>The screens as they stand: one that stands twice is a fault that the check tells.</summary>
    private static ImmutableArray<ScreenAnswer> Screened(JsonReading reading, JsonTreeNode node, DateOnly? asOf) =>
        Elements(reading, node, (reading, item) => Screen(reading, item, asOf), static _ => true);

    /// <summary>The elements of an array that are kept; what is faulty is left out.</summary>
    private static ImmutableArray<T> Elements<T>(
        JsonReading reading, JsonTreeNode node, Func<JsonReading, JsonTreeNode, T?> read, Func<T, bool> keeps)
        where T : class
    {
        var all = reading.List(node, read);
        var elements = new List<int>(all.Length);
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i] is { } item && keeps(item))
                elements.Add(i);
        }

        if (elements.Count == all.Length)
            return all!;
        reading.Keep(node, elements);
        return [.. elements.Select(i => all[i]!)];
    }

    public static ScreenAnswer? Screen(JsonReading reading, JsonTreeNode node, DateOnly? asOf)
    {
        if (node.Kind == JsonKind.String)
            return reading.Place(new ScreenAnswer(node.Text), node);
        if (node.Kind != JsonKind.Object)
        {
            reading.ReportType(node, "the id of a screen, or an object with 'id', 'on' and 'items'");
            return null;
        }

        var json = ObjectReader.Open(reading, node, ProfileShapes.ScreenAnswer);
        var on = DateUpTo(json, asOf);
        ImmutableArray<string>? items = json.Has("items") ? json.Strings("items") : null;
        return json.String("id") is { } id ? reading.Place(new ScreenAnswer(id, on) { Items = items }, node) : null;
    }

    private static Dictionary<string, Observation> Observations(JsonReading reading, JsonTreeNode node, DateOnly? asOf)
    {
        var observations = new Dictionary<string, Observation>(StringComparer.Ordinal);
        if (!reading.CanHold(node, "an object of observations"))
            return observations;
        foreach (var item in node.Children)
        {
            // A faulty answer stands there without a value, so that its factor is still checked.
            if (item.Kind != JsonKind.Null)
                observations.TryAdd(item.Name, reading.Place(Observation(reading, item, asOf) ?? Faulty, item));
        }

        return observations;
    }

    public static Observation? Observation(JsonReading reading, JsonTreeNode node, DateOnly? asOf)
    {
        if (node.Kind == JsonKind.Array)
        {
            reading.ReportType(node, "a number, true or false, a choice, or an object with 'value' or 'declined'");
            return null;
        }

        if (node.Kind != JsonKind.Object)
            return reading.Value(node) is { } plain ? new Observation(plain, null, null, null, declined: false) : null;
        var json = ObjectReader.Open(reading, node, ProfileShapes.Observation);
        bool declined = json.Flag("declined");
        string? source = json.String("source");
        var on = DateUpTo(json, asOf);
        if (!declined)
        {
            if (!json.Has("value"))
                json.ReportMissing("value");
            string? unit = json.String("unit");
            return json.Value("value") is { } value ? new Observation(value, unit, on, source, declined: false) : null;
        }

        foreach (string property in (ReadOnlySpan<string>)["value", "unit"])
        {
            if (json.Find(property) is { } extra)
                reading.Report(DiagnosticCodes.PropertyDoesNotApply, extra, $"A declined answer has no {Quoting.Quote(property)}.");
        }

        return new Observation(null, null, on, source, declined: true);
    }

    /// <summary>The day an answer was given on, which cannot lie after the day the profile speaks for.</summary>
    private static DateOnly? DateUpTo(ObjectReader json, DateOnly? asOf)
    {
        var on = json.Date("on");
        if (on > asOf)
            json.Reading.Report(DiagnosticCodes.DateAfterAsOf, json.Find("on")!.Value, "The date lies after the profile's 'asOf'.");
        return on;
    }
}

/// <summary>Writes a profile, its observations in ordinal order.</summary>
internal static class ProfileWriter
{
    public static void Write(JsonTextWriter json, PersonProfile profile)
    {
        json.Begin('{');
        json.Property("id", profile.Id);
        json.Property("asOf", profile.AsOf);
        json.Strings("concerns", profile.Concerns);
        if (!profile.Screened.IsEmpty)
        {
            json.Name("screened");
            json.Begin('[', onOneLine: true);
            foreach (var answer in profile.Screened)
                Screen(json, answer);
            json.End(']');
        }

        if (profile.Observations.Count > 0)
        {
            json.Name("observations");
            json.Begin('{');
            foreach (var (factor, observation) in profile.Observations.OrderBy(o => o.Key, StringComparer.Ordinal))
            {
                json.Name(factor);
                Observation(json, observation);
            }

            json.End('}');
        }

        json.End('}');
    }

    public static void Screen(JsonTextWriter json, ScreenAnswer answer)
    {
        if (answer is { On: null, Items: null })
        {
            json.Value(answer.Screen);
            return;
        }

        json.Begin('{', onOneLine: true);
        json.Property("id", answer.Screen);
        json.Property("on", answer.On);
        if (answer.Items is { } items)
            json.Strings("items", items, alsoEmpty: true);
        json.End('}');
    }

    public static void Observation(JsonTextWriter json, Observation observation)
    {
        if (observation is { Value: { } plain, Unit: null, On: null, Source: null })
        {
            json.Value(plain);
            return;
        }

        json.Begin('{', onOneLine: true);
        json.Property("value", observation.Value);
        json.Property("unit", observation.Unit);
        json.Property("on", observation.On);
        json.Property("source", observation.Source);
        json.Flag("declined", observation.IsDeclined);
        json.End('}');
    }
}

/// <summary>The properties of a profile: what the reader accepts and the JSON Schema says.</summary>
internal static class ProfileShapes
{
    public static readonly ObjectShape Profile = new("profile", "$schema id asOf concerns screened observations");

    public static readonly ObjectShape ScreenAnswer = new("screen answer", "id! on items");

    public static readonly ObjectShape Observation = new("observation", "value unit on source declined")
    {
        Elsewhere = static word => word == "comparator"
            ? "The result lies beyond the limit of the method: write the limit itself as the value, or leave the entry out."
            : null,
    };
}

/// <summary>A profile for System.Text.Json. Whether it fits a rule set is found out when it is assessed.</summary>
internal sealed class PersonProfileConverter() : FormatConverter<PersonProfile>(ProfileReader.Read, ProfileWriter.Write);

internal sealed class ObservationConverter() : FormatConverter<Observation>(static (reading, node) => ProfileReader.Observation(reading, node, null), ProfileWriter.Observation);

internal sealed class ScreenAnswerConverter() : FormatConverter<ScreenAnswer>(static (reading, node) => ProfileReader.Screen(reading, node, null), ProfileWriter.Screen);
