using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace GutSkin.Microbiome;

/// <summary>Everything there is to say of one profile: measures, observations, context and notices. One call for a report or a command line.</summary>
public sealed record MicrobiomeReport
{
    private MicrobiomeReport()
    {
    }

    /// <summary>The profile.</summary>
    public required TaxonomicProfile Profile { get; init; }

    /// <summary>The name of the sample; null where the file has none.</summary>
    public string? Sample => Profile.Sample;

    /// <summary>The measures.</summary>
    public required ProfileMeasures Measures { get; init; }

    /// <summary>The observations of factors.</summary>
    public required ImmutableArray<MicrobiomeObservation> Observations { get; init; }

    /// <summary>What studies report of the gut in each skin condition, beside this profile.</summary>
    public required ImmutableArray<SignatureContext> Signatures { get; init; }

    /// <summary>What has to be said with all this.</summary>
    public ImmutableArray<string> Notices => Measures.Notices;

    /// <summary>Measures a profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="options">Rank, rarefaction and the like; null = the defaults.</param>
    /// <param name="reference">A profile of the same method to compare with; null = none.</param>
    /// <returns>The report.</returns>
    public static MicrobiomeReport Of(TaxonomicProfile profile, MeasureOptions? options = null, TaxonomicProfile? reference = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var measures = profile.Measure(options);
        return new MicrobiomeReport
        {
            Profile = profile,
            Measures = measures,
            Observations = ObservationMaker.Make(profile, measures),
            Signatures = [.. ConditionSignatures.GutConditions.Select(c => ConditionSignatures.Context(c, profile, reference)!)],
        };
    }

    /// <summary>The report as plain text, culture-free, lines ended by LF.</summary>
    /// <returns>The text.</returns>
    public string ToText() => MicrobiomeText.Write(this);

    /// <summary>Counts, never a value.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => $"MicrobiomeReport: {Observations.Length} observations, {Notices.Length} notices";
}

/// <summary>A report as plain text.</summary>
internal static class MicrobiomeText
{
    public static string Write(MicrobiomeReport report)
    {
        var text = new StringBuilder();
        var (profile, m) = (report.Profile, report.Measures);
        Line(text, $"Sample: {profile.Sample ?? "(unnamed)"}");
        Line(text, $"From:   {profile.Profiler ?? TaxonomicFormats.NameOf(profile.Format)}{(profile.Database is null ? "" : $", {profile.Database}")}");
        Line(text, $"Level:  {(m.Level is { } level ? level.ToString() : "OTUs or ASVs")}{(m.Depth is { } depth ? FormattableString.Invariant($", {depth:0} reads") : "")}");
        text.Append('\n');
        foreach (var (_, label, value) in ProfileMeasures.All)
        {
            if (label is not null)
                Measure(text, label, value(m));
        }

        Measure(text, $"GMWI2 ({m.Gmwi2.TaxaUsed} of {m.Gmwi2.TaxaInModel} taxa)", m.Gmwi2.Score);
        foreach (var clade in m.Clades)
            Measure(text, $"{clade.Taxon.Name} (%)", clade.Share * 100);
        text.Append("\nFactors\n");
        foreach (var observation in report.Observations)
            Line(text, FormattableString.Invariant($"  {observation.Factor} = {observation.Value.AsNumber:0.####} {observation.Unit}"));
        text.Append("\nWhat studies report of the gut (context, never a score)\n");
        foreach (var signature in report.Signatures)
            Signature(text, signature);
        text.Append("\nNotices\n");
        foreach (string notice in report.Notices)
            Line(text, $"  - {notice}");
        return text.ToString();
    }

    private static void Signature(StringBuilder text, SignatureContext signature)
    {
        int found = signature.Taxa.Count(t => t.Share > 0);
        string compared = signature.TaxaReportedWay + signature.TaxaOtherWay == 0 ? ""
            : FormattableString.Invariant($"; against the other profile {signature.TaxaReportedWay} go the reported way, {signature.TaxaOtherWay} the other");
        string repeated = signature.TaxaReportedTwice == 0 ? ""
            : FormattableString.Invariant($"; of {signature.TaxaReportedTwice} taxa reported more than once all reports agree on {signature.TaxaAgreed}");
        Line(text, FormattableString.Invariant(
            $"  {signature.Condition}: {signature.Taxa.Length} taxa in {signature.Studies} {(signature.Studies == 1 ? "study" : "studies")}, {found} found here{compared}{repeated}"));
    }

    private static void Measure(StringBuilder text, string name, double? value) =>
        Line(text, $"  {name,-42}{value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "-"}");

    private static void Line(StringBuilder text, string line) => text.Append(line.TrimEnd()).Append('\n');
}
