using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>An input with errors was used as if it had none. Its message names codes, ids and places, never a person's values.</summary>
public sealed class InvalidInputException : ArgumentException
{
    /// <summary>Makes an exception without diagnostics.</summary>
    public InvalidInputException()
        : this("The input has errors.")
    {
    }

    /// <summary>Makes an exception with a message.</summary>
    /// <param name="message">The message.</param>
    public InvalidInputException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public InvalidInputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception of diagnostics.</summary>
    /// <param name="diagnostics">Every fault found.</param>
    public InvalidInputException(ImmutableArray<Diagnostic> diagnostics)
        : base(string.Join('\n', diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)))
    {
        Diagnostics = diagnostics;
    }

    /// <summary>Every fault found.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; } = [];
}
