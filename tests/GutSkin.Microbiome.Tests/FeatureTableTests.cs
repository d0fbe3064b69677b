using GutSkin.Microbiome;

namespace GutSkin.Microbiome.Tests;

/// <summary>The traps of feature tables, BIOM and mothur files, one test each.</summary>
public class FeatureTableTests
{
    private const string Biom = """
        {"id":null,"format":"1.0.0","format_url":"http://biom-format.org","type":"OTU table","generated_by":"x","date":"2020-01-01",
        "matrix_type":"sparse","matrix_element_type":"int","shape":[2,2],
        "data":[[0,0,3],[1,0,1],[1,1,4]],
        "rows":[{"id":"a","metadata":{"taxonomy":["k__Bacteria"," p__Firmicutes","c__","o__"]}},{"id":"b","metadata":{"taxonomy":"k__Bacteria; p__Bacteroidetes"}}],
        "columns":[{"id":"S1","metadata":null},{"id":"S2","metadata":null}]}
        """;

    [Fact]
    public void Empty_ranks_and_placeholders_end_a_lineage()
    {
        const string text = "# Constructed from biom file\n#OTU ID\tS1\ttaxonomy\n"
            + "a\t6.0\tk__Bacteria; p__Firmicutes; c__Clostridia; o__Clostridiales; f__[Tissierellaceae]; g__; s__\n"
            + "b\t2.0\td__Bacteria;p__Bacteroidota;c__uncultured;o__uncultured bacterium\n"
            + "c\t1.0\tUnassigned\n"
            + "d\t1.0\tD_0__Bacteria;D_1__Firmicutes;D_5__Lactobacillus\n";
        var profile = SampleFiles.ReadText(text).GetValueOrThrow();
        profile.ShareOf(KnownTaxa.Firmicutes).Should().Be(0.7);
        profile.ShareOf(KnownTaxa.Bacteroidetes).Should().Be(0.2);
        profile.ShareOf(new TaxonReference("Tissierellaceae", TaxonRank.Family)).Should().Be(0.6);
        profile.ShareOf(KnownTaxa.Lactobacillus).Should().Be(0.1);
        profile.UnclassifiedShare.Should().Be(0.1);
        profile.Features.Should().HaveCount(4, "unassigned features are a part of diversity");
        profile.AtRank(TaxonRank.Class).Should().ContainSingle();
    }

    [Fact]
    public void Relative_frequencies_have_no_chao1()
    {
        var profile = SampleFiles.ReadText("#OTU ID\tS1\na\t0.25\nb\t7.5e-1\n").GetValueOrThrow();
        profile.Unit.Should().Be(AbundanceUnit.Fraction);
        profile.Measure().Chao1.Should().BeNull();
        profile.Measure().Shannon.Should().BeApproximately(0.5623351446188083, 1e-12);
        profile.Measure().Notices.Should().Contain(n => n.Contains("no taxonomy"));
    }

    [Fact]
    public void Collapsed_tables_carry_the_lineage_as_id()
    {
        var profile = SampleFiles.ReadText("#OTU ID\tS1\nd__Bacteria;p__Firmicutes_A;g__Faecalibacterium\t3\nd__Bacteria;p__Bacteroidota;__\t1\n").GetValueOrThrow();
        FirmicutesBacteroidetesRatio.Of(profile)!.Ratio.Should().Be(3);
    }

    [Fact]
    public void A_species_table_with_commas_reads()
    {
        var profile = SampleFiles.ReadText("Species,A,B\ns__Faecalibacterium_prausnitzii,60.5,1\ns__Akkermansia_muciniphila,39.5,99\n", sample: "A").GetValueOrThrow();
        profile.Format.Should().Be(TaxonomicFormat.SpeciesTable);
        profile.Unit.Should().Be(AbundanceUnit.Percent);
        profile.ShareOf(KnownTaxa.Faecalibacterium).Should().BeApproximately(0.605, 1e-15);
    }

