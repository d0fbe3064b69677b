namespace GutSkin.Microbiome;

/// <summary>What the numbers of a profile are.</summary>
public enum AbundanceUnit
{
    /// <summary>Whole numbers of reads.</summary>
    Reads,

    /// <summary>Percent, 0 to 100 (MetaPhlAn: of cells, corrected for genome size).</summary>
    Percent,

    /// <summary>Fractions, 0 to 1.</summary>
    Fraction,

    /// <summary>Numbers that are neither whole nor shares; only their proportions are used.</summary>
    Arbitrary,
}
