using System.Security.Cryptography;
using System.Text;
using GutSkin.Core;

namespace GutSkin.Samples.WebConsultation;

/// <summary>
/// Response headers. The policy allows the page's own files and nothing inline, except for the library's report, which the page
/// shows in a sandboxed frame that inherits this policy: its one style element is allowed by its hash. Neither the page nor the
/// report has a <c>style</c> attribute or an inline script.
/// </summary>
internal sealed class SecurityHeaders
{
    private readonly string policy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
        + $"style-src 'self' {ReportStyleHashes()}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public void Apply(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? "no-store" : "no-cache";
    }

    /// <summary>The style is the same in every report, so one of nothing will do: no rule set is read for it.</summary>
    private static string ReportStyleHashes()
    {
        string report = new Assessment
        {
            RuleSet = new RuleSetIdentity("none", "0.0.0", ""),
            IntendedUse = IntendedUse.WellnessInformation,
            Disclaimer = "",
            Triage = new Triage { Level = TriageLevel.None, Complete = true },
            Enough = true,
            Full = true,
        }.ToHtml();
        var hashes = new List<string>();
        for (int at = report.IndexOf("<style>", StringComparison.Ordinal); at >= 0; at = report.IndexOf("<style>", at, StringComparison.Ordinal))
        {
            at += "<style>".Length;
            string style = report[at..report.IndexOf("</style>", at, StringComparison.Ordinal)];
            hashes.Add($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'");
        }

        return string.Join(' ', hashes);
    }
}

/// <summary>Adds the headers to every answer.</summary>
internal static class SecurityHeadersMiddleware
{
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var headers = app.Services.GetRequiredService<SecurityHeaders>();
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                headers.Apply(context);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }
}
