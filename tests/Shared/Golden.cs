namespace GutSkin.Tests;

/// <summary>Compares a text with a committed file; GUTSKIN_UPDATE=1 writes the file anew.</summary>
internal static class Golden
{
    public static void Check(string text, params string[] path)
    {
        string file = Repository.Path(path);
        if (Repository.Update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            return;
        }

        File.Exists(file).Should().BeTrue("{0} is a committed file (GUTSKIN_UPDATE=1 writes it)", Path.GetFileName(file));
        File.ReadAllText(file).ReplaceLineEndings("\n").Should().Be(text.ReplaceLineEndings("\n"), "{0} is committed", Path.GetFileName(file));
    }
}
