using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace GutSkin.Core;

/// <summary>Makes the results of readers outside this library.</summary>
public static class ReadResult
{
    /// <summary>An input that was read, with what was noticed on the way.</summary>
    /// <typeparam name="T">What was read.</typeparam>
    /// <param name="value">What was read.</param>
    /// <param name="warnings">Warnings in the order of the document; none if left out.</param>
    /// <returns>A result with a value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException">One of the <paramref name="warnings"/> is an error.</exception>
    public static ReadResult<T> Of<T>(T value, ImmutableArray<Diagnostic> warnings = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        warnings = warnings.IsDefault ? [] : warnings;
        if (warnings.Any(IsError))
            throw new ArgumentException("A result with a value has warnings only: use Failed where there is an error.", nameof(warnings));
        return new ReadResult<T>(value, warnings);
    }

    /// <summary>An input that could not be read.</summary>
    /// <typeparam name="T">What was to be read.</typeparam>
    /// <param name="diagnostics">Errors and warnings in the order of the document; at least one error.</param>
    /// <returns>A result without a value.</returns>
    /// <exception cref="ArgumentException">None of the <paramref name="diagnostics"/> is an error.</exception>
    public static ReadResult<T> Failed<T>(ImmutableArray<Diagnostic> diagnostics)
        where T : class
    {
        if (diagnostics.IsDefaultOrEmpty || !diagnostics.Any(IsError))
            throw new ArgumentException("A result without a value says why: give at least one error.", nameof(diagnostics));
        return new ReadResult<T>(null, diagnostics);
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;
}

/// <summary>What came of reading an input: a value, or every fault in it.</summary>
/// <typeparam name="T">What was read.</typeparam>
public sealed class ReadResult<T>
    where T : class
{
    internal ReadResult(T? value, ImmutableArray<Diagnostic> diagnostics)
    {
        Value = value;
        Diagnostics = diagnostics;
    }

    /// <summary>What was read; null where there is an error.</summary>
    public T? Value { get; }

    /// <summary>Errors and warnings, in the order of the document.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Whether the input has no error (warnings are allowed).</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Success => Value is not null;

    /// <summary>The value, or an exception that lists what is wrong.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidInputException">The input has errors.</exception>
    public T GetValueOrThrow() => Value ?? throw new InvalidInputException(Diagnostics);
}

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
