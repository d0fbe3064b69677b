namespace GutSkin.Core;

/// <summary>What is wrong with a profile, before it has a place. No part of it holds a person's value.</summary>
/// <param name="Code">The diagnostic code.</param>
/// <param name="Id">The factor, condition or screen it is about.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Hint">What to do.</param>
/// <param name="Path">Where, below the profile.</param>
internal sealed record ProfileFault(string Code, string Id, string Message, string? Hint, object[] Path);
