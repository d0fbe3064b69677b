namespace GutSkin.Core;

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

    private static void Screen(JsonTextWriter json, ScreenAnswer answer)
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

    private static void Observation(JsonTextWriter json, Observation observation)
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
