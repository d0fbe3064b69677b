using System.Globalization;
using GutSkin.Core.Instruments;

namespace GutSkin.Core.Tests.Instruments;

/// <summary>The last score of each band, the first of the next, in every band set.</summary>
public sealed class BandEdgeTests
{
    private static readonly (string Instrument, string Set, string Edges)[] Sets =
    [
        ("easi", "leshem-2015", "0 clear|0.05 almost clear|1 almost clear|1.05 mild|7 mild|7.05 moderate|21 moderate|21.05 severe|50 severe|50.05 very severe|72 very severe"),
        ("easi", "kada-2021", "0 -|15.95 -|16 moderate|22.95 moderate|23 severe|72 severe"),
        ("scorad", "25-50", "0 mild|24.9 mild|25 moderate|50 moderate|50.1 severe|103 severe"),
        ("scorad", "10-29-49", "0 clear|9.9 clear|10 mild|28.9 mild|29 moderate|48.9 moderate|49 severe|103 severe"),
        ("objective-scorad", "15-40", "0 mild|14.9 mild|15 moderate|40 moderate|40.1 severe|93 severe"),
        ("viga-ad", "viga-ad-2020", "0 clear|1 almost clear|2 mild|3 moderate|4 severe"),
        ("poem", "charman-2013", "0 clear or almost clear|2 clear or almost clear|3 mild|7 mild|8 moderate|16 moderate|17 severe|24 severe|25 very severe|28 very severe"),
        ("pasi", "salgado-boquete-2021", "0 clear|0.1 mild|9.9 mild|10 moderate to severe|72 moderate to severe"),
        ("pasi", "moderate-psoriasis-2017", "0 mild|6.9 mild|7 moderate|15 moderate|15.1 severe|72 severe"),
        ("gags", "gags-table", "0 none|1 mild|18 mild|19 moderate|30 moderate|31 severe|38 severe|39 very severe|44 very severe"),
        ("iga-acne", "iga-acne-table", "0 clear|1 almost clear|2 mild|3 moderate|4 severe"),
        ("cea", "cea-lach-tan", "0 clear|1 almost clear|2 mild|3 moderate|4 severe"),
        ("iga-rosacea", "schaller-2016", "0 clear|1 almost clear|2 mild|3 moderate|4 severe"),
        ("uas7", "uas7-utility-2016", "0 urticaria-free|1 well controlled|6 well controlled|7 mild|15 mild|16 moderate|27 moderate|28 severe|42 severe"),
        ("hurley", "hurley-pmj", "0 none|1 I|2 II|3 III"),
        ("ihs4", "ihs4-table-2023", "0 mild|3 mild|4 moderate|10 moderate|11 severe|2100 severe"),
        ("dlqi", "hongbo-2005", "0 no effect|1 no effect|2 small effect|5 small effect|6 moderate effect|10 moderate effect|11 very large effect|20 very large effect|21 extremely large effect|30 extremely large effect"),
        ("pss-10", "pss10-bands", "0 low|13 low|14 moderate|26 moderate|27 high|40 high"),
        ("psqi", "buysse-1989", "0 good sleeper|5 good sleeper|6 poor sleeper|21 poor sleeper"),
        ("bmi", "who-bmi", "18.4999 underweight|18.5 normal|24.9999 normal|25 overweight|29.9999 overweight|30 obese class I|34.9999 obese class I|35 obese class II|39.9999 obese class II|40 obese class III"),
        ("bristol", "bristol-rome", "1 hard|2 hard|3 middle|5 middle|6 loose|7 loose"),
    ];

