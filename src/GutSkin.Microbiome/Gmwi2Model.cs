using System.Collections.Immutable;

namespace GutSkin.Microbiome;

/// <summary>The published coefficients of GMWI2.</summary>
internal sealed record Gmwi2Model
{
    public required string Notice { get; init; }

    public required string Profiler { get; init; }

    public required string Database { get; init; }

    public required double PresenceAbove { get; init; }

    public required double Intercept { get; init; }

    public required ImmutableArray<Gmwi2Term> Terms { get; init; }

    public static Gmwi2Model Load()
    {
        using var document = MicrobiomeData.Open("gmwi2.json");
        var root = document.RootElement;
        return new Gmwi2Model
        {
            Notice = root.GetProperty("notice").GetString()!,
            Profiler = root.GetProperty("profiler").GetString()!,
            Database = root.GetProperty("database").GetString()!,
            PresenceAbove = root.GetProperty("presenceAbove").GetDouble(),
            Intercept = root.GetProperty("intercept").GetDouble(),
            Terms = [.. root.GetProperty("coefficients").EnumerateArray().Select(e => new Gmwi2Term(e.GetProperty("clade").GetString()!, e.GetProperty("coefficient").GetDouble()))],
        };
    }
}
