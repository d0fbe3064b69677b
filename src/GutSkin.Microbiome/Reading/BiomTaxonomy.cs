namespace GutSkin.Microbiome;

/// <summary>
/// The lineage of a row of a BIOM table from its properties, in whatever way a program spread it: <c>taxonomy</c> as a list, a list in a list
/// or one text (also inside a list); <c>taxonomy1</c> … <c>taxonomy7</c> or <c>Rank1</c> …; <c>Kingdom</c> … <c>Species</c>.
/// </summary>
internal sealed class BiomTaxonomy
{
    private const int MaxDepth = 16;
    private readonly List<(char Letter, string Name)> ranks = [];
    private readonly List<string> texts = [];
    private string? lineage;

    /// <summary>The lineage; null where no property tells one.</summary>
    public string? Lineage =>
        lineage ?? (ranks.Count == 0 ? null : LineageText.Join(ranks.OrderBy(r => "dkpcofgst".IndexOf(r.Letter, StringComparison.Ordinal))));

    /// <summary>Whether a property tells of the taxonomy.</summary>
    public static bool IsTold(string property) => TableText.IsTaxonomyTitle(property) || RankText.LetterOfHeader(property) is not ('\0' or RankText.NoPlace);

    /// <summary>Forgets what was told of the row before.</summary>
    public void Clear()
    {
        ranks.Clear();
        lineage = null;
    }

    /// <summary>Takes the texts of a property.</summary>
    public void Add(string property, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
            return;
        char letter = RankText.LetterOfHeader(property);
        if (letter is not ('\0' or RankText.NoPlace))
            ranks.Add((letter, texts[0]));
        else if (TableText.IsTaxonomyTitle(property))
            lineage ??= texts.Count == 1 ? texts[0] : LineageText.Join(texts.Select(t => ('\0', t)));
    }

    /// <summary>
    /// Reads the metadata of a row: an object as the specification has it; R also writes an empty list, or the object in a list.
    /// </summary>
    public bool Read(JsonText json, int depth = 0)
    {
        bool first = true;
        int c = json.Next();
        if (c == '[' && depth < MaxDepth)
        {
            json.Take('[');
            while (json.NextElement(ref first))
            {
                if (!Read(json, depth + 1))
                    return false;
            }

            return !json.Failed;
        }

        if (c != '{' || depth >= MaxDepth)
            return json.Skip();
        json.Take('{');
        while (json.NextProperty(ref first, out string name))
        {
            texts.Clear();
            bool isTold = IsTold(name);
            if (!(!isTold ? json.Skip() : json.Next() == '{' ? Read(json, depth + 1) : ReadTexts(json, 0)))
                return false;
            if (isTold)
                Add(name, texts);
            texts.Clear();
        }

        return !json.Failed;
    }

    // A text, or lists of texts to any depth; what is no text keeps its place in a list.
    private bool ReadTexts(JsonText json, int depth)
    {
        int c = json.Next();
        if (c == '"')
        {
            if (!json.TryString(out string text))
                return false;
            texts.Add(text);
            return true;
        }

        if (c != '[' || depth >= MaxDepth)
        {
            if (depth > 0)
                texts.Add("");
            return json.Skip();
        }

        bool first = true;
        json.Take('[');
        while (json.NextElement(ref first))
        {
            if (!ReadTexts(json, depth + 1))
                return false;
        }

        return !json.Failed;
    }
}
