using GutSkin.Core;

namespace GutSkin.Samples.WebConsultation;

/// <summary>The rule playground: an overlay in, its faults, its tests and its scores out. Nothing is kept.</summary>
internal static class RuleEndpoints
{
    public static void MapRules(this WebApplication app)
    {
        var group = app.MapGroup("/api/rules").WithTags("rules").RequireRateLimiting(Protection.RuleSets);
        group.MapPost("/lint", (Delegate)Lint).WithName("lint").WithSummary("A rule set in, all its diagnostics out.").TakesDocument();
        group.MapPost("/try", Try).WithName("try").WithSummary("A rule set and a profile in; diagnostics, tests and scores beside those of the built-in set out.").TakesDocument();
    }

    private static async Task<IResult> Lint(HttpContext context)
    {
        byte[] overlay = await RequestBody.ReadAsync(context);
        return Results.Json(Playground.Lint(overlay));
    }

    private static async Task<IResult> Try(HttpContext context, Playground playground, string? culture = null)
    {
        byte[] body = await RequestBody.ReadAsync(context);
        using var members = Asked.Members(body);
        if (Asked.Options(culture) is not { } options)
            return Answers.Wrong("The culture is a name like en or de-CH.");
        if (members?.RootElement is not { } root
            || !root.TryGetProperty("overlay", out var overlay)
            || overlay.ValueKind != System.Text.Json.JsonValueKind.String
            || root.Raw("profile") is not { } text)
            return Answers.Wrong("The body is { \"overlay\": the text of a rule set, \"profile\": a profile document }.");
        var profile = ProfileJson.Read(text);
        return profile.Success ? Results.Json(playground.Try(overlay.GetString()!, profile.Value, options)) : Answers.Faulty(profile.Diagnostics);
    }
}
