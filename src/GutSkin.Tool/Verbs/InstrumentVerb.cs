using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GutSkin.Core;
using GutSkin.Core.Instruments;

namespace GutSkin.Tool;

/// <summary><c>gutskin instrument NAME INPUT</c>: a severity score from its items.</summary>
internal static class InstrumentVerb
{
    public static Command Command()
    {
        var name = new Argument<string?>("NAME") { Description = "The id of an instrument, for example easi.", Arity = ArgumentArity.ZeroOrOne };
        var input = new Argument<string?>("INPUT") { Description = "Its items as a JSON object; - reads standard input.", Arity = ArgumentArity.ZeroOrOne };
        var bands = new Option<string?>("--bands") { Description = "The band set, where an instrument has more than one; the first without it.", HelpName = "ID" };
        var list = new Option<bool>("--list") { Description = "Lists the instruments, or the items and band sets of NAME." };
        var format = new Option<string>("--format") { Description = "How to write it.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("instrument", "Scores the items of a severity score. A measure, not a diagnosis.") { name, input, bands, list, format };
        command.SetAction(parsed =>
        {
            bool asJson = parsed.GetValue(format) == "json";
            if (parsed.GetValue(list))
                return List(parsed.GetValue(name), asJson);
            if (parsed.GetValue(name) is not { } id || parsed.GetValue(input) is not { } path)
                throw ToolFailure.Usage("a NAME and an INPUT are needed; 'gutskin instrument --list' lists the instruments");

            var instrument = InstrumentCatalog.Find(id);
            if (!instrument.Success)
                return Reject(id, instrument.Diagnostics, asJson);
            var score = instrument.Value.Read(InputFile.Read(path), parsed.GetValue(bands), InputFile.NameOf(path));
            if (!score.Success)
                return Reject(id, score.Diagnostics, asJson);

            foreach (var warning in score.Diagnostics)
                Std.Error.WriteLine(warning);
            Std.WriteResult(asJson ? ToJson(score.Value) : ToText(instrument.Value, score.Value));
            return ExitCode.Done;
        });
        return command;
    }

    private static int Reject(string id, IReadOnlyCollection<Diagnostic> diagnostics, bool asJson)
    {
        if (asJson)
        {
            Std.WriteResult(JsonText.Write(json =>
            {
                json.WriteStartObject();
                json.WriteString("instrument", id);
                json.WriteString("error", InstrumentDiagnostics.WordFor(diagnostics));
                DiagnosticReport.WriteArray(json, diagnostics);
                json.WriteEndObject();
            }));
        }

        return DiagnosticReport.Reject(diagnostics);
    }

    private static string ToJson(InstrumentScore score) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("instrument", score.Instrument);
        json.WriteNumber("score", score.Score);
        if (score.Rounded != score.Score)
            json.WriteNumber("scoreRounded", score.Rounded);
        json.WriteString("band", score.Band);
        json.WriteString("bandSet", score.BandSet);
        if (!score.IsBandVerified)
            json.WriteBoolean("bandVerified", false);
        if (score.TreatmentSuccess is { } success)
            json.WriteBoolean("treatmentSuccess", success);
        json.WriteStartObject("subscores");
        foreach (var (part, value) in score.Subscores)
            json.WriteNumber(part, value);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static string ToText(Instrument instrument, InstrumentScore score)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{instrument.Name}: {score.Rounded} ({Range(instrument)})\n");
        string verified = score.IsBandVerified ? "" : ", which no source seen states";
        text.Append(CultureInfo.InvariantCulture, $"  {score.Band ?? "no band"} (band set {score.BandSet}{verified})\n");
        if (score.TreatmentSuccess is { } success)
            text.Append(CultureInfo.InvariantCulture, $"  treatment success: {(success ? "yes" : "no")}\n");
        foreach (var (part, value) in score.Subscores)
            text.Append(CultureInfo.InvariantCulture, $"  {part} {value}\n");
        return text.Append("A measure, not a diagnosis.\n").ToString();
    }

