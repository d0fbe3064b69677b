namespace GutSkin.Microbiome.Tests;

/// <summary>A clade is 0 only where the file lists its rank and lacks it; everything else is found, or unknown and said so.</summary>
public class ZeroTests
{
    private const string Rank7 = "k__Bacteria;p__Firmicutes;c__Clostridia;o__Clostridiales;f__Ruminococcaceae;";

    /// <summary>Ways to write 60 % of Faecalibacterium.</summary>
    public static TheoryData<string, string> Written => new()
    {
        { "prefix and ending in a column", $"#OTU ID\tS\ttaxonomy\na\t6\t{Rank7}g__Faecalibacterium_71351\nb\t4\tk__Bacteria;p__Bacteroidota;c__x;o__y;f__z;g__Bacteroides_H\n" },
        { "lone names with prefixes", "Genus\tS\ng__Faecalibacterium\t6\ng__Bacteroides\t4\n" },
        { "lone species", "Species\tS\nFaecalibacterium_prausnitzii\t6\nBacteroides_uniformis\t4\n" },
        { "lone species in lower case", "species,S\nfaecalibacterium prausnitzii,6\nbacteroides uniformis,4\n" },
        { "lineages without prefixes as labels", "taxonomy\tS\nBacteria;Firmicutes;Clostridia;Clostridiales;Ruminococcaceae;Faecalibacterium\t6\nBacteria;Bacteroidetes;Bacteroidia;Bacteroidales;Bacteroidaceae;Bacteroides\t4\n" },
        { "rank columns", "\tS\tKingdom\tPhylum\tClass\tOrder\tFamily\tGenus\nsv1\t6\tBacteria\tFirmicutes\tClostridia\tOscillospirales\tRuminococcaceae\tFaecalibacterium\nsv2\t4\tBacteria\tBacteroidota\tBacteroidia\tBacteroidales\tBacteroidaceae\tNA\n" },
        { "phyloseq's rank columns", "OTU\tRank1\tRank2\tRank6\tS\nsv1\tk__Bacteria\tp__Firmicutes\tg__Faecalibacterium\t6\nsv2\tk__Bacteria\tp__Bacteroidota\tg__\t4\n" },
        { "a Kraken report with prefixes and codes between", "100.00\t10\t0\tR\t1\troot\n100.00\t10\t0\tR1\t3\t  d__Bacteria\n60.00\t6\t0\tR2\t4\t    p__Firmicutes_A\n60.00\t6\t6\tR3\t5\t      g__Faecalibacterium\n40.00\t4\t0\tR2\t6\t    p__Bacteroidota\n40.00\t4\t4\tR3\t7\t      g__Bacteroides_H\n" },
        { "a Bracken table with prefixes", "name\ttaxonomy_id\ttaxonomy_lvl\tkraken_assigned_reads\tadded_reads\tnew_est_reads\tfraction_total_reads\ng__Faecalibacterium\t5\tG\t6\t0\t6\t0.60000\ng__Bacteroides\t7\tG\t4\t0\t4\t0.40000\n" },
        { "mOTUs", "# git tag version 3.0.3 |  motus version 3.0.3 | calc_motu 3.0.3 -k mOTU\n#consensus_taxonomy\tS\nFaecalibacterium prausnitzii [ref_mOTU_v3_06110]\t6\nBacteroides uniformis [ref_mOTU_v3_00855]\t4\nunassigned\t0\n" },
        { "an old lineage of SILVA", "#OTU ID\tS\ttaxonomy\na\t6\tD_0__Bacteria;D_1__Firmicutes;D_5__Faecalibacterium\nb\t4\tD_0__Bacteria;D_1__Bacteroidetes;D_5__Prevotella 9\n" },
        { "SINTAX", "#OTU ID\tS\ttaxonomy\na\t6\td:Bacteria(1.00),p:Firmicutes(1.00),g:Faecalibacterium(0.9)\nb\t4\td:Bacteria(1.00),p:Bacteroidota(0.99),g:Prevotella(0.8)\n" },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void What_is_there_is_found(string what, string text)
    {
        var profile = SampleFiles.ReadText(text, sample: text.Contains("\tS", StringComparison.Ordinal) || text.Contains(",S", StringComparison.Ordinal) ? "S" : null).GetValueOrThrow();
        profile.ShareOf(KnownTaxa.Faecalibacterium).Should().BeApproximately(0.6, 1e-12, what);
        profile.ShareOf(KnownTaxa.Akkermansia).Should().Be(0, "{0} lists genera, and lacks it", what);
        profile.ToObservations().Single(o => o.Factor == "microbiome.faecalibacterium").Value.AsNumber.Should().BeApproximately(60, 1e-9);
    }

    /// <summary>Ways in which Bifidobacterium cannot be told.</summary>
    public static TheoryData<string, string> Untold => new()
    {
        { "an abbreviated name", "Species\tS\nFaecalibacterium prausnitzii\t6\nB. longum\t4\n" },
        { "a genus without its rank", "#OTU ID\tS\ttaxonomy\na\t6\tk__Bacteria;g__Blautia\nb\t4\tk__Bacteria;s__Bifidobacterium longum\n" },
        { "a genus in a double name", "#OTU ID\tS\ttaxonomy\na\t6\tk__Bacteria;g__Blautia\nb\t4\tk__Bacteria;g__Bifidobacterium/Alloscardovia\n" },
        { "a lineage of unknown ranks", "#OTU ID\tS\ttaxonomy\na\t6\tk__Bacteria;g__Blautia\nb\t4\tSomething;Actinobacteria;Bifidobacterium\n" },
        { "a table of families", "Family\tS\nRuminococcaceae\t6\nBifidobacteriaceae\t4\n" },
        { "OTUs without a taxonomy", "#OTU ID\tS\na\t6\nb\t4\n" },
        { "numbers for names", "taxon\tS\n853\t6\n1680\t4\n" },
        { "a phylum among genera", "Genus\tS\nActinobacteria\t6\nActinomycetota\t4\n" },
    };

    [Theory]
    [MemberData(nameof(Untold))]
    public void What_cannot_be_told_is_unknown_and_no_zero(string what, string text)
    {
        var profile = SampleFiles.ReadText(text).GetValueOrThrow();
        profile.ShareOf(KnownTaxa.Bifidobacterium).Should().NotBe(0, what);
        profile.ToObservations().Should().NotContain(o => o.Factor == "microbiome.bifidobacterium" && o.Value.AsNumber == 0, what);
    }

    [Fact]
    public void How_many_names_were_not_understood_is_said()
    {
        var profile = SampleFiles.ReadText("Species\tS\nFaecalibacterium prausnitzii\t5\nB. longum\t4\nL. reuteri\t1\n").GetValueOrThrow();
        profile.ShareOf(KnownTaxa.Faecalibacterium).Should().Be(0.5, "what was found is known all the same");
        profile.ShareOf(KnownTaxa.Akkermansia).Should().BeNull();
        profile.Measure().Notices.Should().Contain(n => n.StartsWith("2 names in this sample could not be matched") && n.Contains("'B. longum'"));
    }

    [Fact]
    public void Features_missing_from_the_taxonomy_leave_the_rest_unknown()
    {
        var taxonomy = FeatureTaxonomy.Read(new StringReader("Feature ID\tTaxon\na\td__Bacteria;g__Blautia\n")).GetValueOrThrow();
        var result = TaxonomicProfileReader.Read(new StringReader("#OTU ID\tS\na\t6\nb\t4\n"), new TaxonomicReadOptions { Taxonomy = taxonomy });
        result.Diagnostics.Should().ContainSingle(d => d.Code == "GS3102");
        var profile = result.GetValueOrThrow();
        profile.ShareOf(new TaxonReference("Blautia", TaxonRank.Genus)).Should().Be(0.6);
        profile.ShareOf(KnownTaxa.Akkermansia).Should().BeNull();
    }

    [Fact]
    public void Viruses_are_never_counted_as_their_host()
    {
        var kraken = SampleFiles.ReadText("100.00\t10\t0\tR\t1\troot\n50.00\t5\t0\tD\t2\t  Bacteria\n50.00\t5\t5\tG\t1578\t    Lactobacillus\n50.00\t5\t0\tD\t10239\t  Viruses\n50.00\t5\t0\tG\t7\t    Akkermansia\n50.00\t5\t5\tS\t8\t      Akkermansia phage A\n").GetValueOrThrow();
        kraken.ShareOf(KnownTaxa.Akkermansia).Should().Be(0, "a genus of viruses is no genus of bacteria, whatever it is called");
        var table = SampleFiles.ReadText("Species\tS\nAkkermansia muciniphila\t6\nFaecalibacterium phage FP_Mushu\t3\nBifidobacterium virus X\t1\n").GetValueOrThrow();
        table.ShareOf(KnownTaxa.Faecalibacterium).Should().Be(0);
        table.ShareOf(KnownTaxa.Bifidobacterium).Should().Be(0);
        table.ShareOf(KnownTaxa.Akkermansia).Should().Be(0.6);
    }

    [Fact]
    public void Organelles_and_host_are_left_out_and_said()
    {
        const string text = "#OTU ID\tS\ttaxonomy\n"
            + "a\t60\td__Bacteria;p__Firmicutes;g__Faecalibacterium\n"
            + "b\t20\td__Bacteria;p__Cyanobacteria;c__Cyanobacteriia;o__Chloroplast;f__Chloroplast;g__Chloroplast\n"
            + "c\t10\td__Bacteria;p__Proteobacteria;c__Alphaproteobacteria;o__Rickettsiales;f__Mitochondria;g__Mitochondria\n"
            + "d\t10\td__Eukaryota;p__Vertebrata;c__Mammalia\n";
        var profile = SampleFiles.ReadText(text).GetValueOrThrow();
        profile.ShareOf(KnownTaxa.Faecalibacterium).Should().Be(1);
        profile.ShareOf(KnownTaxa.Proteobacteria).Should().Be(0);
        profile.OrganelleShare.Should().BeApproximately(0.3, 1e-12);
        profile.HostShare.Should().BeApproximately(0.1, 1e-12);
        profile.Features.Should().ContainSingle();
        profile.Reads.Should().Be(60);
        profile.Measure().Notices.Should().Contain(n => n.Contains("30 % of the reads are of chloroplasts or mitochondria")).And.Contain(n => n.Contains("10 % of the reads are human"));
    }

    [Fact]
    public void Placeholders_of_collapsed_tables_are_not_classified()
    {
        var profile = SampleFiles.ReadText("#OTU ID\tS\nd__Bacteria;p__Firmicutes;g__Blautia\t8\nd__Bacteria;__;__\t1\nUnassigned;__;__\t1\n").GetValueOrThrow();
        profile.UnclassifiedShare.Should().Be(0.1);
        profile.ShareOf(KnownTaxa.Firmicutes).Should().Be(0.8);
        profile.AtRank(TaxonRank.Phylum).Should().ContainSingle();
    }
}
