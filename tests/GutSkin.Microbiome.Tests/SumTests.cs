namespace GutSkin.Microbiome.Tests;

/// <summary>Sums are checked as each program writes them: its untouched output is read, and what is cut is refused without accusing anybody.</summary>
public class SumTests
{
    private const string Root = "100.00\t100000\t0\tR\t1\troot\n";
    private const string Header4 = "#mpa_vOct22_CHOCOPhlAnSGB_202212\n#clade_name\tNCBI_tax_id\trelative_abundance\tadditional_species\n";

    public static TheoryData<string, string, int> Read => new()
    {
        // Percentages of all sequences, some of which are in no row (kraken2 issue 176: 54.71 % and 45.16 %).
        { "sequences that Kraken 2 leaves out", "54.71\t50004168\t50004168\tU\t0\tunclassified\n45.16\t41270573\t138436\tR\t1\troot\n45.01\t41132137\t41132137\tS\t853\t  Faecalibacterium prausnitzii\n", 1 },
        { "more than half left out (kraken2 issue 868)", "0.18\t106314\t106314\tU\t0\tunclassified\n34.17\t20530640\t0\tR\t1\troot\n34.17\t20530640\t20530640\tS\t9\t  Blautia obeum\n", 1 },
        { "reads below a clade that are in no row", Root + "99.90\t99900\t0\tD\t2\t  Bacteria\n99.00\t99000\t99000\tS\t853\t    Faecalibacterium prausnitzii\n", 1 },
        { "Bracken at species level, each number cut", Root + "99.99\t99998\t0\tD\t2\t  Bacteria\n60.00\t60000\t0\tG\t216851\t    Faecalibacterium\n59.99\t59999\t59999\tS\t853\t      Faecalibacterium prausnitzii\n39.99\t39997\t0\tG\t816\t    Bacteroides\n20.00\t19998\t19998\tS\t820\t      Bacteroides uniformis\n20.00\t19998\t19998\tS\t821\t      Bacteroides ovatus\n", 3 },
        { "Bracken at genus level, where genera have no reads of their own", Root + "100.00\t100000\t0\tD\t2\t  Bacteria\n60.00\t60000\t0\tG\t216851\t    Faecalibacterium\n40.00\t40000\t0\tG\t816\t    Bacteroides\n", 2 },
        { "an mpa report of Bracken", "d__Bacteria\t1000\nd__Bacteria|g__A\t500\nd__Bacteria|g__A|s__A b\t501\nd__Bacteria|g__C\t500\nd__Bacteria|g__C|s__C d\t500\n", 2 },
        { "MetaPhlAn 4 with a class below another phylum", Header4 + "k__Bacteria\t2\t100.0\t\nk__Bacteria|p__A\t\t60.0\t\nk__Bacteria|p__B\t\t40.0\t\nk__Bacteria|p__A|c__X\t\t60.0\t\nk__Bacteria|p__A|c__Y\t\t40.0\t\nk__Bacteria|p__A|c__X|s__A_b\t\t60.0\t\nk__Bacteria|p__B|c__Y|s__C_d\t\t40.0\t\n", 2 },
        { "MetaPhlAn 2 with strains of some species", "#SampleID\tMetaphlan2_Analysis\nk__Bacteria\t100.0\nk__Bacteria|s__A_b\t60.0\nk__Bacteria|s__A_b|t__GCF_1\t25.0\nk__Bacteria|s__C_d\t40.0\n", 2 },
        { "rows of species taken out of a merged table", "#mpa_vJan21_CHOCOPhlAnSGB_202103\nclade_name\tA\tB\nk__Bacteria|p__P|s__A_b\t50.0\t1.0\nk__Bacteria|p__P|s__C_d\t30.0\t1.0\n", 2 },
    };

    [Theory]
    [MemberData(nameof(Read))]
    public void Untouched_output_is_read(string what, string text, int richness)
    {
        var result = SampleFiles.ReadText(text, sample: text.Contains("\tA\tB\n", StringComparison.Ordinal) ? "A" : null);
        result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty(what);
        result.GetValueOrThrow().Measure().Richness.Should().Be(richness, what);
    }

