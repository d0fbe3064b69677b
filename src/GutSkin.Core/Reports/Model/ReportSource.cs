namespace GutSkin.Core;

/// <summary>A source as cited in a report.</summary>
/// <param name="Number">Its number, by first mention.</param>
/// <param name="Short">First author and year.</param>
/// <param name="Authors">The authors; empty where none are named.</param>
/// <param name="Title">The title.</param>
/// <param name="Place">Journal and year; empty where neither is known.</param>
/// <param name="Identifier">Its DOI or PubMed id as printed; null where none is known.</param>
/// <param name="Link">Where it can be read; null where no identifier is known.</param>
internal sealed record ReportSource(int Number, string Short, string Authors, string Title, string Place, string? Identifier, string? Link)
{
    /// <summary>The full citation, without its identifier.</summary>
    public string Citation => string.Join(' ', ((string[])[Authors, Title, Place]).Where(p => p.Length > 0));
}
