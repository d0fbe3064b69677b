namespace GutSkin.Core;

/// <summary>A trial in its own words and units: what it saw, in whom, against what and for how long.</summary>
public sealed record Trial
{
    /// <summary>What it saw, in words: "12 fewer spots than with the usual diet".</summary>
    public string? Outcome { get; init; }

    /// <summary>How many took part.</summary>
    public long? N { get; init; }

    /// <summary>How many weeks it took, above 0.</summary>
    public double? Weeks { get; init; }

    /// <summary>What it was compared with.</summary>
    public string? Comparator { get; init; }

    /// <summary>Whom it studied.</summary>
    public string? Population { get; init; }
}
