using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace GutSkin.Core;

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
