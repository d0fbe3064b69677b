using System.Collections.Immutable;
using System.Text;
using GutSkin.Core.Reports.Model;
using GutSkin.Core.Words;

namespace GutSkin.Core.Reports.Rendering;

/// <summary>A report as Markdown.</summary>
internal sealed class MarkdownRenderer
{
    private readonly StringBuilder text = new();

    public static string Render(Report report)
    {
        var renderer = new MarkdownRenderer();
        renderer.Block($"# {E(report.Title)}");
        renderer.Block(E(report.Lead));
        foreach (var section in report.Sections)
        {
            renderer.Block($"## {E(section.Title)}");
            foreach (var block in section.Blocks)
                renderer.Add(block);
        }

        return renderer.text.ToString().TrimEnd('\n') + "\n";
    }

    private void Add(ReportBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Block($"{(heading.IsMinor ? "####" : "###")} {E(heading.Text)}");
                break;
            case ParagraphBlock paragraph:
                Block(E(paragraph.Text));
                break;
            case ListBlock list:
                Block(string.Join('\n', list.Lines.Select(l => $"- {E(l)}")));
                break;
            case CalloutBlock callout:
                Block(string.Join("\n>\n", Lines(callout).Select(l => $"> {l}")));
                break;
            case ItemsBlock items:
                Block(string.Join('\n', items.Items.Select(Item)));
                break;
            case TableBlock table:
                Add(table);
                break;
            case ScoreChartBlock picture:
                Add(picture);
                break;
            case TimelineBlock timeline:
                Add(timeline.Table);
                break;
            case FlowBlock flow:
                Add(flow.Table);
                break;
            case SourcesBlock sources:
                Block(string.Join('\n', sources.Sources.Select(Source)));
                break;
            case FactsBlock facts:
                Block(string.Join('\n', facts.Facts.Select(f => $"- {E(f.Label)}: {E(f.Value)}")));
                break;
            default:
                throw new InvalidOperationException("A block without a form.");
        }
    }

    private static IEnumerable<string> Lines(CalloutBlock callout)
    {
        yield return $"**{E(callout.Title)}**";
        foreach (string line in callout.Lines)
            yield return E(line);
        if (callout.Sources.Length > 0)
            yield return Sources(callout.Sources);
    }

    private static string Item(ReportItem item)
    {
        var lines = new List<string> { $"- **{E(item.Title)}**{(item.Figure is { } figure ? $" – {E(figure)}" : "")}" };
        lines.AddRange(item.Lines.Select(l => "  - " + E(l)));
        lines.AddRange(item.Notes.Select(n => "  - ! " + E(n)));
        if (item.Sources.Length > 0)
            lines.Add("  - " + Sources(item.Sources));
        return string.Join('\n', lines);
    }

    private static string Source(ReportSource source)
    {
        string identifier = source.Identifier is not { } known ? ""
            : source.Link is { } link ? $" [{E(known)}](<{link}>)"
            : " " + E(known);
        return $"- \\[{NumberWords.Count(source.Number)}\\] {E(source.Citation)}{identifier}";
    }

    private static string Sources(ImmutableArray<ReportSource> sources) => SourceText.Of(
        sources, s => $"{E(s.Short)} \\[{NumberWords.Count(s.Number)}\\]", s => $"\\[{NumberWords.Count(s.Number)}\\]");

    /// <summary>The picture's table, part by part under the titles of its groups.</summary>
    private void Add(ScoreChartBlock picture)
    {
        int from = 0;
        Block($"**{E(picture.Table.Caption)}**");
        foreach (var group in picture.Groups)
        {
            Block($"*{E(group.Title)}*");
            AddRows(picture.Table with { Rows = picture.Table.Rows.Slice(from, group.Rows.Length) });
            from += group.Rows.Length;
        }
    }

    private void Add(TableBlock table)
    {
        Block($"**{E(table.Caption)}**");
        AddRows(table);
    }

    private void AddRows(TableBlock table)
    {
        var lines = new List<string>
        {
            $"| {string.Join(" | ", table.Headers.Select(E))} |",
            $"|{string.Concat(Enumerable.Repeat(" --- |", table.Headers.Length))}",
        };
        lines.AddRange(table.Rows.Select(r => $"| {string.Join(" | ", r.Select(E))} |"));
        Block(string.Join('\n', lines));
    }

    private void Block(string lines) => text.Append(lines).Append("\n\n");

    private static string E(string words) => MarkdownText.Escape(words);
}

/// <summary>Texts that stay texts in Markdown.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_[]<>&|~$@^";

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool special = Special.Contains(c)
                || (c == ':' && i + 1 < text.Length && text[i + 1] == '/')
                || (c == '.' && i >= 3 && text.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase))
                || StartsBlock(text, i);
            if (special)
                escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>Whether a character would make a heading, list or rule of a line that begins with it.</summary>
    private static bool StartsBlock(string text, int at)
    {
        char c = text[at];
        if (at == 0)
            return c is '#' or '+' or '-' or '=' or ':';
        return c is '.' or ')' && at <= 9 && text.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