    private static int List(string? id, bool asJson)
    {
        IReadOnlyList<Instrument> shown = InstrumentCatalog.All;
        if (id is not null)
        {
            var found = InstrumentCatalog.Find(id);
            if (!found.Success)
                return Reject(id, found.Diagnostics, asJson);
            shown = [found.Value];
        }

        Std.WriteResult(asJson ? ListAsJson(shown) : ListAsText(shown, withItems: id is not null));
        return ExitCode.Done;
    }

    private static string ListAsText(IReadOnlyList<Instrument> instruments, bool withItems)
    {
        var text = new StringBuilder();
        int width = instruments.Max(i => i.Id.Length);
        foreach (var instrument in instruments)
        {
            text.Append(CultureInfo.InvariantCulture, $"{instrument.Id.PadRight(width)}  {instrument.Name} ({Range(instrument)}; {instrument.Assessor})\n");
            if (!withItems)
                continue;
            foreach (var item in instrument.Items)
                text.Append(CultureInfo.InvariantCulture, $"  {item}{(item.IsRequired ? "" : ", optional")}{(item.Note is { } note ? ". " + note : "")}\n");
            foreach (var set in instrument.BandSets)
                text.Append(CultureInfo.InvariantCulture, $"  bands {set.Id}: {set}.{(set.Note is { } note ? " " + note : "")}\n");
            text.Append(CultureInfo.InvariantCulture, $"  formula: {instrument.Formula}\n  {instrument.MissingItems}\n  license: {instrument.License}\n");
        }

        return text.ToString();
    }

    private static string ListAsJson(IReadOnlyList<Instrument> instruments) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("instruments");
        foreach (var instrument in instruments)
        {
            json.WriteStartObject();
            json.WriteString("id", instrument.Id);
            json.WriteString("name", instrument.Name);
            json.WriteString("assessor", instrument.Assessor);
            json.WriteString("formula", instrument.Formula);
            json.WriteNumber("min", instrument.Min);
            if (instrument.Max is { } max)
                json.WriteNumber("max", max);
            json.WriteStartArray("items");
            foreach (var item in instrument.Items)
                Write(json, item);
            json.WriteEndArray();
            json.WriteStartArray("bandSets");
            foreach (var set in instrument.BandSets)
                Write(json, set);
            json.WriteEndArray();
            json.WriteString("license", instrument.License);
            json.WriteStartArray("evidence");
            foreach (string reference in instrument.References)
                json.WriteStringValue(reference);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, InstrumentItem item)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Id);
        if (item.IsYesNo)
        {
            json.WriteString("kind", "boolean");
        }
        else
        {
            json.WriteNumber("min", item.Min);
            json.WriteNumber("max", item.Max);
            if (item.Step is { } step)
                json.WriteNumber("step", step);
        }

        json.WriteBoolean("required", item.IsRequired);
        if (item.Form is { } form)
            json.WriteString("form", form);
        if (item.InsteadOf is { } other)
            json.WriteString("insteadOf", other);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BandSet set)
    {
        json.WriteStartObject();
        json.WriteString("id", set.Id);
        if (set.From is { } from)
            json.WriteNumber("from", from);
        json.WriteStartArray("bands");
        foreach (var band in set.Bands)
        {
            json.WriteStartObject();
            json.WriteString("label", band.Label);
            if (band.To is { } to)
                json.WriteNumber(band.IncludesTo ? "upTo" : "below", to);
            if (!band.IsVerified)
                json.WriteBoolean("verified", false);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (set.Note is { } note)
            json.WriteString("note", note);
        json.WriteEndObject();
    }

    private static string Range(Instrument instrument) => instrument.Max is { } max
        ? string.Create(CultureInfo.InvariantCulture, $"{instrument.Min} to {max}")
        : string.Create(CultureInfo.InvariantCulture, $"from {instrument.Min} up");
}
