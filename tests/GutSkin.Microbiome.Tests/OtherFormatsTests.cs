using System.IO.Compression;
using System.Text;

namespace GutSkin.Microbiome.Tests;

/// <summary>What else people have: CAMI, taxpasta, mothur's other files, BIOM out of R, gzip; and what is named and not read.</summary>
public class OtherFormatsTests
{
    private const string Cami = "#CAMI Submission for Taxonomic Profiling\n@SampleID:s1\n@Version:0.9.1\n@Ranks:superkingdom|phylum|class|order|family|genus|species|strain\n@TaxonomyID:ncbi-taxonomy_2022\n@@TAXID\tRANK\tTAXPATH\tTAXPATHSN\tPERCENTAGE\n"
        + "2\tsuperkingdom\t2\tBacteria\t90.0\n1239\tphylum\t2|1239\tBacteria|Firmicutes\t60.0\n976\tphylum\t2|976\tBacteria|Bacteroidota\t30.0\n"
        + "216851\tgenus\t2|1239||||216851\tBacteria|Firmicutes||||Faecalibacterium\t60.0\n853\tspecies\t2|1239||||216851|853\tBacteria|Firmicutes||||Faecalibacterium|Faecalibacterium prausnitzii\t60.0\n"
        + "820\tspecies\t2|976|||||820\tBacteria|Bacteroidota|||||Bacteroides uniformis\t30.0\n853.1\tstrain\t2|1239||||216851|853|853.1\tBacteria|Firmicutes||||Faecalibacterium|Faecalibacterium prausnitzii|x\t60.0\n";

    private static readonly string Taxpasta = "taxonomy_id\tname\trank\tlineage\trank_lineage\tA\tB\n0\tunclassified\tno rank\t\t\t10\t0\n"
        + "853\tFaecalibacterium prausnitzii\tspecies\tBacteria;Terrabacteria group;Bacillota;Clostridia;Eubacteriales;Oscillospiraceae;Faecalibacterium;Faecalibacterium prausnitzii\tsuperkingdom;clade;phylum;class;order;family;genus;species\t60\t1\n"
        + "976\tBacteroidota\tphylum\tBacteria;FCB group;Bacteroidota\tsuperkingdom;clade;phylum\t30\t1\n";

    [Fact]
    public void A_CAMI_profile_is_read()
    {
        var profile = SampleFiles.ReadText(Cami).GetValueOrThrow();
        profile.Format.Should().Be(TaxonomicFormat.Cami);
        profile.Sample.Should().Be("s1");
        profile.Database.Should().Be("ncbi-taxonomy_2022");
        profile.ShareOf(KnownTaxa.Faecalibacterium).Should().BeApproximately(60 / 90.0, 1e-12);
        profile.UnclassifiedShare.Should().BeApproximately(0.1, 1e-12);
        profile.Measure().Richness.Should().Be(2);
        FirmicutesBacteroidetesRatio.Of(profile)!.Ratio.Should().Be(2);
        SampleFiles.ReadText(Cami + Cami.Replace("s1", "s2", StringComparison.Ordinal), sample: "s2").GetValueOrThrow().ShareOf(KnownTaxa.Faecalibacterium).Should().BeApproximately(2 / 3.0, 1e-12);
        SampleFiles.ReadText(Cami.Replace("\t90.0\n", "\t0.9\n", StringComparison.Ordinal).Replace("60.0", "0.6", StringComparison.Ordinal).Replace("30.0", "0.4", StringComparison.Ordinal).Replace("\t0.9\n", "\t1.0\n", StringComparison.Ordinal)).Diagnostics.Should().Contain(d => d.Code == "GS3013");
    }

