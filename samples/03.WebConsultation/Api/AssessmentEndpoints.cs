using System.Text;
using System.Text.Json;
using GutSkin.Core;

namespace GutSkin.Samples.WebConsultation;

/// <summary>A profile in, something about it out. Each is one call of the library.</summary>
internal static class AssessmentEndpoints
{
    public static void MapAssessment(this WebApplication app)
    {
        var group = app.MapGroup("/api").WithTags("assessment");
        group.MapPost("/assess", Assess).WithName("assess").WithSummary("A profile document in, an assessment document out.").TakesDocument();
        group.MapPost("/next", Next).WithName("next").WithSummary("What to ask next, and whether it is enough.").TakesDocument();
        group.MapPost("/explain", Explain).WithName("explain").WithSummary("What an id means, and what it does for this profile.").TakesDocument();
        group.MapPost("/whatif", WhatIf).WithName("whatif").WithSummary("What changes to answers would do to the scores.").TakesDocument();
        group.MapPost("/report", Report).WithName("report").WithSummary("The library's report: html, markdown or text.").TakesDocument();
    }

    private static Task<IResult> Assess(HttpContext context, IScoringService scoring, string? culture = null) =>
        WithAssessment(context, scoring, culture, assessment => new AssessmentAnswer(assessment));

    private static Task<IResult> Next(HttpContext context, IScoringService scoring, string? culture = null) =>
        WithAssessment(context, scoring, culture, assessment => Results.Bytes(NextQuestions(assessment), "application/json"));

    private static Task<IResult> Explain(HttpContext context, IScoringService scoring, string id, string? culture = null) =>
        WithAssessment(context, scoring, culture, assessment => scoring.Explain(assessment, id) is { } explanation
            ? Results.Json(explanation)
            : Results.Problem(statusCode: StatusCodes.Status404NotFound, title: "Nothing has that id."));

    private static Task<IResult> Report(HttpContext context, IScoringService scoring, string? culture = null, string format = "html") =>
        WithAssessment(context, scoring, culture, assessment => format switch
        {
            "html" => Results.Text(assessment.ToHtml(ReportDetail.Full), "text/html", Encoding.UTF8),
            "markdown" => Results.Text(assessment.ToMarkdown(ReportDetail.Full), "text/markdown", Encoding.UTF8),
            "text" => Results.Text(assessment.ToText(ReportDetail.Full), "text/plain", Encoding.UTF8),
            _ => Answers.Wrong("The format is html, markdown or text."),
        });

    private static async Task<IResult> WhatIf(HttpContext context, IScoringService scoring)
    {
        byte[] body = await RequestBody.ReadAsync(context);
        using var members = Asked.Members(body);
        if (members is null || members.RootElement.Raw("profile") is not { } text || Asked.Changes(members.RootElement) is not { } changes)
            return Answers.Wrong("The body is { \"profile\": a profile document, \"changes\": { factor id: value } }.");
        var profile = ProfileJson.Read(text);
        if (!profile.Success)
            return Answers.Faulty(profile.Diagnostics);
        try
        {
            return Results.Json(new { scoring.WhatIf(profile.Value, changes).Conditions });
        }
        catch (InvalidInputException error)
        {
            return Answers.Faulty(error.Diagnostics);
        }
    }

    private static async Task<IResult> WithAssessment(HttpContext context, IScoringService scoring, string? culture, Func<Assessment, IResult> answer)
    {
        byte[] body = await RequestBody.ReadAsync(context);
        if (Asked.Options(culture) is not { } options)
            return Answers.Wrong("The culture is a name like en or de-CH.");
        var (assessment, faults) = Asked.Assess(scoring, body, options);
        return assessment is null ? Answers.Faulty(faults) : answer(assessment);
    }

    /// <summary>Triage, whether it is enough or full, the questions and the tests: those members of the assessment document.</summary>
    private static byte[] NextQuestions(Assessment assessment)
    {
        // What is not asked for is not written.
        var shortened = assessment with { Conditions = [], Recommendations = [], Levers = [], Notices = [] };
        using var document = JsonDocument.Parse(shortened.ToJson());
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            foreach (string name in (ReadOnlySpan<string>)["triage", "enough", "full", "nextQuestions", "tests"])
            {
                writer.WritePropertyName(name);
                document.RootElement.GetProperty(name).WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
