using System.Runtime.InteropServices;

namespace GutSkin.Core;

/// <summary>
/// One value of a <see cref="JsonTree"/>. Rows stand in the order of the text, so a container's parts are the rows behind it
/// up to <see cref="End"/>, and the first of them comes next.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct JsonRow
{
    public JsonKind Kind;

    /// <summary>Whether a string, or the property's name, has escapes.</summary>
    public bool ValueEscaped, NameEscaped;

    /// <summary>Where the value begins in the text, and how long it is without a string's quotes; for a container only its opening.</summary>
    public int Start, Length;

    /// <summary>Where the property's name begins (its quote); in an array the index.</summary>
    public int NameOrIndex;

    /// <summary>The length of the property's name without its quotes; −1 in an array and for the document.</summary>
    public int NameLength;

    /// <summary>The row of the container; −1 for the document.</summary>
    public int Parent;

    /// <summary>The row behind the last part of this value.</summary>
    public int End;
}
