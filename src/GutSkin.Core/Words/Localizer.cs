using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Words;

/// <summary>Finds texts in a culture, falling back from <c>de-CH</c> to <c>de</c> to what the entry itself says.</summary>
internal sealed class Localizer
{
    private readonly List<Texts> chain = [];

    public Localizer(RuleSet ruleSet, string? culture)
    {
        for (string? name = culture; !string.IsNullOrEmpty(name); name = Parent(name))
        {
            foreach (var (own, texts) in ruleSet.Texts)
            {
                if (own.Equals(name, StringComparison.OrdinalIgnoreCase))
                    chain.Add(texts);
            }
        }
    }

    /// <summary>Whether entries speak for themselves: the culture has no texts.</summary>
    public bool IsOwn => chain.Count == 0;

    /// <summary>The culture above one: <c>de</c> above <c>de-CH</c>; null above <c>de</c>.</summary>
    public static string? Parent(string culture)
    {
        int dash = culture.LastIndexOf('-');
        return dash < 0 ? null : culture[..dash];
    }

    /// <summary>A text, or the fallback where the culture has none.</summary>
    public string Text(string section, string id, string field, string fallback) =>
        Find(section, id, field) ?? fallback;

    /// <summary>A text; null where neither the culture nor the fallback has one.</summary>
    public string? OptionalText(string section, string id, string field, string? fallback) =>
        Find(section, id, field) ?? fallback;

    private string? Find(string section, string id, string field)
    {
        foreach (var texts in chain)
        {
            if (texts.Find(section, id, field) is { } text)
                return text;
        }

        return null;
    }
}
