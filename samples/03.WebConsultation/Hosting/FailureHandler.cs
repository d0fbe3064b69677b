using Microsoft.AspNetCore.Diagnostics;

namespace GutSkin.Samples.WebConsultation;

/// <summary>Turns what was thrown into a problem document. Logs the kind of exception, never its text.</summary>
internal sealed partial class FailureHandler(IProblemDetailsService problems, ILogger<FailureHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        httpContext.Response.StatusCode = exception is BadHttpRequestException bad
            ? bad.StatusCode
            : StatusCodes.Status500InternalServerError;
        if (httpContext.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            Failed(exception.GetType().Name);
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext });
    }

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "A request failed with {ExceptionType}")]
    private partial void Failed(string exceptionType);
}
