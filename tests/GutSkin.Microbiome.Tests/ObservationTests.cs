using System.Text;
using System.Text.Json;
using GutSkin.Microbiome;

namespace GutSkin.Microbiome.Tests;

public class ObservationTests
{
    [Fact]
    public void Measures_become_observations_of_factors()
    {
        var profile = SampleFiles.Profile("metaphlan3/Subj034_time1_S24_metaphlan.txt");
        var observations = profile.ToObservations();
        observations.Select(o => o.Factor).Should().Equal(
            "microbiome.shannon",
            "microbiome.richness",
            "microbiome.firmicutes-bacteroidetes-ratio",
            "microbiome.faecalibacterium",
            "microbiome.akkermansia",
            "microbiome.bifidobacterium",
            "microbiome.lactobacillus",
            "microbiome.proteobacteria");
        var shannon = observations[0];
        shannon.Value.AsNumber.Should().Be(profile.Measure().Shannon);
        shannon.Unit.Should().Be("{index}");
        shannon.Method.Should().Contain("natural logarithm").And.Contain("Species level").And.Contain("mpa_v30");
        shannon.MeasurementError!.At(3).Should().Be(0.62);
        observations.Should().OnlyContain(o => o.Notices.Length > 0 && o.Notices.Any(n => n.Contains("Seven companies")));
        observations.Single(o => o.Factor.Contains("ratio")).Notices[0].Should().Be(FirmicutesBacteroidetesRatio.Caveat);
        observations.Single(o => o.Factor == "microbiome.faecalibacterium").Value.AsNumber.Should().Be(profile.ShareOf(KnownTaxa.Faecalibacterium) * 100);
    }

    [Fact]
    public void They_go_straight_into_a_profile_of_a_person()
    {
        var day = new DateOnly(2026, 3, 1);
        var person = PersonProfile.Create().With(SampleFiles.Profile("kraken2/report-ok.txt").ToObservations(), day).Build();
        var observation = person.Observations["microbiome.shannon"];
        observation.On.Should().Be(day);
        observation.Source.Should().Contain("Kraken 2");
        observation.Unit.Should().Be("{index}");
        person.Observations.Should().NotContainKey("microbiome.butyrate");
    }

    [Fact]
    public void A_value_the_factor_cannot_hold_is_left_out()
    {
        var profile = SampleFiles.ReadText("#OTU ID\tS\ttaxonomy\na\t5000\tk__Bacteria;p__Firmicutes\nb\t1\tk__Bacteria;p__Bacteroidetes\n").GetValueOrThrow();
        profile.Measure().FirmicutesBacteroidetes!.Ratio.Should().Be(5000);
        profile.ToObservations().Select(o => o.Factor).Should().NotContain("microbiome.firmicutes-bacteroidetes-ratio");
    }

    [Fact]
    public void The_report_is_json_of_stable_bytes()
    {
        var report = MicrobiomeReport.Of(SampleFiles.Profile("metaphlan3/SRR1761667_metaphlan.txt"));
        byte[] bytes = Write(report);
        Write(report).Should().Equal(bytes);
        bytes[0].Should().Be((byte)'{');
        Encoding.UTF8.GetString(bytes).Should().NotContain("\r").And.EndWith("}\n");
        using var json = JsonDocument.Parse(bytes);
        json.RootElement.EnumerateObject().Select(p => p.Name).Should().Equal("sample", "measures", "observations", "notices", "source", "methods", "signatures");
        json.RootElement.GetProperty("measures").GetProperty("gmwi2").GetDouble().Should().BeApproximately(1.4017773651306447, 1e-12);
        json.RootElement.GetProperty("measures").GetProperty("gmwi2TaxaUsed").GetInt32().Should().Be(22);
        json.RootElement.GetProperty("measures").GetProperty("chao1").ValueKind.Should().Be(JsonValueKind.Null);
        json.RootElement.GetProperty("observations").GetProperty("microbiome.shannon").GetDouble().Should().Be(report.Measures.Shannon);
        json.RootElement.GetProperty("notices").EnumerateArray().Should().OnlyContain(n => n.GetString()!.Length > 20);
    }

    [Fact]
    public void The_report_is_text()
    {
        string text = MicrobiomeReport.Of(SampleFiles.Profile("classic-otu-table/ag24-genus.tsv", "S01")).ToText();
        text.Should().Contain("Shannon entropy (nats)                    2.75\n").And.Contain("Observed richness                         73\n")
            .And.Contain("never a score").And.Contain("GMWI2 was not computed").And.NotContain("\r");
    }

    [Fact]
    public void Nothing_that_speaks_for_a_person_is_in_ToString()
    {
        var profile = SampleFiles.Profile("kraken2/report-ok.txt");
        profile.ToString().Should().Be("TaxonomicProfile: 11 taxa, Kraken 2");
        var report = MicrobiomeReport.Of(profile);
        object[] things =
        [
            report, report.Measures, report.Observations[0], report.Measures.Gmwi2, report.Measures.Clades[0], profile.Clades[3], profile.Features[0],
            report.Signatures[0], report.Signatures[0].Taxa[0], report.Measures.FirmicutesBacteroidetes!,
        ];
        things.Select(t => t.ToString()).Should().OnlyContain(t => !t!.Contains('.') || t.Contains("microbiome."));
    }

    private static byte[] Write(MicrobiomeReport report)
    {
        using var stream = new MemoryStream();
        MicrobiomeJson.WriteTo(report, stream);
        MicrobiomeJson.ToJson(report).Should().Be(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
        return stream.ToArray();
    }
}