    [Fact]
    public void Taxpasta_is_read_with_lineages_and_refused_without_names()
    {
        var profile = SampleFiles.ReadText(Taxpasta, sample: "A").GetValueOrThrow();
        profile.ShareOf(KnownTaxa.Faecalibacterium).Should().BeApproximately(60 / 90.0, 1e-12);
        profile.ShareOf(KnownTaxa.Bacteroidetes).Should().BeApproximately(30 / 90.0, 1e-12);
        profile.UnclassifiedShare.Should().BeApproximately(0.1, 1e-12);
        profile.AtRank(TaxonRank.Species)[0].Taxon!.NcbiId.Should().Be(853);
        string withoutRanks = string.Join('\n', Taxpasta.Split('\n').Select(l => string.Join('\t', l.Split('\t').Where((_, i) => i != 4))));
        SampleFiles.ReadText(withoutRanks, sample: "A").GetValueOrThrow().ShareOf(KnownTaxa.Faecalibacterium).Should().BeApproximately(60 / 90.0, 1e-12, "the species tells its genus");
        var ids = SampleFiles.ReadText("taxonomy_id\tcount\n853\t600\n820\t400\n");
        ids.Diagnostics.Single().Code.Should().Be("GS3036");
        ids.Diagnostics.Single().ToString().Should().Contain("taxpasta").And.Contain("--add-lineage");
        SampleFiles.ReadText("taxonomy_id\tname\trank\tcount\n853\tFaecalibacterium prausnitzii\tspecies\t6\n976\tBacteroidota\tphylum\t4\n").Diagnostics.Should().Contain(d => d.Code == "GS3039");
        SampleFiles.ReadText("taxonomy_id,name,rank,count\n853,Faecalibacterium prausnitzii,species,6\n820,Bacteroides uniformis,species,4\n").GetValueOrThrow().ShareOf(KnownTaxa.Faecalibacterium).Should().Be(0.6);
    }

    [Fact]
    public void What_mOTUs_could_not_assign_stands_apart()
    {
        foreach (string text in new[]
        {
            "# motus version 3.0.3 | calc_motu 3.0.3 -k genus -c\n#consensus_taxonomy\tS\nFaecalibacterium\t60\nBacteroides\t30\nunassigned\t10\n",
            "# motus version 2.5.1\n#mOTU\tconsensus_taxonomy\tS\nref_mOTU_v25_1\tk__Bacteria|p__Firmicutes|g__Faecalibacterium|s__Faecalibacterium prausnitzii\t0.6\nref_mOTU_v25_2\tk__Bacteria|p__Bacteroidetes|g__Bacteroides|s__Bacteroides uniformis\t0.3\n-1\t-1\t0.1\n",
        })
        {
            var profile = SampleFiles.ReadText(text).GetValueOrThrow();
            profile.Profiler.Should().StartWith("mOTUs ");
            profile.UnclassifiedShare.Should().BeApproximately(0.1, 1e-12);
            profile.ShareOf(KnownTaxa.Faecalibacterium).Should().BeApproximately(2 / 3.0, 1e-12);
            profile.Measure().Richness.Should().Be(2);
        }
    }

    [Fact]
    public void Mothurs_relabund_and_tshared_are_read()
    {
        var shares = SampleFiles.ReadText("label\tGroup\tnumOtus\tOtu01\tOtu02\n0.03\tforest\t2\t0.25\t0.75\n0.03\tpasture\t2\t0.5\t0.5\n", sample: "forest").GetValueOrThrow();
        shares.Unit.Should().Be(AbundanceUnit.Fraction);
        shares.Measure().SimpsonDominance.Should().Be(0.625);
        var list = SampleFiles.ReadText("label\tGroup\tOTU\tAbundance\n0.03\tforest\tOtu01\t5\n0.03\tforest\tOtu02\t3\n0.03\tpasture\tOtu02\t7\n", sample: "forest").GetValueOrThrow();
        list.Features.Select(f => (f.Feature, f.Value)).Should().Equal(("Otu01", 5.0), ("Otu02", 3.0));
    }

