namespace GutSkin.Core;

/// <summary>A place in a text.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 units, from 1.</param>
/// <param name="Path">The JSON path.</param>
internal readonly record struct SourceLocation(int Line, int Column, string Path);
