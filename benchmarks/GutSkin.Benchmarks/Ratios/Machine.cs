namespace GutSkin.Benchmarks;

/// <summary>What a result is measured on: the processor's model and how many cores, nothing else.</summary>
internal static class Machine
{
    public static string Name
    {
        get
        {
            string model = File.Exists("/proc/cpuinfo")
                ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown"
                : "unknown";
            return $"{model}, {Environment.ProcessorCount} cores";
        }
    }
}
