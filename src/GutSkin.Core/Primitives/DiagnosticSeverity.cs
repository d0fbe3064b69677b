namespace GutSkin.Core;

/// <summary>How grave a diagnostic is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth a look; the input is used.</summary>
    Warning,

    /// <summary>The input is not used.</summary>
    Error,
}
