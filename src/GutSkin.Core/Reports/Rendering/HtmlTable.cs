namespace GutSkin.Core;

/// <summary>A table with caption and headers. On a small screen a wide one scrolls by itself, another stands row under row.</summary>
internal static class HtmlTable
{
    public static void Add(HtmlWriter html, TableBlock table, bool isWide)
    {
        if (isWide)
            html.Open("section", "class", "scroll wide", "tabindex", "0", "aria-label", table.Caption);
        html.Open("table", "class", isWide ? null : "stack").Element("caption", table.Caption).Open("thead").Open("tr");
        foreach (string header in table.Headers)
            html.Element("th", header, "scope", "col");
        html.Close("tr").Close("thead").Open("tbody");
        foreach (var row in table.Rows)
        {
            html.Line().Open("tr").Element("th", row[0], "scope", "row");
            for (int i = 1; i < row.Length; i++)
                html.Element("td", row[i], "data-label", isWide ? null : table.Headers[i] + ":");
            html.Close("tr");
        }

        html.Line().Close("tbody").Close("table");
        if (isWide)
            html.Close("section");
    }
}