    [Fact]
    public void Biom_reads_whatever_comes_first()
    {
        foreach (string text in new[] { Biom, Reordered(), Dense() })
        {
            foreach (var result in new[] { SampleFiles.ReadText(text, sample: "S1"), TaxonomicProfileReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), new TaxonomicReadOptions { Sample = "S1" }) })
            {
                var profile = result.GetValueOrThrow();
                profile.Features.Select(f => (f.Feature, f.Value)).Should().Equal(("a", 3.0), ("b", 1.0));
                profile.ShareOf(KnownTaxa.Firmicutes).Should().Be(0.75, "a blank before the prefix is cut off");
                profile.ShareOf(KnownTaxa.Bacteroidetes).Should().Be(0.25, "the lineage may be one text");
            }
        }
    }

    [Fact]
    public void A_biom_table_with_a_row_for_every_rank_counts_nothing_twice()
    {
        const string text = "{\"format\":\"1.0.0\",\"matrix_type\":\"dense\",\"matrix_element_type\":\"float\",\"shape\":[4,1],\"rows\":[{\"id\":\"k__Bacteria\"},{\"id\":\"k__Bacteria|p__Firmicutes\"},{\"id\":\"k__Bacteria|p__Firmicutes|g__Faecalibacterium\"},{\"id\":\"k__Bacteria|p__Bacteroidetes\"}],\"columns\":[{\"id\":\"S\"}],\"data\":[[100],[60.5],[60.5],[39.5]]}";
        var profile = SampleFiles.ReadText(text).GetValueOrThrow();
        profile.ShareOf(KnownTaxa.Faecalibacterium).Should().BeApproximately(0.605, 1e-12);
        FirmicutesBacteroidetesRatio.Of(profile)!.Ratio.Should().BeApproximately(60.5 / 39.5, 1e-12);
    }

    [Fact]
    public void Quotes_around_a_lineage_are_no_part_of_it()
    {
        var profile = SampleFiles.Profile("biom1-json/Aggregated_humanization2.biom", "A110");
        profile.ShareOf(KnownTaxa.Bacteroidetes).Should().BeGreaterThan(0.1);
        profile.Clades.Should().NotContain(c => c.Taxon!.Path.Contains('"'));
        profile.Unit.Should().Be(AbundanceUnit.Reads);
    }

    [Fact]
    public void Several_labels_are_told_apart()
    {
        const string text = "label\tGroup\tnumOtus\tOtu1\tOtu2\t\r\n0.01\tA\t2\t1\t2\t\r\n0.03\tA\t2\t3\t0\t\r\n0.03\tB\t2\t4\t0\t\r\n";
        SampleFiles.ReadText(text, sample: "0.03/A").GetValueOrThrow().Reads.Should().Be(3);
        SampleFiles.ReadText(text, sample: "A").Diagnostics.Should().ContainSingle(d => d.Code == "GS3019");
        SampleFiles.ReadText(text).Diagnostics.Single().Hint.Should().Contain("'0.01/A'");
        SampleFiles.ReadText(text.Replace("0.01", "0.03", StringComparison.Ordinal).Replace("\tB\t", "\tC\t", StringComparison.Ordinal)).Diagnostics.Should().Contain(d => d.Code == "GS3016");
    }

    [Fact]
    public void Old_taxonomies_without_a_header_read()
    {
        var taxonomy = FeatureTaxonomy.Read(new StringReader("# a comment\nx\tk__Fungi;p__Ascomycota\t0.9\n")).GetValueOrThrow();
        taxonomy.LineageOf("x").Should().Be("k__Fungi;p__Ascomycota");
    }

    private static string Reordered()
    {
        int data = Biom.IndexOf("\"data\"", StringComparison.Ordinal), rows = Biom.IndexOf("\"rows\"", StringComparison.Ordinal);
        string block = Biom[data..rows];
        return "{" + block.TrimEnd() + Biom[1..data] + Biom[rows..];
    }

    private static string Dense() => Biom.Replace("sparse", "dense", StringComparison.Ordinal).Replace("[[0,0,3],[1,0,1],[1,1,4]]", "[[3,0],[1,4]]", StringComparison.Ordinal);
}