    public static TheoryData<string, string, string, int> Refused => new()
    {
        { "a genus whose species is cut off, where another has its own", "GS3007", Root + "100.00\t100000\t0\tD\t2\t  Bacteria\n60.00\t60000\t0\tG\t216851\t    Faecalibacterium\n60.00\t60000\t60000\tS\t853\t      Faecalibacterium prausnitzii\n40.00\t40000\t0\tG\t816\t    Bacteroides\n", 5 },
        { "rows taken out of the middle", "GS3014", Root + "100.00\t100000\t0\tD\t2\t  Bacteria\n40.00\t40000\t40000\tG\t816\t    Bacteroides\n", 2 },
        { "more reads below than there are", "GS3014", Root + "100.00\t100000\t5000\tD\t2\t  Bacteria\n100.00\t100000\t100000\tG\t816\t    Bacteroides\n", 2 },
        { "percentages of another report", "GS3014", Root + "100.00\t100000\t0\tD\t2\t  Bacteria\n80.00\t40000\t40000\tG\t816\t    Bacteroides\n20.00\t60000\t60000\tG\t817\t    Blautia\n", 3 },
        { "a MetaPhlAn 4 profile without its last species", "GS3014", Header4 + "k__Bacteria\t2\t100.0\t\nk__Bacteria|p__A\t\t100.0\t\nk__Bacteria|p__A|s__A_b\t\t60.0\t\n", 4 },
        { "a MetaPhlAn 2 profile with a strain above its species", "GS3014", "#SampleID\tMetaphlan2_Analysis\nk__Bacteria\t100.0\nk__Bacteria|s__A_b\t60.0\nk__Bacteria|s__A_b|t__GCF_1\t75.0\nk__Bacteria|s__C_d\t40.0\n", 3 },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_cut_is_refused_and_nobody_accused(string what, string code, string text, int line)
    {
        var result = SampleFiles.ReadText(text);
        result.Success.Should().BeFalse(what);
        result.Diagnostics.Should().Contain(d => d.Code == code && d.Line == line, what + ": " + string.Join(" / ", result.Diagnostics));
        string.Join(' ', result.Diagnostics).Should().NotContain("edited").And.NotContain("filtered");
    }

    [Fact]
    public void What_was_left_out_is_said_in_the_notices()
    {
        var profile = SampleFiles.ReadText("54.71\t50004168\t50004168\tU\t0\tunclassified\n45.16\t41270573\t0\tR\t1\troot\n45.16\t41270573\t41270573\tS\t853\t  Faecalibacterium prausnitzii\n").GetValueOrThrow();
        profile.Measure().Notices.Should().Contain(n => n.Contains("% of the sequences are in no row"));
    }

    [Fact]
    public void Two_ids_are_two_taxa_however_large_they_are()
    {
        const string report = "100.00\t10\t0\tR\t1\troot\n100.00\t10\t0\tF\t13\t  Lachnospiraceae\n40.00\t4\t0\tG\t14\t    uncultured\n40.00\t4\t4\tS\t18446744073709551615\t      uncultured bacterium\n60.00\t6\t0\tG\t4294967297\t    uncultured\n60.00\t6\t6\tS\t9223372036854775807\t      uncultured bacterium\n";
        var profile = SampleFiles.ReadText(report).GetValueOrThrow();
        profile.Features.Select(f => f.Value).Should().Equal(4, 6);
        profile.AtRank(TaxonRank.Genus).Select(g => g.Value).Should().Equal(4, 6);
        profile.AtRank(TaxonRank.Species)[1].Taxon!.Path.Should().Be("-__root|f__Lachnospiraceae|g__uncultured|s__uncultured bacterium");
    }

    [Fact]
    public void Names_that_lost_their_indentation_are_told_from_an_empty_report()
    {
        var result = SampleFiles.ReadText("100.00\t9\t0\tR\t1\troot\n100.00\t9\t0\tD\t2\tBacteria\n100.00\t9\t0\tP\t1239\tBacillota\n100.00\t9\t9\tG\t5\tBlautia\n");
        result.Diagnostics.Should().ContainSingle(d => d.Code == "GS3029").Which.Message.Should().Contain("leading spaces");
    }
}
