using GutSkin.Core;

namespace GutSkin.Samples.WebConsultation;

/// <summary>The assessment document, written straight into the answer.</summary>
internal sealed class AssessmentAnswer(Assessment assessment) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json";
        assessment.WriteTo(httpContext.Response.BodyWriter);
        await httpContext.Response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}