    [Theory]
    [InlineData("\"metadata\":{\"taxonomy1\":\"k__Bacteria\",\"taxonomy2\":\"p__Firmicutes\",\"taxonomy6\":\"g__Faecalibacterium\"}")]
    [InlineData("\"metadata\":{\"Rank6\":\"Faecalibacterium\",\"Rank1\":\"Bacteria\",\"Rank2\":\"Firmicutes\"}")]
    [InlineData("\"metadata\":{\"Kingdom\":[\"Bacteria\"],\"Phylum\":[\"Firmicutes\"],\"Genus\":[\"Faecalibacterium\"],\"Species\":null}")]
    [InlineData("\"metadata\":[{\"taxonomy\":{\"Domain\":\"Bacteria\",\"Phylum\":\"Firmicutes\",\"Genus\":\"Faecalibacterium\"}}]")]
    [InlineData("\"metadata\":{\"taxonomy\":[[\"k__Bacteria\",\"p__Firmicutes\",null,\"\",\"\",\"g__Faecalibacterium\"]]}")]
    [InlineData("\"metadata\":{\"taxonomy\":[\"Bacteria\",\"Firmicutes\",null,null,null,\"Faecalibacterium\"]}")]
    [InlineData("\"metadata\":{\"Consensus Lineage\":[\"k__Bacteria; p__Firmicutes; g__Faecalibacterium\"]}")]
    [InlineData("\"metadata\":{\"confidence\":[0.9],\"Taxonomy\":\"Root;Bacteria;Firmicutes;Clostridia;Clostridiales;Ruminococcaceae;Faecalibacterium\"}")]
    public void A_lineage_is_found_in_whatever_property_R_put_it(string metadata)
    {
        string text = "{\"format\":\"1.0.0\",\"matrix_type\":\"dense\",\"matrix_element_type\":\"int\",\"shape\":[2,1],\"rows\":[{\"id\":\"a\"," + metadata + "},{\"id\":\"b\",\"metadata\":[]}],\"columns\":[{\"id\":\"S\",\"metadata\":null}],\"data\":[[6],[4]]}";
        var profile = SampleFiles.ReadText(text).GetValueOrThrow();
        profile.ShareOf(KnownTaxa.Faecalibacterium).Should().Be(0.6);
        profile.ShareOf(KnownTaxa.Firmicutes).Should().Be(0.6);
        profile.UnclassifiedShare.Should().Be(0.4);
    }

    [Fact]
    public void Gzip_is_unpacked_whatever_is_in_it()
    {
        foreach (string file in new[] { "kraken2/report-ok.txt", "metaphlan3/mpa_valid_simple.tsv", "mothur/mothur_example.cons.taxonomy" })
        {
            byte[] packed = Pack(File.ReadAllBytes(SampleFiles.PathOf(file)));
            var plain = SampleFiles.Profile(file);
            foreach (var stream in new Stream[] { new MemoryStream(packed), new Pipe(packed) })
                TaxonomicProfileReader.Read(stream).GetValueOrThrow().Clades.Select(c => (c.Taxon!.Path, c.Value)).Should().Equal(plain.Clades.Select(c => (c.Taxon!.Path, c.Value)));
        }

        byte[] biom = Pack(File.ReadAllBytes(SampleFiles.PathOf("biom1-json/rich_sparse_otu_table.biom")));
        var one = TaxonomicProfileReader.Read(new MemoryStream(biom), new TaxonomicReadOptions { Sample = "Sample4" }).GetValueOrThrow();
        one.Features.Select(f => f.Value).Should().Equal(SampleFiles.Profile("biom1-json/rich_sparse_otu_table.biom", "Sample4").Features.Select(f => f.Value));
        FeatureTaxonomy.Read(new MemoryStream(Pack(File.ReadAllBytes(SampleFiles.PathOf("qiime2-taxonomy/2-column.tsv"))))).GetValueOrThrow().Count.Should().Be(2);
        TaxonomicProfileReader.DetectFormat(new MemoryStream(biom)).Should().Be(TaxonomicFormat.BiomJson);
    }

