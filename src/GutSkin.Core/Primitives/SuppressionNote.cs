namespace GutSkin.Core;

/// <summary>A note in the data that a warning is right on purpose.</summary>
/// <param name="Code">The code; null where the note cannot be read.</param>
/// <param name="Reason">Why; null where none is given.</param>
/// <param name="Scope">The JSON path of the entry it stands on, <c>$</c> for the document.</param>
/// <param name="Place">Where it stands.</param>
internal readonly record struct SuppressionNote(string? Code, string? Reason, string Scope, SourceLocation Place)
{
    /// <summary>Whether it speaks of a diagnostic: the same code, on or below its entry.</summary>
    public bool Covers(Diagnostic diagnostic) =>
        Code == diagnostic.Code && (diagnostic.Path == Scope
            || (diagnostic.Path.StartsWith(Scope, StringComparison.Ordinal) && diagnostic.Path[Scope.Length] is '.' or '['));
}
