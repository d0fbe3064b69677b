namespace GutSkin.Core;

/// <summary>One document that a resolved rule set was composed of.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha256">The SHA-256 of its own canonical JSON, in lower-case hexadecimal.</param>
public sealed record ResolvedDocument(string Id, string Version, string Sha256);
