using System.Text;
using GutSkin.Cohorts;
using GutSkin.Core;

namespace GutSkin.Tool;

/// <summary>A cohort as JSON lines: a profile a line, blank lines left out.</summary>
internal static class CohortFile
{
    /// <summary>How many people of a block are profiles at a time: a row group may have a million.</summary>
    private const int AtATime = 2048;

    /// <summary>People of CSV or Parquet as they are read, a block in memory at a time; rows that fail are left out and told.</summary>
    /// <param name="path">The file, folder or pattern.</param>
    /// <param name="service">Whose factors the columns name; those it does not know are left out.</param>
    public static IEnumerable<PersonProfile> Stream(string path, IScoringService service)
    {
        var paths = CohortFiles.Find(path);
        var options = new CohortReadOptions { Scoring = service, IgnoreUnknown = true };
        using var reader = InputFile.With(paths.IsEmpty ? path : paths[0], _ => CohortReader.Open(paths.IsEmpty ? [path] : paths, options)).GetValueOrThrow();
        long failed = 0;
        foreach (var people in reader.ToBlockingEnumerable())
        {
            using (people)
            {
                failed += people.Failures.Count;
                for (int first = 0; first < people.Count; first += AtATime)
                {
                    var profiles = new PersonProfile[Math.Min(AtATime, people.Count - first)];
                    int from = first;
                    Parallel.For(0, profiles.Length, i => profiles[i] = people.ProfileOf(from + i));
                    foreach (var profile in profiles)
                        yield return profile;
                }
            }
        }

        if (failed > 0)
            Std.Error.WriteLine($"{failed} rows failed and are not counted; gutskin score tells why");
    }

    /// <summary>Whether a cohort is streamed from columns, and not read as lines of profiles.</summary>
    public static bool IsTable(string path) => path != InputFile.StandardInput && (Directory.Exists(path) || CohortFiles.FormatOf(path) is CohortFormat.Csv or CohortFormat.Parquet);

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
