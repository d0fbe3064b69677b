namespace GutSkin.Core.Diagnostics;

/// <summary>Remembers where the parts of a rule set were read, so that a check of the finished data can still point at the text.</summary>
internal abstract class SourceMap
{
    /// <summary>The file or document, where it has a name.</summary>
    public abstract string? File { get; }

    /// <summary>The place of a part of an entry. A path that is not there means the nearest part above it.</summary>
    /// <param name="entry">The entry object; null = the document.</param>
    /// <param name="path">Property names (string) and positions in arrays (int) below the entry.</param>
    public abstract SourceLocation Locate(object? entry, ReadOnlySpan<object> path);

    /// <summary>Whether the reader has already reported an error at, above or below that part.</summary>
    public abstract bool IsBroken(object? entry, ReadOnlySpan<object> path);

    /// <summary>The notes that say which warnings are right on purpose.</summary>
    public abstract IEnumerable<SuppressionNote> Suppressions();

    /// <summary>Why a warning of this code is right on purpose, as the entry (null = the document) or the document says: <c>"x-lint": { "GS1008": "why" }</c>.</summary>
    public abstract string? ReasonFor(object? entry, string code);
}

/// <summary>A place in a text.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 units, from 1.</param>
/// <param name="Path">The JSON path.</param>
internal readonly record struct SourceLocation(int Line, int Column, string Path);

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
