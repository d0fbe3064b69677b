using System.Text;

namespace GutSkin.Core.Reports.Rendering;

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
