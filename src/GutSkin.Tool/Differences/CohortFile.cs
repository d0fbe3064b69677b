using System.Text;
using GutSkin.Core;

namespace GutSkin.Tool;

/// <summary>A cohort as JSON lines: a profile a line, blank lines left out.</summary>
internal static class CohortFile
{
    /// <summary>Reads all profiles, or says everything that is wrong with them, by line.</summary>
    public static ReadResultOf Read(string path)
    {
        var profiles = new List<PersonProfile>();
        var diagnostics = new List<Diagnostic>();
        int line = 0;
        try
        {
            using var stream = path == InputFile.StandardInput ? Console.OpenStandardInput() : new FileStream(path, FileMode.Open, FileAccess.Read);
            using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
            while (reader.ReadLine() is { } text)
            {
                line++;
                if (string.IsNullOrWhiteSpace(text))
                    continue;
                var read = ProfileJson.Read(text, InputFile.NameOf(path));
                diagnostics.AddRange(read.Diagnostics.Select(d => d with { Line = line }));
                if (read.Success)
                    profiles.Add(read.Value);
            }
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw ToolFailure.Outside($"cannot read '{path}': there is no such file");
        }
        catch (UnauthorizedAccessException)
        {
            throw ToolFailure.Outside($"cannot read '{path}': access is denied");
        }
        catch (DecoderFallbackException)
        {
            throw new ToolFailure(ExitCode.InputErrors, $"'{InputFile.NameOf(path)}' is not UTF-8");
        }

        return new ReadResultOf(profiles, diagnostics);
    }

    /// <summary>What was read.</summary>
    internal sealed record ReadResultOf(IReadOnlyList<PersonProfile> Profiles, IReadOnlyList<Diagnostic> Diagnostics);
}
