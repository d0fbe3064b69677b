using System.Runtime.Intrinsics;

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
            int width = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
            return $"{model}, {Environment.ProcessorCount} cores, vectors of {width} bits";
        }
    }
}
