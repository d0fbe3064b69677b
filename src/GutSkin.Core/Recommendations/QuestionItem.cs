namespace GutSkin.Core;

/// <summary>One line of a screen.</summary>
/// <param name="Factor">The id of the yes/no factor.</param>
/// <param name="Question">What a person reads.</param>
public sealed record QuestionItem(string Factor, string Question);
