namespace GutSkin.Microbiome.Tests;

/// <summary>Tables are known by their rows: whatever is in the first cell, whichever way round they are, whatever separates their cells.</summary>
public class LayoutTests
{
    private const string Faecali = "k__Bacteria|p__Firmicutes|c__Clostridia|o__Clostridiales|f__Ruminococcaceae|g__Faecalibacterium";

    /// <summary>Tables in which sample S1 is 60 % Faecalibacterium.</summary>
    public static TheoryData<string, string> Tables => new()
    {
        { "R, with tabs", $"\"S1\"\t\"S2\"\n\"{Faecali}\"\t60\t1\n\"k__Bacteria|p__Bacteroidetes\"\t40\t1\n" },
        { "R, with spaces", $"\"S1\" \"S2\"\n\"{Faecali}\" 60 1\n\"k__Bacteria|p__Bacteroidetes\" 40 1\n" },
        { "R, with names of features and a lineage", "S1\tS2\ttaxonomy\nOTU1\t60\t1\tk__Bacteria;g__Faecalibacterium\nOTU2\t40\t1\tk__Bacteria;g__Blautia\n" },
        { "an empty corner", "\tS1\tS2\nk__Bacteria;g__Faecalibacterium\t60\t1\nk__Bacteria;g__Blautia\t40\t1\n" },
        { "pandas with row numbers", ",taxon,S1,S2\n0,Faecalibacterium prausnitzii,60,1\n1,Blautia obeum,40,1\n" },
        { "semicolons and quotes", "\"OTU\";\"S1\";\"S2\";\"taxonomy\"\n\"a\";60;1;\"k__Bacteria, g__Faecalibacterium\"\n\"b\";40;1;\"k__Bacteria, g__Blautia\"\n" },
        { "comments anywhere in the head", "# made by hand\n\n#OTU ID\tS1\tS2\ttaxonomy\n# a remark, with a comma\na\t60\t1\tk__Bacteria;g__Faecalibacterium\nb\t40\t1\tk__Bacteria;g__Blautia\n" },
        { "the header as a comment after others", "# first\t\n# Taxon\tS1\tS2\nk__Bacteria;g__Faecalibacterium\t60\t1\nk__Bacteria;g__Blautia\t40\t1\n" },
        { "a lineage in the middle", "OTU\ttaxonomy\tS1\tS2\na\tk__Bacteria;g__Faecalibacterium\t60\t1\nb\tk__Bacteria;g__Blautia\t40\t1\n" },
        { "a lineage without a title", "OTU ID\tS1\tS2\na\t60\t1\tk__Bacteria;g__Faecalibacterium\nb\t40\t1\tk__Bacteria;g__Blautia\n" },
        { "a lineage under an unusual title", "OTU\tS1\tS2\tblast result\na\t60\t1\tk__Bacteria;g__Faecalibacterium\nb\t40\t1\tk__Bacteria;g__Blautia\n" },
        { "totals and metadata beside the samples", "OTU\tS1\tS2\ttotal\tsequence\ttaxonomy\nsv1\t60\t1\t61\tACGT\tk__Bacteria;g__Faecalibacterium\nsv2\t40\t1\t41\tACGT\tk__Bacteria;g__Blautia\n" },
        { "ranks before the samples and no ids", "Kingdom,Phylum,Genus,S1,S2\nBacteria,Firmicutes,Faecalibacterium,60,1\nBacteria,Firmicutes,Blautia,40,1\n" },
        { "samples in rows, lineages with a column of metadata", "index,k__Bacteria;g__Faecalibacterium,k__Bacteria;g__Blautia,Unassigned;__,bmi\nS1,60,40,0,22\nS2,1,1,1,30\n" },
        { "samples in rows, names of genera", "sample\tFaecalibacterium\tBlautia\tAkkermansia\nS1\t60\t40\t0\nS2\t1\t1\t1\n" },
        { "samples in rows, an empty corner", "\tBifidobacterium longum\tFaecalibacterium prausnitzii\nS1\t40\t60\nS2\t1\t1\n" },
        { "LEfSe, with rows of metadata above the samples", "class\tcase\tcontrol\nsubject_id\tS1\tS2\nk__Bacteria|p__Firmicutes|g__Faecalibacterium\t0.6\t0.5\nk__Bacteria|p__Firmicutes|g__Roseburia\t0.4\t0.5\n" },
        { "semicolons and decimal commas", "Genus;S1;S2\nFaecalibacterium;60,0;1\nBacteroides;40,0;1\n" },
        { "tabs and decimal commas", "Genus\tS1\tS2\nFaecalibacterium\t60,25\t1\nBacteroides\t40,1666666666667\t1\n" },
        { "samples in rows, names that R wrote", "\tBifidobacterium.longum\tFaecalibacterium.prausnitzii\nS1\t40\t60\nS2\t1\t1\n" },
        { "samples in rows, lineages that R wrote", "sample\tk__Bacteria.p__Firmicutes.g__Blautia\tk__Bacteria.p__Firmicutes.g__Faecalibacterium\nS1\t40\t60\nS2\t1\t1\n" },
        { "USEARCH", "#OTU ID\tS1\tS2\nOtu1;tax=d:Bacteria,p:Firmicutes,g:Faecalibacterium;\t60\t1\nOtu2;tax=d:Bacteria,p:Firmicutes,g:Blautia;\t40\t1\n" },
        { "names of MetaPhlAn under another title", "body_site\tS1\tS2\ns__Faecalibacterium_prausnitzii\t60.0\t1\ns__Blautia_obeum\t40.0\t1\n" },
        { "lineages under the title Sample", $"Sample\tS1\tS2\nk__Bacteria\t100\t100\nk__Bacteria|p__Firmicutes\t100\t100\n{Faecali}\t60\t50\nk__Bacteria|p__Firmicutes|g__Blautia\t40\t50\n" },
        { "combined Bracken", "name\ttaxonomy_id\ttaxonomy_lvl\tS1_num\tS1_frac\tS2_num\tS2_frac\nFaecalibacterium\t216851\tG\t60\t0.60000\t1\t0.50000\nBlautia\t572511\tG\t40\t0.40000\t1\t0.50000\n" },
        { "lines ended by CR", "OTU\tS1\tS2\ttaxonomy\ra\t60\t1\tk__Bacteria;g__Faecalibacterium\rb\t40\t1\tk__Bacteria;g__Blautia\r" },
        { "names of samples that are numbers", "#OTU ID\tS1\t2\ttaxonomy\na\t60\t1\tk__Bacteria;g__Faecalibacterium\nb\t40\t1\tk__Bacteria;g__Blautia\n" },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_table_is_read(string what, string text)
    {
        var result = SampleFiles.ReadText(text, sample: "S1");
        result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty(what);
        result.GetValueOrThrow().ShareOf(KnownTaxa.Faecalibacterium).Should().BeApproximately(0.6, 1e-12, what);
        var chosen = SampleFiles.ReadText(text).Diagnostics.Single(d => d.Code == "GS3018");
        chosen.Message.Should().Contain("2 samples", what);
        chosen.Hint.Should().Contain("'S1'").And.NotContain("bmi").And.NotContain("total").And.NotContain("Kingdom").And.NotContain("_frac");
    }

    [Fact]
    public void What_was_unusual_is_a_notice()
    {
        SampleFiles.ReadText("sample\tFaecalibacterium\tBlautia\nS1\t60\t40\n").GetValueOrThrow().Measure().Notices.Should().Contain(n => n.Contains("The samples are rows"));
        SampleFiles.ReadText("S1\tS2\nk__Bacteria;g__A\t1\t2\n", sample: "S1").GetValueOrThrow().Measure().Notices.Should().Contain(n => n.Contains("one cell fewer"));
        SampleFiles.ReadText("\"\",\"ASV1\",\"ASV2\"\n\"S1\",5,3\n\"S2\",1,1\n", sample: "S1").GetValueOrThrow().Measure().Richness.Should().Be(2, "samples are rows where columns are numbered features");
        SampleFiles.ReadText("OTU\tS1\tdonor\ta note\nx\t1\tAnna\tb\n").GetValueOrThrow().Measure().Notices.Should().Contain(n => n.Contains("not read: 'donor', 'a note'"));
    }

    [Fact]
    public void A_comma_that_may_separate_thousands_is_not_guessed()
    {
        SampleFiles.ReadText("Genus\tS\nFaecalibacterium\t1,250\nBlautia\t3,125\n").Diagnostics.Should().Contain(d => d.Code == "GS3009");
        SampleFiles.ReadText("Genus\tS\nFaecalibacterium\t1,25\nBlautia\t3.5\n").Diagnostics.Should().Contain(d => d.Code == "GS3009");
        SampleFiles.ReadText("OTU\tS\tnote\na\t1\tx\n", sample: "note").Diagnostics.Should().ContainSingle(d => d.Code == "GS3019").Which.Message.Should().Contain("is no sample");
    }

    [Fact]
    public void A_row_of_sums_is_no_taxon()
    {
        var profile = SampleFiles.ReadText("Genus\tS\nFaecalibacterium\t6\nBlautia\t4\nTotal\t10\n").GetValueOrThrow();
        profile.ShareOf(KnownTaxa.Faecalibacterium).Should().Be(0.6);
        profile.Measure().Notices.Should().Contain(n => n.Contains("'Total' is the sum"));
    }

    [Fact]
    public void A_lineage_is_never_a_sample()
    {
        var result = SampleFiles.ReadText("#OTU ID\tUnassigned;__\tk__Bacteria;g__Faecalibacterium\nA\t83\t473\nC\t115\t1188\n", sample: "k__Bacteria;g__Faecalibacterium");
        result.Diagnostics.Should().ContainSingle(d => d.Code == "GS3019");
    }

    [Fact]
    public void Rows_for_every_rank_are_told_from_parts_by_their_numbers()
    {
        const string clades = "taxon\tS\nk__Bacteria\t100\nk__Bacteria;p__Firmicutes\t100\nk__Bacteria;p__Firmicutes;g__Blautia\t70\nk__Bacteria;p__Firmicutes;g__Faecalibacterium\t30\n";
        SampleFiles.ReadText(clades).GetValueOrThrow().ShareOf(KnownTaxa.Faecalibacterium).Should().Be(0.3);
        const string parts = "taxon\tS\nk__Bacteria;p__Firmicutes\t10\nk__Bacteria;p__Firmicutes;g__Blautia\t60\nk__Bacteria;p__Firmicutes;g__Faecalibacterium\t30\n";
        SampleFiles.ReadText(parts).GetValueOrThrow().ShareOf(KnownTaxa.Faecalibacterium).Should().Be(0.3);
        const string bad = "taxon\tS\nk__Bacteria\t900\nk__Bacteria|p__Firmicutes\t900\nk__Bacteria|p__Firmicutes|g__Blautia\t950\n";
        SampleFiles.ReadText(bad).Diagnostics.Should().Contain(d => d.Code == "GS3014" && d.Line == 3);
    }

    [Fact]
    public void The_unit_is_that_of_the_whole_table()
    {
        const string text = "Species,A,B\nFaecalibacterium_prausnitzii,60.5,0\nAkkermansia_muciniphila,39.5,100\n";
        var profile = SampleFiles.ReadText(text, sample: "B").GetValueOrThrow();
        profile.Unit.Should().Be(AbundanceUnit.Percent);
        profile.Measure().Chao1.Should().BeNull("100 percent are not 100 reads");
    }

    [Fact]
    public void What_a_profiler_could_not_classify_stands_apart_in_tables_of_names()
    {
        var profile = SampleFiles.ReadText("clade_name\tA\tB\nUNCLASSIFIED\t40.0\t0\ns__Faecalibacterium_prausnitzii\t45.0\t50\ns__Blautia_obeum\t15.0\t50\n", sample: "A").GetValueOrThrow();
        profile.UnclassifiedShare.Should().BeApproximately(0.4, 1e-12);
        profile.ShareOf(KnownTaxa.Faecalibacterium).Should().BeApproximately(0.75, 1e-12);
        profile.Measure().Richness.Should().Be(2);
    }
}
