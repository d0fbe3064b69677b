using GutSkin.Core;

namespace GutSkin.Samples.WebConsultation;

/// <summary>The calls of the page over HTTP.</summary>
internal static class Endpoints
{
    public static void MapCalls(this WebApplication app)
    {
        var assessment = app.MapGroup("/api").WithTags("assessment");
        assessment.MapPost("/assess", Body((library, body, culture) => library.Assess(body, culture)))
            .WithName("assess").WithSummary("A profile document in, an assessment document out.").TakesDocument();
        assessment.MapPost("/next", Body((library, body, culture) => library.Next(body, culture)))
            .WithName("next").WithSummary("What to ask next, and whether it is enough.").TakesDocument();
        assessment.MapPost("/consult", Body((library, body, culture) => library.Consult(body, culture)))
            .WithName("consult").WithSummary("A step of a consultation: the saved session in, the session after it out.").TakesDocument();
        assessment.MapPost("/explain", async (HttpContext context, Library library, string id, string? culture = null) =>
            new ReplyResult(library.Explain(await RequestBody.ReadAsync(context), culture, id)))
            .WithName("explain").WithSummary("What an id means, and what it does for this profile.").TakesDocument();
        assessment.MapPost("/whatif", Body((library, body, _) => library.WhatIf(body)))
            .WithName("whatif").WithSummary("What changes to answers would do to the scores.").TakesDocument();
        assessment.MapPost("/report", async (HttpContext context, Library library, string? culture = null, string? format = null, string? detail = null) =>
            new ReplyResult(library.Report(await RequestBody.ReadAsync(context), culture, format, detail)))
            .WithName("report").WithSummary("The library's report: html, markdown or text; its first page, or all of it.").TakesDocument();

        assessment.MapPost("/compare", Body((library, body, culture) => library.Compare(body, culture)))
            .WithName("compare").WithSummary("A saved consultation or profile of an earlier day and a profile of now in, what changed out, as HTML.").TakesDocument();

        var rules = app.MapGroup("/api/rules").WithTags("rules").RequireRateLimiting(Protection.RuleSets);
        rules.MapPost("/lint", RuleSet((_, body, _, cancellation) => Library.Lint(body, cancellation)))
            .WithName("lint").WithSummary("A rule set in, all its diagnostics out.").TakesDocument();
        rules.MapPost("/try", RuleSet((library, body, culture, cancellation) => library.Try(body, culture, cancellation)))
            .WithName("try").WithSummary("A rule set and a profile in; diagnostics, tests and scores beside those of the built-in set out.").TakesDocument();

        var catalog = app.MapGroup("/api").WithTags("catalog");
        catalog.MapGet("/catalog", (Library library, string? culture = null) => new ReplyResult(library.Catalog(culture)))
            .WithName("catalog").WithSummary("Names of conditions, factors, rules, suggestions and bands.").Produces<Catalog>();
        catalog.MapGet("/screens", (Library library, string? culture = null) => new ReplyResult(library.Screens(culture)))
            .WithName("screens").WithSummary("Yes/no questions that are asked together.").Produces<CatalogScreen[]>();
    }

    /// <summary>The first page of the rule set in force, in place of the file, which is that of the built-in one.</summary>
    public static void MapStartPage(this WebApplication app)
    {
        var page = new Lazy<string>(() => StartPages.Write(app.Services.GetRequiredService<IScoringService>(), StartPages.Languages));
        app.MapGet("/start.json", () => Results.Text(page.Value, "application/json")).ExcludeFromDescription();
    }

    /// <summary>What somebody's rule set takes ends with the request's time, or when nobody waits for it any more.</summary>
    private static Delegate RuleSet(Func<Library, byte[], string?, CancellationToken, Reply> call) =>
        async (HttpContext context, Library library, string? culture = null) =>
        {
            byte[] body = await RequestBody.ReadAsync(context);
            return new ReplyResult(call(library, body, culture, context.RequestAborted));
        };

    private static Delegate Body(Func<Library, byte[], string?, Reply> call) => async (HttpContext context, Library library, string? culture = null) =>
    {
        byte[] body = await RequestBody.ReadAsync(context);
        return new ReplyResult(call(library, body, culture));
    };
}

/// <summary>A reply, written straight into the answer.</summary>
internal sealed class ReplyResult(Reply reply) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = reply.Status;
        httpContext.Response.ContentType = reply.Type;
        reply.Write(httpContext.Response.BodyWriter);
        // What is there is sent, also when the time ended just now: given up here, the connection would break in place of an answer.
        await httpContext.Response.BodyWriter.FlushAsync(CancellationToken.None);
    }
}
