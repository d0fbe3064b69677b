using System.Collections.Immutable;

namespace GutSkin.Core.Instruments;

/// <summary>What EASI and PASI have in common: four body regions, each with signs and an area score.</summary>
internal static class BodyRegions
{
    /// <summary>The ids of the regions.</summary>
    public static ImmutableArray<string> Names { get; } = ["head", "upper", "trunk", "lower"];

    /// <summary>The items of all regions: the signs, the area score, and the percentage that may be given instead of it.</summary>
    public static IEnumerable<InstrumentItem> Items(IReadOnlyCollection<string> signs, decimal max, decimal step)
    {
        foreach (string region in Names)
        {
            foreach (string sign in signs)
                yield return new InstrumentItem($"{region}.{sign}", 0, max, step);
        }

        foreach (string region in Names)
            yield return new InstrumentItem($"{region}.areaScore", 0, 6, 1);
        foreach (string region in Names)
        {
            yield return new InstrumentItem($"{region}.areaPercent", 0, 100)
            {
                IsRequired = false,
                InsteadOf = $"{region}.areaScore",
                Convert = AreaScore,
                Note = "Percent of the region; the area score follows from it.",
            };
        }
    }

    /// <summary>Sum over the regions of the sum of the signs, times the area score, times the region's weight.</summary>
    public static Computation Compute(ItemValues items, IReadOnlyCollection<string> signs, ReadOnlySpan<decimal> weights)
    {
        var parts = new (string, decimal)[Names.Length];
        decimal total = 0;
        for (int i = 0; i < Names.Length; i++)
        {
            decimal part = Signs(items, Names[i], signs) * items[$"{Names[i]}.areaScore"] * weights[i];
            parts[i] = (Names[i], part);
            total += part;
        }

        return new Computation(total, parts);
    }

    /// <summary>Regions with signs and no area, or with an area and no sign: their product is 0 either way.</summary>
    public static IEnumerable<(string Item, string Message)> Oddities(ItemValues items, IReadOnlyCollection<string> signs) =>
        from region in Names
        where Signs(items, region, signs) == 0 != (items[$"{region}.areaScore"] == 0)
        select ($"{region}.areaScore", $"The signs and the area of '{region}' do not fit: one is 0 and the other is not, so the region counts 0.");

    private static decimal Signs(ItemValues items, string region, IReadOnlyCollection<string> signs) => items.Sum(signs.Select(s => $"{region}.{s}"));

    /// <summary>
    /// The area score of a percentage. Forms print 1-9 %, 10-29 % …; read half-open, fractions leave no gap, and anything above 0 scores 1.
    /// </summary>
    private static decimal AreaScore(decimal percent) => percent switch
    {
        0 => 0,
        < 10 => 1,
        < 30 => 2,
        < 50 => 3,
        < 70 => 4,
        < 90 => 5,
        _ => 6,
    };
}
