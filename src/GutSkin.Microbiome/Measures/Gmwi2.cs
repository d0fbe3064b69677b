using System.Collections.Immutable;
using System.Text.Json;

namespace GutSkin.Microbiome;

/// <summary>
/// GMWI2, the Gut Microbiome Wellness Index 2: f = percent / (100 − UNKNOWN) for each of 95 clades; the score is the sum of the
/// coefficients of those with f &gt; 0.00001 (presence only: how much there is does not matter). Above 0 more like the 5,547 stool
/// samples of people without a diagnosed disease, below 0 more like the 2,522 others. Chang et al. 2024, Nat Commun 15:7447,
/// doi 10.1038/s41467-024-51651-9; coefficients MIT, Copyright (c) 2023 Daniel Chang. It was not trained on any skin condition.
/// </summary>
public static class Gmwi2
{
    /// <summary>Fewer taxa than this make a score that says next to nothing (a judgement: the model's own samples here use 14 to 34).</summary>
    public const int FewTaxa = 10;

    private static readonly Lazy<Gmwi2Model> Model = new(Gmwi2Model.Load);

    /// <summary>The database the coefficients are for.</summary>
    public static string Database => Model.Value.Database;

    /// <summary>The license notice of the coefficients, to be kept with copies of them.</summary>
    public static string LicenseNotice => Model.Value.Notice;

    /// <summary>All taxa of the model with their coefficients.</summary>
    public static ImmutableArray<Gmwi2Term> Terms => Model.Value.Terms;

    /// <summary>Scores a profile.</summary>
    /// <param name="profile">A MetaPhlAn 3 profile made with <see cref="Database"/>.</param>
    /// <param name="force">
    /// Whether to score a profile from another profiler or database all the same, matching taxa by id-free names; the result is
    /// then flagged as not comparable.
    /// </param>
    /// <returns>The score, or why there is none.</returns>
    public static Gmwi2Result Score(TaxonomicProfile profile, bool force = false)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var model = Model.Value;
        bool fits = profile.Format is TaxonomicFormat.MetaPhlAn or TaxonomicFormat.MetaPhlAnMerged && profile.Database == model.Database;
        double unknown = profile.Unit == AbundanceUnit.Percent && !double.IsNaN(profile.RawUnclassified) ? profile.RawUnclassified : 0;
        if (!fits && !force)
            return Without(Gmwi2Status.Refused, model, $"GMWI2 was not computed: it is made for {model.Profiler} with the database {model.Database}, and this profile comes from {Origin(profile)}.");
        if (unknown >= 100 || profile.Features.IsEmpty)
            return Without(Gmwi2Status.Empty, model, "GMWI2 was not computed: nothing was classified in this sample.");
        var present = model.Terms.Where(t => Fraction(profile, t, fits, unknown) > model.PresenceAbove).ToImmutableArray();
        double score = model.Intercept;
        foreach (var term in present)
            score += term.Coefficient;
        return new Gmwi2Result
        {
            Status = fits ? Gmwi2Status.Computed : Gmwi2Status.Forced,
            Score = score,
            TaxaInModel = model.Terms.Length,
            Terms = present,
            Notices = Notices(profile, model, fits, present.Length),
        };
    }

    private static double Fraction(TaxonomicProfile profile, Gmwi2Term term, bool fits, double unknown)
    {
        if (fits)
            return profile.AmountAt(term.Clade) / (100 - unknown);
        var piece = RankText.Split(term.Clade.AsSpan(term.Clade.LastIndexOf('|') + 1), out char letter);
        return profile.ShareOf(new TaxonReference(piece.ToString(), RankText.RankOf(letter, piece))) ?? 0;
    }

    private static Gmwi2Result Without(Gmwi2Status status, Gmwi2Model model, string notice) =>
        new() { Status = status, TaxaInModel = model.Terms.Length, Notices = [notice] };

    private static string Origin(TaxonomicProfile profile) =>
        profile.Profiler is null && profile.Database is null ? "another source"
        : profile.Database is null ? profile.Profiler!
        : $"{profile.Profiler} with {profile.Database}";

    private static ImmutableArray<string> Notices(TaxonomicProfile profile, Gmwi2Model model, bool fits, int used)
    {
        var notices = ImmutableArray.CreateBuilder<string>();
        notices.Add($"GMWI2 rests on {used} of the model's {model.Terms.Length} taxa.");
        if (!fits)
            notices.Add($"GMWI2 was forced on a profile from {Origin(profile)}: not comparable with published scores (even one database version aside, 2 of 44 samples changed sign).");
        if (used < FewTaxa)
            notices.Add("Hardly any of the model's taxa were found: a nearly empty community scores near 0, which here means that little is known, not that it is neutral.");
        if (fits && double.IsNaN(profile.RawUnclassified))
            notices.Add("The profile has no UNKNOWN row (--unknown_estimation): GMWI2 took the unclassified part as 0.");
        if (fits && profile.Info.Viruses == false)
            notices.Add("The profile was made without --add_viruses: the two viral taxa of GMWI2 cannot be found.");
        notices.Add("GMWI2 compares with people with and without any diagnosed disease; it says nothing about skin, and is no diagnosis.");
        return notices.ToImmutable();
    }
}

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

/// <summary>The data files embedded in the library.</summary>
internal static class MicrobiomeData
{
    /// <summary>Opens one of <c>gmwi2.json</c>, <c>names.json</c>, <c>signatures.json</c>.</summary>
    public static JsonDocument Open(string name)
    {
        using var stream = typeof(MicrobiomeData).Assembly.GetManifestResourceStream("GutSkin.Microbiome.Data." + name)
            ?? throw new InvalidOperationException($"The resource {name} is missing.");
        return JsonDocument.Parse(stream);
    }
}

/// <summary>A GMWI2 score with what made it.</summary>
public sealed record Gmwi2Result
{
    /// <summary>Whether it was computed.</summary>
    public required Gmwi2Status Status { get; init; }

    /// <summary>The score: above 0 more like the healthy group of the study, below 0 more like the others; null where not computed.</summary>
    public double? Score { get; init; }

    /// <summary>How many of the model's taxa the sample holds. Few = little is known, whatever the score.</summary>
    public int TaxaUsed => Terms.Length;

    /// <summary>How many taxa the model has.</summary>
    public required int TaxaInModel { get; init; }

    /// <summary>The taxa that made the score, in the order of the model.</summary>
    public ImmutableArray<Gmwi2Term> Terms { get; init; } = [];

    /// <summary>What has to be said with the score.</summary>
    public ImmutableArray<string> Notices { get; init; } = [];

    /// <summary>The status, never a value.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => $"GMWI2: {Status}";
}

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

/// <summary>One taxon of the GMWI2 model that the sample holds.</summary>
/// <param name="Clade">Its full lineage in the database of the model.</param>
/// <param name="Coefficient">What its presence adds to the score; above 0 = commoner in the healthy group.</param>
public sealed record Gmwi2Term(string Clade, double Coefficient)
{
    /// <summary>The name to show, for example <c>Roseburia hominis</c>.</summary>
    public string Name => RankText.Split(Clade.AsSpan(Clade.LastIndexOf('|') + 1), out _).ToString().Replace('_', ' ');
}
