namespace GutSkin.Core;

/// <summary>Names an entry of a rule set.</summary>
/// <param name="Section">The section as in JSON, for example <c>rules</c>.</param>
/// <param name="Id">The id; for a considered entry the factor, a slash and the condition.</param>
public readonly record struct EntryKey(string Section, string Id);
