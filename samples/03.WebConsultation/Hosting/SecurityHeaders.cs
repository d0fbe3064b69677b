namespace GutSkin.Samples.WebConsultation;

/// <summary>
/// Response headers. The policy allows the page's own files, WebAssembly among them, and nothing inline, except for the style of the
/// library's report by its hash. Neither the page nor the report has a <c>style</c> attribute or an inline script.
/// </summary>
internal sealed class SecurityHeaders
{
    private readonly string policy =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; img-src 'self' data:; "
        + $"style-src 'self' {ReportStyle.Hashes()}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

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
