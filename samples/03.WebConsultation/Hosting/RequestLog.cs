namespace GutSkin.Samples.WebConsultation;

/// <summary>One line a request: method, path template, status. No address, no query, no body.</summary>
internal static partial class RequestLog
{
    public static void UseRequestLog(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("WebConsultation");
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            finally
            {
                string path = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(file)";
                Answered(logger, Known(context.Request.Method), path, context.Response.StatusCode);
            }
        });
    }

    private static string Known(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsPost(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) ? method : "(other)";

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "{Method} {Path} {Status}")]
    private static partial void Answered(ILogger logger, string method, string path, int status);
}
