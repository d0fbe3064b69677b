using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GutSkin.Cohorts.Writing;

/// <summary>Scores as lines of JSON: a person a line.</summary>
internal sealed class JsonEncoder : RowEncoder
{
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Row = JsonEncodedText.Encode("row");
    private static readonly JsonEncodedText RuleSetName = JsonEncodedText.Encode("ruleSet");
    private static readonly JsonEncodedText ScoresName = JsonEncodedText.Encode("scores");
    private readonly JsonEncodedText hash;
    private readonly ImmutableArray<(string Id, JsonEncodedText Name)> conditions;
    private readonly ImmutableArray<(Measured Measure, JsonEncodedText Name)> measures;
    private readonly bool hasTriage;

    public JsonEncoder(ResolvedRuleSet rules, CohortWriteOptions options)
    {
        hash = JsonEncodedText.Encode(rules.Sha256);
        conditions = [.. rules.ScoredConditions.Select(c => (c, JsonEncodedText.Encode(c)))];
        measures = [.. Measured.Of(options.Measures).Select(m => (m, JsonEncodedText.Encode(m.Name)))];
        hasTriage = (options.Measures & CohortMeasures.Triage) != 0;
    }

    public override ReadOnlyMemory<byte> Header => default;

    public override void Encode(CohortBatch batch, CohortScores scores, ArrayBufferWriter<byte> to)
    {
        using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        for (int person = 0; person < batch.Count; person++)
        {
            json.WriteStartObject();
            if (!batch.IdOf(person).IsEmpty)
                json.WriteString(Id, batch.IdOf(person));
            json.WriteNumber(Row, batch.RowOf(person));
            json.WriteString(RuleSetName, hash);
            if (hasTriage)
            {
                json.WriteString("triage", scores.Triage[person]);
                json.WriteBoolean("triageComplete", scores.TriageComplete[person]);
            }

            json.WriteStartObject(ScoresName);
            foreach (var (id, name) in conditions)
            {
                json.WriteStartObject(name);
                foreach (var (measure, measureName) in measures)
                {
                    if (measure.IsNumber)
                        json.WriteNumber(measureName, measure.Numbers(scores, id)[person] + 0.0);
                    else if (measure.Name == "settled")
                        json.WriteBoolean(measureName, Measured.IsYes(scores, id, person));
                    else
                        json.WriteString(measureName, measure.Text(scores, id, person));
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            to.Write("\n"u8);
        }
    }
}
