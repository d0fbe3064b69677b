using System.Collections.Immutable;
using System.Text;
using GutSkin.Core.Reports.Model;
using GutSkin.Core.Words;

namespace GutSkin.Core.Reports.Rendering;

/// <summary>A report as plain text.</summary>
internal sealed class TextRenderer
{
    private readonly TextLines lines = new();

    public static string Render(Report report)
    {
        var renderer = new TextRenderer();
        renderer.lines.Add(report.Title.ToUpperInvariant());
        renderer.lines.Add(report.Lead);
        foreach (var section in report.Sections)
            renderer.Add(section);
        return renderer.lines.ToString();
    }

    private void Add(ReportSection section)
    {
        lines.Gap();
        lines.Add(section.Title.ToUpperInvariant());
        foreach (var block in section.Blocks)
            Add(block);
    }

    private void Add(ReportBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                lines.Gap();
                lines.Add(heading.IsMinor ? heading.Text + ":" : heading.Text, heading.IsMinor ? "  " : "");
                break;
            case ParagraphBlock paragraph:
                lines.Add(paragraph.Text);
                break;
            case ListBlock list:
                foreach (string line in list.Lines)
                    lines.Add(line, "- ");
                break;
            case CalloutBlock callout:
                Add(callout);
                break;
            case ItemsBlock items:
                foreach (var item in items.Items)
                    Add(item);
                break;
            case TableBlock table:
                Add(table);
                break;
            case ScoreChartBlock picture:
                ScoreChartText.Add(lines, picture);
                break;
            case TimelineBlock timeline:
                Add(timeline.Table);
                break;
            case FlowBlock flow:
                Add(flow.Table);
                break;
            case SourcesBlock sources:
                foreach (var source in sources.Sources)
                    lines.Add($"{source.Citation} {source.Identifier}", $"[{NumberWords.Count(source.Number)}] ");
                break;
            case FactsBlock facts:
                foreach (var (label, value) in facts.Facts)
                    lines.Add($"{label}: {value}");
                break;
            default:
                throw new InvalidOperationException("A block without a form.");
        }
    }

    private void Add(CalloutBlock callout)
    {
        string mark = callout.Tone switch
        {
            ReportTone.Urgent => "!! ",
            ReportTone.Soon or ReportTone.Open => "!  ",
            _ => "",
        };
        lines.Add(callout.Tone == ReportTone.Urgent ? callout.Title.ToUpperInvariant() : callout.Title, mark);
        foreach (string line in callout.Lines)
            lines.Add(line, mark);
        if (callout.Sources.Length > 0)
            lines.Add(Sources(callout.Sources), mark);
    }

    private void Add(ReportItem item)
    {
        string indent = new(' ', 8);
        string first = item.Figure is { } figure ? figure.PadLeft(6) + "  " : "  - ";
        if (item.Figure is null)
            indent = new(' ', 4);
        lines.Add(item.Title, first, indent);
        foreach (string line in item.Lines)
            lines.Add(line, indent);
        foreach (string note in item.Notes)
            lines.Add(note, indent + "* ");
        if (item.Sources.Length > 0)
            lines.Add(Sources(item.Sources), indent);
    }

    private void Add(TableBlock table)
    {
        lines.Gap();
        lines.Add(table.Caption);
        foreach (var row in table.Rows)
        {
            lines.Add(row[0], "  - ");
            for (int i = 1; i < row.Length; i++)
                lines.Add($"{table.Headers[i]}: {row[i]}", "      ");
        }
    }

    private static string Sources(ImmutableArray<ReportSource> sources) => SourceText.Of(sources, s => $"{s.Short} [{NumberWords.Count(s.Number)}]", s => $"[{NumberWords.Count(s.Number)}]");
}

/// <summary>The picture in characters: one for two points of the index.</summary>
internal static class ScoreChartText
{
    private const int Columns = 50;

    public static void Add(TextLines lines, ScoreChartBlock picture)
    {
        lines.Add($"O {picture.Legend.Index}   = {picture.Legend.Interval}   | {picture.Legend.Ceiling}   (0–100)");
        foreach (var group in picture.Groups)
        {
            lines.Gap();
            lines.Add(group.Title + ":");
            foreach (var row in group.Rows)
            {
                lines.Add($"{row.Name}: {row.Figure}", "  ");
                lines.Add($"[{Bar(row)}]", "    ");
                lines.Add(row.Detail, "    ");
            }
        }
    }

    private static string Bar(ScoreChartRow row)
    {
        Span<char> bar = stackalloc char[Columns];
        bar.Fill('.');
        int score = Column(row.Score), low = Column(row.Interval.Low), high = Column(row.Interval.High), ceiling = Column(row.Ceiling);
        bar[..low].Fill('#');
        bar[low..high].Fill('=');
        bar[Math.Min(ceiling, Columns - 1)] = '|';
        bar[Math.Min(score, Columns - 1)] = 'O';
        return bar.ToString();
    }

    private static int Column(double score) => Math.Clamp((int)Math.Round(score * Columns / 100), 0, Columns);
}

/// <summary>Lines of at most 100 columns, broken at spaces.</summary>
internal sealed class TextLines
{
    public const int Width = 100;

    private readonly StringBuilder text = new();

    /// <summary>Adds a text, its first line after <paramref name="first"/>, the others after as many spaces.</summary>
    public void Add(string words, string first = "") => Add(words, first, new string(' ', first.Length));

    /// <summary>Adds a text with what stands before its first and before its other lines.</summary>
    public void Add(string words, string first, string others)
    {
        var line = new StringBuilder(first);
        bool empty = true;
        foreach (string word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!empty && line.Length + 1 + word.Length > Width)
            {
                End(line);
                line.Append(others);
                empty = true;
            }

            if (!empty)
                line.Append(' ');
            AppendLong(line, word, others);
            empty = false;
        }

        End(line);
    }

    /// <summary>Adds an empty line, never two in a row.</summary>
    public void Gap()
    {
        if (text.Length > 0 && !(text.Length > 1 && text[^1] == '\n' && text[^2] == '\n'))
            text.Append('\n');
    }

    public override string ToString() => text.ToString();

    /// <summary>A word longer than a line is cut.</summary>
    private void AppendLong(StringBuilder line, string word, string others)
    {
        while (line.Length + word.Length > Width && word.Length > Width - others.Length)
        {
            int fits = Math.Max(1, Width - line.Length);
            if (char.IsHighSurrogate(word[fits - 1]))
                fits = fits > 1 ? fits - 1 : 2;
            line.Append(word, 0, fits);
            word = word[fits..];
            End(line);
            line.Append(others);
        }

        line.Append(word);
    }

    private void End(StringBuilder line)
    {
        while (line.Length > 0 && line[^1] == ' ')
            line.Length--;
        text.Append(line).Append('\n');
        line.Clear();
    }
}
