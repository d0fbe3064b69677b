using System.Buffers;
using GutSkin.Core;

namespace GutSkin.Benchmarks;

/// <summary>A whole assessment with the built-in rule set, for every sample profile.</summary>
internal static class AssessRatios
{
    public static IEnumerable<Ratio> Measure(Stopper stopper)
    {
        var service = ScoringService.Default;
        var profiles = Profiles();
        var times = stopper.Time([.. profiles.Select(p => (Action)(() => service.Assess(p.Profile)))]);
        double[] medians = [.. times.Select(t => Stopper.Median(t) / 1000)];
        double[] bytes = [.. profiles.Select(p => Bytes(service, p.Profile))];
        string each = string.Join(", ", profiles.Select((p, i) => $"{p.Name} {medians[i]:0} µs {bytes[i] / 1000:0} KB"));
        yield return new Ratio("Assess, built-in rule set, the median of the sample profiles", Stopper.Median(medians), "µs", 40, 30, Note: each);
        yield return new Ratio("bytes allocated by Assess, the median of the sample profiles", Stopper.Median(bytes) / 1000, "KB", 32);
        foreach (var ratio in Writing(stopper, [.. profiles.Select(p => service.Assess(p.Profile))], times))
            yield return ratio;
    }

    /// <summary>What an assessment costs as JSON, over making it.</summary>
    private static IEnumerable<Ratio> Writing(Stopper stopper, Assessment[] assessments, double[][] making)
    {
        foreach (var (name, options, target) in new[]
        {
            ("whole and indented", AssessmentJsonOptions.Default, (double?)null),
            ("whole, on one line", AssessmentJsonOptions.Default with { Indented = false }, null),
            ("compact", AssessmentJsonOptions.Compact, 1.0),
        })
        {
            var buffer = new ArrayBufferWriter<byte>(1 << 20);
            var times = stopper.Time([.. assessments.Select(a => (Action)(() => Write(a, buffer, options)))]);
            double[] sizes = [.. assessments.Select(a => Write(a, buffer, options) / 1000.0)];
            double[] ratios = [.. times.Select((t, i) => Stopper.Ratio(t, making[i]))];
            yield return new Ratio($"an assessment as JSON, {name}, over making it", Stopper.Median(ratios), "x", target, Note: $"{Stopper.Median([.. times.Select(Stopper.Median)]) / 1000:0} µs");
            yield return new Ratio($"an assessment as JSON, {name}", Stopper.Median(sizes), "KB", target is null ? null : 40);
        }
    }

    private static int Write(Assessment assessment, ArrayBufferWriter<byte> buffer, AssessmentJsonOptions options)
    {
        buffer.ResetWrittenCount();
        assessment.WriteTo(buffer, options);
        return buffer.WrittenCount;
    }

    public static (string Name, PersonProfile Profile)[] Profiles() =>
    [
        .. ProfileFiles().Select(f => (Path.GetFileNameWithoutExtension(f), ProfileJson.Read(File.ReadAllBytes(f)).GetValueOrThrow())),
    ];

    /// <summary>The sample profiles, by name.</summary>
    public static string[] ProfileFiles()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "samples", "profiles")))
            folder = folder.Parent;
        string profiles = Path.Combine((folder ?? throw new InvalidOperationException("Run this inside the repository.")).FullName, "samples", "profiles");
        return [.. Directory.GetFiles(profiles, "*.json").Order(StringComparer.Ordinal)];
    }

    private static double Bytes(ScoringService service, PersonProfile profile)
    {
        service.Assess(profile);
        long before = GC.GetAllocatedBytesForCurrentThread();
        service.Assess(profile);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
