namespace GutSkin.Microbiome;

/// <summary>
/// The generator behind rarefaction: SplitMix64 (Steele, Lea and Flood 2014, doi 10.1145/2660193.2660195). State + a constant, then
/// mixed; every seed gives its own sequence, the same on every machine.
/// </summary>
internal struct SplitMix64(ulong seed)
{
    private ulong state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number from 0 to below a bound, all equally likely: draws at the ragged end are thrown away.</summary>
    public ulong Below(ulong bound)
    {
        ulong ragged = (0 - bound) % bound;
        ulong draw;
        do
            draw = Next();
        while (draw < ragged);
        return draw % bound;
    }
}
