namespace GutSkin.Core;

/// <summary>Which rule set made an assessment.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha256">The SHA-256 of its canonical JSON.</param>
public sealed record RuleSetIdentity(string Id, string Version, string Sha256);
