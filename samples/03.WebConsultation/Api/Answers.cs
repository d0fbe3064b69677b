using GutSkin.Core;

namespace GutSkin.Samples.WebConsultation;

/// <summary>One fault of a document, as the API says it.</summary>
internal sealed record Fault(string Code, string Severity, int? Line, int? Column, string Path, string Message, string? Hint)
{
    public static Fault Of(Diagnostic diagnostic) => new(
        diagnostic.Code,
        diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning",
        diagnostic.Line,
        diagnostic.Column,
        diagnostic.Path,
        diagnostic.Message,
        diagnostic.Hint);
}

/// <summary>Answers that several endpoints give.</summary>
internal static class Answers
{
    /// <summary>400 with everything that is wrong with a document.</summary>
    public static IResult Faulty(IEnumerable<Diagnostic> diagnostics) => Results.Problem(
        statusCode: StatusCodes.Status400BadRequest,
        title: "The document has errors.",
        extensions: new Dictionary<string, object?> { ["diagnostics"] = diagnostics.Select(Fault.Of).ToArray() });

    /// <summary>400 for a request that is not what the endpoint takes.</summary>
    public static IResult Wrong(string title) => Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: title);
}
