using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool;

/// <summary>Scores as lines of JSON: a person a line.</summary>
internal sealed class JsonLinesScoreFormat : ScoreFormat
{
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Row = JsonEncodedText.Encode("row");
    private static readonly JsonEncodedText RuleSet = JsonEncodedText.Encode("ruleSet");
    private static readonly JsonEncodedText Scores = JsonEncodedText.Encode("scores");
    private static readonly JsonEncodedText Score = JsonEncodedText.Encode("score");
    private static readonly JsonEncodedText Low = JsonEncodedText.Encode("low");
    private static readonly JsonEncodedText High = JsonEncodedText.Encode("high");
    private readonly ArrayBufferWriter<byte> output = new();
    private readonly Utf8JsonWriter json;
    private readonly JsonEncodedText hash;
    private readonly JsonEncodedText[] conditions;

    /// <summary>Makes the format.</summary>
    /// <param name="rules">Whose conditions they are.</param>
    public JsonLinesScoreFormat(ResolvedRuleSet rules)
        : base(rules)
    {
        json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        hash = JsonEncodedText.Encode(rules.Sha256);
        conditions = [.. rules.ScoredConditions.Select(c => JsonEncodedText.Encode(c))];
    }

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Header => default;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Write(CohortChunk chunk)
    {
        output.ResetWrittenCount();
        for (int person = 0; person < chunk.Count; person++)
        {
            json.WriteStartObject();
            if (!chunk.Id(person).IsEmpty)
                json.WriteString(Id, chunk.Id(person));
            json.WriteNumber(Row, chunk.Rows[person]);
            json.WriteString(RuleSet, hash);
            json.WriteStartObject(Scores);
            var scores = chunk.ScoresOf(person);
            for (int c = 0; c < conditions.Length; c++)
            {
                json.WriteStartObject(conditions[c]);
                json.WriteNumber(Score, scores[Places[c]] + 0.0);
                json.WriteNumber(Low, scores[Places[c] + 1] + 0.0);
                json.WriteNumber(High, scores[Places[c] + 2] + 0.0);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            output.Write("\n"u8);
        }

        return output.WrittenMemory;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            json.Dispose();
        base.Dispose(disposing);
    }
}