    [Fact]
    public void Damaged_gzip_is_said_to_be_damaged()
    {
        byte[] packed = Pack(File.ReadAllBytes(SampleFiles.PathOf("metaphlan3/Subj034_time1_S24_metaphlan.txt")));
        foreach (int length in new[] { 11, 30, packed.Length / 2, packed.Length - 9 })
            TaxonomicProfileReader.Read(new MemoryStream(packed[..length])).Diagnostics.Should().Contain(d => d.Code == "GS3034", "{0} bytes", length);
        packed[packed.Length / 2] ^= 0x55;
        TaxonomicProfileReader.Read(new MemoryStream(packed)).Success.Should().BeFalse();
    }

    [Fact]
    public void UTF_16_without_a_mark_is_read()
    {
        byte[] text = new UnicodeEncoding(false, false).GetBytes("#OTU ID\tS\ttaxonomy\na\t6\tk__Bacteria;g__Faecalibacterium\n");
        TaxonomicProfileReader.Read(new MemoryStream(text)).GetValueOrThrow().ShareOf(KnownTaxa.Faecalibacterium).Should().Be(1);
    }

    public static TheoryData<string, string, string> Named => new()
    {
        { "KrakenUniq", "kreport2mpa", "# KrakenUniq v1.0.0 DATE:2022 DB:x\n# CL:perl krakenuniq\n\n%\treads\ttaxReads\tkmers\tdup\tcov\ttaxID\trank\ttaxName\n100\t9\t9\t1\t1\t1\t1\tno rank\troot\n" },
        { "Kaiju", "taxpasta", "file\tpercent\treads\ttaxon_id\ttaxon_name\nx\t50\t5\t853\tFaecalibacterium prausnitzii\nx\t50\t5\t820\tBacteroides uniformis\n" },
        { "Kaiju", "kaiju2table", "C\tread1\t853\nU\tread2\t0\n" },
        { "ganon", "bioboxes", "unclassified\t-\t-\tunclassified\t0\t0\t0\t5\t5.0\nroot\t1\t1\troot\t0\t0\t95\t95\t95.0\nspecies\t853\t1|2|853\tFaecalibacterium prausnitzii\t95\t0\t0\t95\t95.0\n" },
        { "combine_kreports", "combine_mpa", "#Number of Samples: 2\n#Total Number of Reads: 20\n#S1\ta.report\n#S2\tb.report\n#perc\ttot_all\ttot_lvl\t1_all\t1_lvl\t2_all\t2_lvl\tlvl_type\ttaxid\tname\n100.0\t20\t0\t10\t0\t10\t0\tR\t1\troot\n" },
        { "KMCP", "--cami-report", "ref\tpercentage\tcoverage\tscore\tchunksFrac\tchunksRelDepth\tchunksRelDepthStd\treads\tureads\thicureads\trefsize\trefname\ttaxid\trank\ttaxname\ttaxpath\ttaxpathsn\nx\t100\n" },
        { "Centrifuge", "centrifuge-kreport", "name\ttaxID\ttaxRank\tgenomeSize\tnumReads\tnumUniqueReads\tabundance\nroot\t1\tno rank\t0\t1\t1\t0.0\n" },
        { "Kraken", "--report", "C\tread1\t853\t100\t853:66\nU\tread2\t0\t100\t0:66\n" },
        { "tax.summary", ".shared", "taxlevel\trankID\ttaxon\tdaughterlevels\ttotal\n0\t0\tRoot\t1\t5\n" },
        { "HUMAnN", "MetaPhlAn", "# Gene Family\tS_Abundance-RPKs\nUNMAPPED\t5.0\n" },
        { "sequences", "profiler", ">read1\nACGTACGT\n" },
        { "sequences", "profiler", "@read1\nACGTACGT\n+\nIIIIIIII\n" },
        { "web page", "download", "<!DOCTYPE html>\n<html><body>404</body></html>\n" },
    };

    [Theory]
    [MemberData(nameof(Named))]
    public void What_is_known_and_not_read_is_named_with_the_way_on(string name, string way, string text)
    {
        var fault = SampleFiles.ReadText(text).Diagnostics.Should().ContainSingle().Subject;
        fault.Code.Should().Be("GS3036");
        fault.Message.Should().Contain(name);
        fault.Hint.Should().Contain(way);
    }

