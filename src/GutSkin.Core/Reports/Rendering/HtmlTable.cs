namespace GutSkin.Core;

/// <summary>A table with caption and headers; a wide one scrolls by itself on a small screen.</summary>
internal static class HtmlTable
{
    public static void Add(HtmlWriter html, TableBlock table, bool isWide)
    {
        if (isWide)
            html.Open("div", "class", "scroll wide", "role", "region", "tabindex", "0", "aria-label", table.Caption);
        html.Open("table").Element("caption", table.Caption).Open("thead").Open("tr");
        foreach (string header in table.Headers)
            html.Element("th", header, "scope", "col");
        html.Close("tr").Close("thead").Open("tbody");
        foreach (var row in table.Rows)
        {
            html.Line().Open("tr").Element("th", row[0], "scope", "row");
            foreach (string cell in row.AsSpan(1..))
                html.Element("td", cell);
            html.Close("tr");
        }

        html.Line().Close("tbody").Close("table");
        if (isWide)
            html.Close("div");
    }
}
