namespace GutSkin.Microbiome;

/// <summary>Whether a GMWI2 score was computed.</summary>
public enum Gmwi2Status
{
    /// <summary>Computed from the profiler and database it was made for.</summary>
    Computed,

    /// <summary>Computed from another profiler or database because that was asked for: not comparable with published scores.</summary>
    Forced,

    /// <summary>Not computed, because the profile comes from another profiler or database.</summary>
    Refused,

    /// <summary>Not computed, because nothing was classified.</summary>
    Empty,
}
