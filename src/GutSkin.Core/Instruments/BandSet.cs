using System.Collections.Immutable;
using System.Globalization;

namespace GutSkin.Core.Instruments;

/// <summary>
/// A way to put scores into words. Several are in use for some instruments, so a band is never given without the id of its set.
/// </summary>
public sealed class BandSet
{
    internal BandSet(string id, string? source, params ReadOnlySpan<SeverityBand> bands) => (Id, Source, Bands) = (id, source, [.. bands]);

    /// <summary>The id, for example <c>leshem-2015</c>.</summary>
    public string Id { get; }

    /// <summary>The evidence id of the page that states it; null where none was seen.</summary>
    public string? Source { get; }

    /// <summary>The bands, mildest first.</summary>
    public ImmutableArray<SeverityBand> Bands { get; }

    /// <summary>The least score that has a band; null = all have one.</summary>
    public decimal? From { get; internal init; }

    /// <summary>How the edges are read where sources leave them open, and what else the set would ask for; null where there is nothing to say.</summary>
    public string? Note { get; internal init; }

    /// <summary>The band of a score.</summary>
    /// <param name="score">The score, not rounded.</param>
    /// <returns>The first band that reaches up to it; null where the set has none for it.</returns>
    public SeverityBand? Find(decimal score) => score < From ? null : Bands.FirstOrDefault(b => b.Reaches(score));

    /// <summary>The bands on one line.</summary>
    /// <returns>For example <c>mild below 25, moderate up to 50, severe above</c>.</returns>
    public override string ToString()
    {
        // Several bands without an edge: a rule other than the score decides.
        if (Bands.Count(b => b.To is null) > 1)
            return $"{string.Join(", ", Bands.Select(b => b.Label))}, by a rule";
        string bands = string.Join(", ", Bands.Select(b => b.ToString()));
        return From is { } from ? string.Create(CultureInfo.InvariantCulture, $"from {from}: {bands}") : bands;
    }
}

/// <summary>One band: its name and its upper edge; it begins where the one before it ends.</summary>
public sealed class SeverityBand
{
    private SeverityBand(string label, decimal? to, bool includesTo) => (Label, To, IncludesTo) = (label, to, includesTo);

    /// <summary>Its name, in the source's word.</summary>
    public string Label { get; }

    /// <summary>The upper edge; null for the last one, and where a rule other than the score decides.</summary>
    public decimal? To { get; }

    /// <summary>Whether the edge itself belongs to the band.</summary>
    public bool IncludesTo { get; }

    /// <summary>Whether a source was seen that gives this band these edges and this name.</summary>
    public bool IsVerified { get; private init; } = true;

    /// <summary>The name and the edge.</summary>
    /// <returns>For example <c>mild up to 7</c>.</returns>
    public override string ToString() =>
        To is { } to ? string.Create(CultureInfo.InvariantCulture, $"{Label} {(IncludesTo ? "up to" : "below")} {to}") : $"{Label} above";

    /// <summary>A band that ends with a score.</summary>
    internal static SeverityBand UpTo(string label, decimal to, bool verified = true) => new(label, to, true) { IsVerified = verified };

    /// <summary>A band that ends before a score.</summary>
    internal static SeverityBand Below(string label, decimal to, bool verified = true) => new(label, to, false) { IsVerified = verified };

    /// <summary>The last band.</summary>
    internal static SeverityBand Last(string label, bool verified = true) => new(label, null, true) { IsVerified = verified };

    /// <summary>Whether it reaches up to a score.</summary>
    internal bool Reaches(decimal score) => To is not { } to || score < to || (IncludesTo && score == to);
}
