using System.Collections.Immutable;
using System.Text.Json;
using GutSkin.Core;

namespace GutSkin.Samples.WebConsultation;

/// <summary>
/// A step of a consultation: the saved session in, the session after the step out, with what to draw. The answer depends on the call
/// alone; a browser remembers its last session only so that it need not take every step again for the next one.
/// </summary>
internal sealed class ConsultationCall(IScoringService scoring, bool remembers)
{
    private const string Form =
        "The body is { \"act\": start, load, look, answer, none, decline, skip, back or continue, \"session\": the text of a saved consultation, "
        + "\"answers\": { item: value }, \"concerns\" and \"told\": ids of conditions, \"profile\": a profile document, \"today\": a day }.";

    private const string NothingLeft = "Nothing is left to ask.";

    private (string Text, string? Culture, Consultation Value)? last;

    /// <summary>Takes one step.</summary>
    public Reply Step(ReadOnlyMemory<byte> body, string? culture)
    {
        using var members = Asked.Members(body);
        if (Asked.Options(culture) is not { } options)
            return Reply.Wrong(Asked.NoCulture);
        if (members?.RootElement is not { } call || call.Text("act") is not { } act)
            return Reply.Wrong(Form);
        try
        {
            if (act == "start")
                return Start(call, culture, options);
            if (act == "load")
                return Load(call, culture, options);
            if (call.Text("session") is not { } session)
                return Reply.Wrong(Form);
            var read = last is { } kept && kept.Text == session && kept.Culture == culture
                ? ReadResult.Of(kept.Value)
                : Consultation.Read(session, scoring, options);
            return read.Success ? Take(read.Value, act, call, culture, read.Diagnostics) : Reply.Faulty(read.Diagnostics);
        }
        catch (InvalidInputException error)
        {
            return Reply.Faulty(error.Diagnostics);
        }
    }

    /// <summary>The start page, answered.</summary>
    private Reply Start(JsonElement call, string? culture, AssessmentOptions options)
    {
        if (call.Texts("concerns") is not { } concerns)
            return Reply.Wrong(Form);
        var answers = call.TryGetProperty("answers", out var given) ? Asked.Values(given) : [];
        if (answers is null)
            return Reply.Wrong(Form);
        var begun = Consultation.Start(scoring, [], call.Day("today"), options).Begin(concerns, call.Texts("told"), answers);
        return begun.Success ? Shown(begun.Value, culture, []) : Reply.Faulty(begun.Diagnostics);
    }

    /// <summary>Goes on with somebody of whom a profile says something.</summary>
    private Reply Load(JsonElement call, string? culture, AssessmentOptions options)
    {
        if (call.Raw("profile") is not { } text)
            return Reply.Wrong(Form);
        var profile = ProfileJson.Read(text);
        if (!profile.Success)
            return Reply.Faulty(profile.Diagnostics);
        var known = profile.Value.AsOf is null ? profile.Value.ToBuilder().AsOf(call.Day("today")).Build() : profile.Value;
        return Shown(Consultation.Start(scoring, known, options), culture, profile.Diagnostics);
    }

    private Reply Take(Consultation before, string act, JsonElement call, string? culture, ImmutableArray<Diagnostic> leftOut)
    {
        if (before.Current is null && act is ("answer" or "none" or "decline" or "skip"))
            return Reply.Wrong(NothingLeft);
        switch (act)
        {
            case "look":
                return Shown(before, culture, leftOut);
            case "back":
                return Shown(before.Back(), culture, leftOut);
            case "decline":
                return Shown(before.Decline(), culture, leftOut);
            case "skip":
                return Shown(before.Skip(), culture, leftOut);
            case "none" when before.Current!.Asks == QuestionKind.Screen:
                return Shown(before.NoneOfThese(), culture, leftOut);
            case "continue" when call.Day("today") is { } today:
                return Shown(before.ContinueOn(today), culture, leftOut);
            case "answer" when call.Fields("answers") is { } fields:
                var answered = before.TryAnswerText(fields);
                return answered.Success ? Shown(answered.Value, culture, leftOut) : Reply.Faulty(answered.Diagnostics);
            default:
                return Reply.Wrong(Form);
        }
    }

    /// <summary>What a page draws: the assessment has the one question that is asked now, and no suggestions, which the report tells.</summary>
    private Reply Shown(Consultation consultation, string? culture, ImmutableArray<Diagnostic> leftOut)
    {
        string session = consultation.ToJson();
        if (remembers)
            last = (session, culture, consultation);
        var assessment = consultation.Assessment with
        {
            NextQuestions = consultation.Current is { } question ? [question] : [],
            Recommendations = [],
        };
        return Reply.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("session", session);
            writer.WritePropertyName("profile");
            writer.WriteRawValue(ProfileJson.Write(consultation.Profile), skipInputValidation: true);
            if (consultation.Why is { } why)
                writer.WriteString("why", why);
            writer.WriteNumber("asked", consultation.Progress.Asked);
            writer.WriteNumber("toEnough", consultation.Progress.ToEnough);
            writer.WriteNumber("toFull", consultation.Progress.ToFull);
            writer.WriteBoolean("canGoBack", consultation.CanGoBack);
            writer.WriteBoolean("atStart", consultation.Opening is not null);
            writer.WritePropertyName("leftOut");
            JsonSerializer.Serialize(writer, [.. leftOut.Select(Fault.Of)], Documents.Default.FaultArray);
            writer.WritePropertyName("assessment");
            writer.WriteRawValue(assessment.ToJson(), skipInputValidation: true);
            writer.WriteEndObject();
        });
    }
}
