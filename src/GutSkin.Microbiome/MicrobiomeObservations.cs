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

/// <summary>Puts observations of a community into the profile of a person.</summary>
public static class MicrobiomeObservations
{
    /// <summary>Records observations, with the method as their source.</summary>
    /// <param name="builder">The profile being described.</param>
    /// <param name="observations">The observations, as <see cref="TaxonomicProfile.ToObservations"/> gives them.</param>
    /// <param name="on">The day the sample was taken; null = the profile's day.</param>
    /// <returns>The builder.</returns>
    public static PersonProfileBuilder With(this PersonProfileBuilder builder, IEnumerable<MicrobiomeObservation> observations, DateOnly? on = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(observations);
        foreach (var observation in observations)
            builder.With(observation.Factor, observation.Value, observation.Unit, on, observation.Method);
        return builder;
    }
}

/// <summary>Turns measures into observations of the factors that the knowledge base has.</summary>
/// <remarks>
/// The measurement errors: between companies results for one stool scatter as much as between people (Servetas et al. 2026), so the
/// scatter between people is taken for it: 1,709 adults of the American Gut Project (16S, 10,000 reads; McDonald et al. 2018,
/// doi 10.1128/mSystems.00031-18), computed from its public tables. Richness as a coefficient of variation, because its size
/// depends on the method.
/// </remarks>
internal static class ObservationMaker
{
    private static readonly ImmutableArray<(string Factor, string Name, TaxonReference Taxon, double? Error)> Shares =
    [
        ("microbiome.faecalibacterium", "genus Faecalibacterium", KnownTaxa.Faecalibacterium, 3.13),
        ("microbiome.akkermansia", "genus Akkermansia", KnownTaxa.Akkermansia, 5.98),
        ("microbiome.bifidobacterium", "genus Bifidobacterium", KnownTaxa.Bifidobacterium, 1.86),
        ("microbiome.lactobacillus", "Lactobacillus with the genera split from it in 2020", KnownTaxa.Lactobacillus, null),
        ("microbiome.proteobacteria", "phylum Proteobacteria (Pseudomonadota)", KnownTaxa.Proteobacteria, 13.38),
    ];

    public static ImmutableArray<MicrobiomeObservation> Make(TaxonomicProfile profile, ProfileMeasures measures)
    {
        if (profile.Features.IsEmpty)
            return [];
        var made = ImmutableArray.CreateBuilder<MicrobiomeObservation>();
        string origin = Origin(profile);
        string level = measures.Level is { } rank ? $"{rank} level" : "OTUs or ASVs of the file";
        if (measures.IsRarefied)
            level += ", rarefied";
        if (measures.Shannon is { } shannon && shannon <= 10)
            made.Add(Observation("microbiome.shannon", shannon, "{index}", $"Shannon entropy, natural logarithm, {level}; {origin}", new() { StandardDeviation = 0.62 }, "Depends on the logarithm's base, the method and the depth; no clinical reference exists."));
        if (measures.Richness <= 5000)
            made.Add(Observation("microbiome.richness", measures.Richness, "{taxa}", $"observed richness, {level}; {origin}", new() { CoefficientOfVariation = 0.226 }, "Grows with the depth of sequencing; no clinical reference exists."));
        if (measures.FirmicutesBacteroidetes?.Ratio is { } ratio && ratio <= 1000)
            made.Add(Observation("microbiome.firmicutes-bacteroidetes-ratio", ratio, "{ratio}", $"ratio of the sums of both phyla; {origin}", null, FirmicutesBacteroidetesRatio.Caveat));
        foreach (var (factor, name, taxon, error) in Shares)
        {
            if (measures.Clades.First(c => c.Taxon == taxon).Share is { } share)
                made.Add(Observation(factor, Math.Min(100, share * 100), "%", $"relative abundance, {name}; {origin}", error is { } sd ? new() { StandardDeviation = sd } : null, null));
        }

        return made.ToImmutable();
    }

    private static MicrobiomeObservation Observation(string factor, double value, string unit, string method, MeasurementError? error, string? notice) => new()
    {
        Factor = factor,
        Value = FactorValue.Number(value),
        Unit = unit,
        Method = method,
        MeasurementError = error,
        Notices = notice is null ? [MeasureNotices.Laboratories] : [notice, MeasureNotices.Laboratories],
    };

    private static string Origin(TaxonomicProfile profile)
    {
        string profiler = profile.Profiler ?? TaxonomicFormats.NameOf(profile.Format);
        string whole = profile.Info.UnclassifiedIsApart ? "of the classified part" : "of all reads";
        return $"{profiler}{(profile.Database is null ? "" : $", {profile.Database}")}, {whole}";
    }
}
