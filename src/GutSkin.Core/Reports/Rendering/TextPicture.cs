namespace GutSkin.Core;

/// <summary>The picture in characters: one for two points of the index.</summary>
internal static class TextPicture
{
    private const int Columns = 50;

    public static void Add(TextLines lines, PictureBlock picture)
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

    private static string Bar(PictureRow row)
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
