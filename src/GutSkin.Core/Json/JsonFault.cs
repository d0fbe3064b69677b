namespace GutSkin.Core;

/// <summary>What ended the reading of a text.</summary>
/// <param name="Code">The code of the diagnostic.</param>
/// <param name="Offset">The byte it is at.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record JsonFault(string Code, int Offset, string Message);
