using System.Collections.Immutable;
using GutSkin.Core.RuleSets;

namespace GutSkin.Microbiome;

/// <summary>A measure of a community as an observation of a factor, with how it was come by.</summary>
public sealed record MicrobiomeObservation
{
    /// <summary>The id of the factor, for example <c>microbiome.shannon</c>.</summary>
    public required string Factor { get; init; }

    /// <summary>The value, in <see cref="Unit"/>.</summary>
    public required FactorValue Value { get; init; }

    /// <summary>The factor's own unit.</summary>
    public required string Unit { get; init; }

    /// <summary>How it was measured: profiler, database, rank, formula.</summary>
    public required string Method { get; init; }

    /// <summary>How far another laboratory's result for the same stool may lie away; null where that is not known.</summary>
    public MeasurementError? MeasurementError { get; init; }

    /// <summary>What has to be said with it.</summary>
    public ImmutableArray<string> Notices { get; init; } = [];

    /// <summary>The factor, never a value.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => $"MicrobiomeObservation: {Factor}";
}
