using GutSkin.Core;

namespace GutSkin.Fhir.Reading;

/// <summary>Makes diagnostics; none holds a person's value.</summary>
internal static class Faults
{
    public static Diagnostic Document(string code, string message, string? file, string? hint = null) => new()
    {
        Code = code,
        Severity = DiagnosticSeverity.Error,
        File = file,
        Message = message,
        Hint = hint ?? FhirDiagnostics.All.First(d => d.Code == code).Remedy,
    };

    public static Diagnostic Warning(string code, ResourceSlot resource, string path, string message, string? file, string? hint = null) => new()
    {
        Code = code,
        Severity = DiagnosticSeverity.Warning,
        File = file,
        Path = path,
        Message = $"{resource.Name}: {message}",
        Hint = hint ?? FhirDiagnostics.All.First(d => d.Code == code).Remedy,
    };
}