    [Theory]
    [InlineData("504B030414000600080000002100", "[Content_Types].xml", "GS3035", "workbook")]
    [InlineData("D0CF11E0A1B11AE1", "", "GS3035", "workbook")]
    [InlineData("504B0304140000000000000021000000000000000000000000000000", "table.tsv", "GS3003", "archive")]
    [InlineData("425A6839", "", "GS3003", "archive")]
    [InlineData("FD377A585A00", "", "GS3003", "archive")]
    [InlineData("28B52FFD", "", "GS3003", "archive")]
    [InlineData("524458330A", "", "GS3035", "R saved")]
    public void What_is_no_text_is_named(string bytes, string name, string code, string says)
    {
        byte[] file = [.. Convert.FromHexString(bytes), .. Encoding.ASCII.GetBytes(name), .. new byte[64]];
        var fault = TaxonomicProfileReader.Read(new MemoryStream(file)).Diagnostics.Single();
        fault.Code.Should().Be(code);
        fault.Message.Should().Contain(says);
        FeatureTaxonomy.Read(new MemoryStream(file)).Diagnostics.Single().Code.Should().Be(code);
    }

    [Fact]
    public void A_QIIME_2_artifact_is_told_how_to_export_it()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            zip.CreateEntry("4bf5ff9c-8bd4-4e8e-9d83-3c9e0b8a1f0d/VERSION");
        stream.Position = 0;
        TaxonomicProfileReader.Read(stream).Diagnostics.Single().Hint.Should().Contain("qiime tools export");
    }

    [Theory]
    [InlineData("Feature ID,Taxon,Confidence\na,\"d__Bacteria; g__Faecalibacterium\",0.9\nb,d__Bacteria,0.8\n")]
    [InlineData("#OTUID\ttaxonomy\tconfidence\na\td__Bacteria; g__Faecalibacterium\t0.9\nb\td__Bacteria\t0.9\n")]
    [InlineData("\"\",\"Kingdom\",\"Phylum\",\"Genus\",\"Species\"\n\"a\",\"Bacteria\",\"Firmicutes\",\"Faecalibacterium\",\"prausnitzii\"\n\"b\",\"Bacteria\",NA,NA,NA\n")]
    [InlineData("a\tBacteria(100);Firmicutes(100);Clostridia(99);Clostridiales(99);Ruminococcaceae(99);Faecalibacterium(99);\nb\tBacteria(100);unclassified(100);\n")]
    [InlineData("a\td__Bacteria;g__Faecalibacterium\nb\td__Bacteria\n")]
    public void Taxonomies_are_read_in_every_form(string text)
    {
        var taxonomy = FeatureTaxonomy.Read(new StringReader(text)).GetValueOrThrow();
        var profile = TaxonomicProfileReader.Read(new StringReader("#OTU ID\tS\na\t6\nb\t4\n"), new TaxonomicReadOptions { Taxonomy = taxonomy }).GetValueOrThrow();
        profile.ShareOf(KnownTaxa.Faecalibacterium).Should().Be(0.6);
    }

    [Fact]
    public void A_taxonomy_given_as_a_profile_names_the_option()
    {
        foreach (string text in new[] { "Feature ID\tTaxon\nx\tk__Bacteria\n", "#OTUID\ttaxonomy\tconfidence\nx\tk__Bacteria;p__A\t0.9\n", "\tKingdom\tPhylum\tGenus\na\tBacteria\tFirmicutes\tBlautia\n" })
            SampleFiles.ReadText(text).Diagnostics.Should().ContainSingle(d => d.Code == "GS3030").Which.Hint.Should().Contain("--taxonomy");
    }

    internal static byte[] Pack(byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return stream.ToArray();
    }

    /// <summary>A stream that can only go forward, a few bytes at a time.</summary>
    internal sealed class Pipe(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 7));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 7)]);
    }
}
