using System.Text.Json;

namespace GutSkin.Microbiome;

/// <summary>The data files embedded in the library.</summary>
internal static class MicrobiomeData
{
    /// <summary>Opens one of <c>gmwi2.json</c>, <c>names.json</c>, <c>signatures.json</c>.</summary>
    public static JsonDocument Open(string name)
    {
        using var stream = typeof(MicrobiomeData).Assembly.GetManifestResourceStream("GutSkin.Microbiome.Data." + name)
            ?? throw new InvalidOperationException($"The resource {name} is missing.");
        return JsonDocument.Parse(stream);
    }
}
