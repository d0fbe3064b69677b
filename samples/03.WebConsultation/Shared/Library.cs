using System.Text.Json;
using GutSkin.Core;

namespace GutSkin.Samples.WebConsultation;

/// <summary>
/// Every call of the page, each one call of the library: a server answers them over HTTP, a browser in its own memory, with the same
/// bytes. A profile or a rule set in, something about it out; nothing is kept but, where it remembers, the last session.
/// </summary>
internal sealed class Library(IScoringService scoring, bool remembers)
{
    private readonly CatalogPages catalog = new(scoring);
    private readonly Playground playground = new(scoring);
    private readonly ConsultationCall consultation = new(scoring, remembers);

    /// <summary>A step of a consultation: the saved session in, the session after it out.</summary>
    public Reply Consult(ReadOnlyMemory<byte> body, string? culture) => consultation.Step(body, culture);

    /// <summary>A profile in, its assessment out.</summary>
    public Reply Assess(ReadOnlyMemory<byte> body, string? culture) => WithAssessment(body, culture, Reply.Of);

    /// <summary>Triage, whether it is enough or full, the questions and the tests: those members of the assessment document.</summary>
    public Reply Next(ReadOnlyMemory<byte> body, string? culture) => WithAssessment(body, culture, assessment =>
    {
        // What is not asked for is not written.
        var shortened = assessment with { Conditions = [], Recommendations = [], Levers = [], Notices = [] };
        return Reply.Json(writer =>
        {
            using var document = JsonDocument.Parse(shortened.ToJson());
            writer.WriteStartObject();
            foreach (string name in (ReadOnlySpan<string>)["triage", "enough", "full", "nextQuestions", "tests"])
            {
                writer.WritePropertyName(name);
                document.RootElement.GetProperty(name).WriteTo(writer);
            }

            writer.WriteEndObject();
        });
    });

    /// <summary>What an id means, and what it does for a profile.</summary>
    public Reply Explain(ReadOnlyMemory<byte> body, string? culture, string id) => WithAssessment(body, culture, assessment =>
        scoring.Explain(assessment, id) is { } explanation
            ? Reply.Json(ExplanationAnswer.Of(explanation), Documents.Default.ExplanationAnswer)
            : Reply.Missing("Nothing has that id."));

    /// <summary>The report of a profile, its first page or all of it.</summary>
    public Reply Report(ReadOnlyMemory<byte> body, string? culture, string? format, string? detail)
    {
        ReportDetail? much = detail switch { null or "full" => ReportDetail.Full, "first" => ReportDetail.FirstPage, _ => null };
        if (much is not { } pages)
            return Reply.Wrong("The detail is first or full.");
        return WithAssessment(body, culture, assessment => format switch
        {
            null or "html" => Reply.Text(assessment.ToHtml(pages), "text/html"),
            "markdown" => Reply.Text(assessment.ToMarkdown(pages), "text/markdown"),
            "text" => Reply.Text(assessment.ToText(pages), "text/plain"),
            _ => Reply.Wrong("The format is html, markdown or text."),
        });
    }

    /// <summary>What changes to answers would do to the scores.</summary>
    public Reply WhatIf(ReadOnlyMemory<byte> body)
    {
        using var members = Asked.Members(body);
        if (members is null || members.RootElement.Raw("profile") is not { } text || Asked.Changes(members.RootElement) is not { } changes)
            return Reply.Wrong("The body is { \"profile\": a profile document, \"changes\": { factor id: value } }.");
        var profile = ProfileJson.Read(text);
        if (!profile.Success)
            return Reply.Faulty(profile.Diagnostics);
        try
        {
            return Reply.Json(new WhatIfAnswer(scoring.WhatIf(profile.Value, changes).Conditions), Documents.Default.WhatIfAnswer);
        }
        catch (InvalidInputException error)
        {
            return Reply.Faulty(error.Diagnostics);
        }
    }

    /// <summary>What changed since an earlier time, as a page: a saved consultation or a profile of then, and the profile of now.</summary>
    public Reply Compare(ReadOnlyMemory<byte> body, string? culture)
    {
        using var members = Asked.Members(body);
        if (Asked.Options(culture) is not { } options)
            return Reply.Wrong(Asked.NoCulture);
        if (members?.RootElement is not { } call || call.Text("before") is not { } earlier || call.Raw("profile") is not { } text)
            return Reply.Wrong("The body is { \"before\": the text of a saved consultation or of a profile document, \"profile\": a profile document }.");
        var before = Asked.SavedProfile(scoring, earlier, options);
        var now = ProfileJson.Read(text);
        if (!before.Success || !now.Success)
            return Reply.Faulty([.. before.Diagnostics, .. now.Diagnostics]);
        var compared = scoring.TryCompare(before.Value, now.Value, new ComparisonOptions { Assessing = options });
        return compared.Success ? Reply.Text(compared.Value.ToHtml(), "text/html") : Reply.Faulty(compared.Diagnostics);
    }

    /// <summary>A rule set in, all its diagnostics out.</summary>
    public static Reply Lint(byte[] overlay, CancellationToken cancellation = default) =>
        Reply.Json(Playground.Lint(overlay, cancellation), Documents.Default.LintAnswer);

    /// <summary>A rule set and a profile in; diagnostics, tests, and scores beside those of the built-in set out.</summary>
    public Reply Try(ReadOnlyMemory<byte> body, string? culture, CancellationToken cancellation = default)
    {
        using var members = Asked.Members(body);
        if (Asked.Options(culture) is not { } options)
            return Reply.Wrong(Asked.NoCulture);
        if (members?.RootElement is not { } root
            || !root.TryGetProperty("overlay", out var overlay)
            || overlay.ValueKind != JsonValueKind.String
            || root.Raw("profile") is not { } text)
            return Reply.Wrong("The body is { \"overlay\": the text of a rule set, \"profile\": a profile document }.");
        var profile = ProfileJson.Read(text);
        return profile.Success
            ? Reply.Json(playground.Try(overlay.GetString()!, profile.Value, options, cancellation), Documents.Default.TryAnswer)
            : Reply.Faulty(profile.Diagnostics);
    }

    /// <summary>Names of everything, for a page.</summary>
    public Reply Catalog(string? culture) => Asked.Options(culture) is null
        ? Reply.Wrong(Asked.NoCulture)
        : Reply.Json(catalog.Catalog(culture), Documents.Default.Catalog);

    /// <summary>Yes/no questions that are asked together.</summary>
    public Reply Screens(string? culture) => Asked.Options(culture) is null
        ? Reply.Wrong(Asked.NoCulture)
        : Reply.Json(catalog.Catalog(culture).Screens, Documents.Default.CatalogScreenArray);

    private Reply WithAssessment(ReadOnlyMemory<byte> body, string? culture, Func<Assessment, Reply> answer)
    {
        if (Asked.Options(culture) is not { } options)
            return Reply.Wrong(Asked.NoCulture);
        var (assessment, faults) = Asked.Assess(scoring, body, options);
        return assessment is null ? Reply.Faulty(faults) : answer(assessment);
    }
}