    public static TheoryData<string, string, string, string?> Edges
    {
        get
        {
            var data = new TheoryData<string, string, string, string?>();
            foreach (var (instrument, set, edges) in Sets)
            {
                foreach (string edge in edges.Split('|'))
                {
                    string[] parts = edge.Split(' ', 2);
                    data.Add(instrument, set, parts[0], parts[1] == "-" ? null : parts[1]);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void A_score_at_an_edge_has_its_band(string instrument, string set, string score, string? band) =>
        Set(instrument, set).Find(decimal.Parse(score, CultureInfo.InvariantCulture))?.Label.Should().Be(band);

    [Fact]
    public void No_band_set_is_without_a_test()
    {
        var tested = Sets.Select(s => (s.Instrument, s.Set)).Append(("ipaq-met-minutes", "ipaq-2005"));

        InstrumentCatalog.All.SelectMany(i => i.BandSets.Select(b => (i.Id, b.Id))).Should().BeEquivalentTo(tested);
        foreach (var (instrument, set, edges) in Sets)
            Set(instrument, set).Bands.Where(b => b.To is not null).Should().OnlyContain(b => edges.Split('|', StringSplitOptions.None).Any(e => e.EndsWith(" " + b.Label, StringComparison.Ordinal)));
    }

    // 0.1 + 0.2 is not 0.3 in a double; these totals would fall off their edge.
    [Theory]
    [InlineData("1.5 1 1 0 3|0 0 0 0 0|0 0 0 0 0|0 0 0 0 0", "1.05", "mild")]
    [InlineData("1 0 0 0 1|1 0 0 0 1|1 0 0 0 1|1 0 0 0 1", "1", "almost clear")]
    [InlineData("1 0 0 0 1|3 3 0 0 1|3 2 0 0 1|3 3 1 0 1", "5.6", "mild")]
    [InlineData("1 1 0 0 5|1 1 0 0 5|1 1 0 0 3|1 1 0 0 3", "7.2", "moderate")]
    public void Tenths_of_easi_add_up_exactly(string regions, string score, string band)
    {
        EasiRegion[] r = [.. regions.Split('|').Select(text => text.Split(' ').Select(n => decimal.Parse(n, CultureInfo.InvariantCulture)).ToArray())
            .Select(n => new EasiRegion(n[0], n[1], n[2], n[3], (int)n[4]))];

        var result = Easi.Score(new EasiInput(40, r[0], r[1], r[2], r[3])).GetValueOrThrow();

        result.Score.Should().Be(decimal.Parse(score, CultureInfo.InvariantCulture));
        result.Band.Should().Be(band);
    }

    [Theory]
    [InlineData(72.25, 1.7, "25", "overweight")]
    [InlineData(72.2499, 1.7, "25", "normal")]
    [InlineData(86.7, 1.7, "30", "obese class I")]
    [InlineData(47.36, 1.6, "18.5", "normal")]
    public void A_body_mass_index_is_banded_before_it_is_rounded(double weight, double height, string score, string band)
    {
        var result = BodyMassIndex.Score(new BodyMassIndexInput((decimal)weight, (decimal)height)).GetValueOrThrow();

        result.Score.Should().Be(decimal.Parse(score, CultureInfo.InvariantCulture));
        result.Band.Should().Be(band);
    }

    [Theory]
    [InlineData(2, 15, 0, 0, 3, 20, "moderate")] // vigorous on three days of 20 minutes
    [InlineData(2, 15, 0, 0, 3, 19, "low")]
    [InlineData(3, 30, 2, 30, 0, 0, "moderate")] // five days of 30 minutes
    [InlineData(3, 30, 1, 30, 0, 0, "low")]
    [InlineData(3, 29, 2, 29, 0, 0, "low")]
    [InlineData(0, 0, 4, 25, 1, 25, "moderate")] // five days and 600 exactly
    [InlineData(0, 0, 4, 25, 1, 24, "low")]
    [InlineData(0, 0, 1, 15, 3, 60, "high")] // vigorous on three days and 1,500 exactly
    [InlineData(0, 0, 0, 0, 3, 62, "moderate")]
    [InlineData(0, 0, 7, 107, 0, 0, "moderate")] // seven days and 2,996
    [InlineData(0, 0, 7, 108, 0, 0, "high")]
    [InlineData(0, 0, 6, 200, 0, 0, "moderate")] // 4,800 on six days
    [InlineData(7, 0, 0, 0, 3, 0, "low")] // days of no minutes are none
    public void Activity_is_banded_by_days_and_minutes(int walkDays, int walkMinutes, int moderateDays, int moderateMinutes, int vigorousDays, int vigorousMinutes, string band) =>
        Ipaq.Score(new IpaqInput(new(walkDays, walkMinutes), new(moderateDays, moderateMinutes), new(vigorousDays, vigorousMinutes)))
            .GetValueOrThrow().Band.Should().Be(band);

    private static BandSet Set(string instrument, string set) => InstrumentCatalog.Find(instrument).GetValueOrThrow().FindBandSet(set)!;
}
