namespace GutSkin.Core;

/// <summary>How much of what raises a score goes through one mechanism.</summary>
/// <param name="Id">The id of the mechanism.</param>
/// <param name="Share">A fraction above 0 of the positive counted log odds.</param>
public sealed record MechanismShare(string Id, double Share);
