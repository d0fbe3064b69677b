namespace GutSkin.Core;

/// <summary>A source as cited in a report.</summary>
/// <param name="Number">Its number, by first mention.</param>
/// <param name="Short">First author and year.</param>
/// <param name="Citation">The full citation, without its identifier.</param>
/// <param name="Identifier">Its DOI or PubMed id as printed; null where none is known.</param>
/// <param name="Link">Where it can be read; null where no identifier is known.</param>
internal sealed record ReportSource(int Number, string Short, string Citation, string? Identifier, string? Link);
