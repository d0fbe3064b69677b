using System.Text.Json;
using GutSkin.Core;
using GutSkin.Core.Authoring;

namespace GutSkin.Tool;

/// <summary>A difference as JSON.</summary>
internal static class DifferenceJson
{
    public static string Write(RuleSetDifference difference) => JsonText.Write(writer =>
    {
        writer.WriteStartObject();
        Identity(writer, "old", difference.Old);
        Identity(writer, "new", difference.New);
        writer.WriteStartArray("entries");
        foreach (var entry in difference.Entries)
        {
            writer.WriteStartObject();
            writer.WriteString("section", entry.Section);
            writer.WriteString("id", entry.Id);
            writer.WriteString("kind", entry.Kind.ToString().ToLowerInvariant());
            writer.WriteStartArray("details");
            foreach (string detail in entry.Details)
                writer.WriteStringValue(detail);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (difference.Impact is { } impact)
            Write(writer, impact);
        writer.WriteEndObject();
    });

    private static void Identity(Utf8JsonWriter writer, string name, RuleSetIdentity identity)
    {
        writer.WriteStartObject(name);
        writer.WriteString("id", identity.Id);
        writer.WriteString("version", identity.Version);
        writer.WriteString("sha256", identity.Sha256);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, CohortImpact impact)
    {
        writer.WriteStartObject("impact");
        writer.WriteNumber("people", impact.People);
        writer.WriteStartArray("notAssessed");
        foreach (int place in impact.NotAssessed)
            writer.WriteNumberValue(place);
        writer.WriteEndArray();
        writer.WriteNumber("bandChanged", impact.BandChanged);
        writer.WriteNumber("bandChangedShare", impact.BandChangedShare);
        writer.WriteNumber("triageChanged", impact.TriageChanged);
        writer.WriteStartArray("conditions");
        foreach (var c in impact.Conditions)
        {
            writer.WriteStartObject();
            writer.WriteString("condition", c.Condition);
            writer.WriteNumber("bandChanged", c.BandChanged);
            writer.WriteNumber("rises", c.Rises);
            writer.WriteNumber("falls", c.Falls);
            writer.WriteNumber("least", c.Least);
            writer.WriteNumber("percentile5", c.Percentile5);
            writer.WriteNumber("median", c.Median);
            writer.WriteNumber("percentile95", c.Percentile95);
            writer.WriteNumber("greatest", c.Greatest);
            writer.WriteNumber("mean", c.Mean);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (impact.LargestMove is { } move)
        {
            writer.WriteStartObject("largestMove");
            writer.WriteNumber("person", move.Person);
            writer.WriteString("condition", move.Condition);
            writer.WriteNumber("from", move.From);
            writer.WriteNumber("to", move.To);
            writer.WriteEndObject();
        }

        writer.WriteStartArray("recommendations");
        foreach (var r in impact.Recommendations)
        {
            writer.WriteStartObject();
            writer.WriteString("intervention", r.Intervention);
            writer.WriteNumber("gained", r.Gained);
            writer.WriteNumber("lost", r.Lost);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("safetyLost");
        foreach (var loss in impact.SafetyLost)
        {
            writer.WriteStartObject();
            writer.WriteNumber("person", loss.Person);
            if (loss.Rule is { } rule)
                writer.WriteString("rule", rule);
            if (loss.Intervention is { } intervention)
                writer.WriteString("intervention", intervention);
            writer.WriteString("was", loss.Was);
            writer.WriteString("now", loss.Now);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
