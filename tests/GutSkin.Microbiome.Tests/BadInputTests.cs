using System.Text;
using GutSkin.Microbiome;

namespace GutSkin.Microbiome.Tests;

/// <summary>Each way to break a file has a diagnostic of its own, with its line, and gives no profile.</summary>
public class BadInputTests
{
    private const string M = "#mpa_v30_CHOCOPhlAn_201901\n#clade_name\tNCBI_tax_id\trelative_abundance\tadditional_species\n";
    private const string B = "name\ttaxonomy_id\ttaxonomy_lvl\tkraken_assigned_reads\tadded_reads\tnew_est_reads\tfraction_total_reads\n";
    private const string J = "\"format\":\"1.0.0\",\"matrix_type\":\"sparse\",\"matrix_element_type\":\"int\",\"rows\":[{\"id\":\"a\"}],\"columns\":[{\"id\":\"S\"}],";

    public static TheoryData<string, string, int, string> Broken => new()
    {
        { "GS3001", "a stray text", 1, "This is a letter from the laboratory.\nNo table in it.\n" },
        { "GS3001", "JSON that is no object", 1, "[1,2,3]" },
        { "GS3002", "BIOM 2 as a text", 1, "\u0089HDF\r\n\u001a\n\0\0" },
        { "GS3003", "a zip", 1, "PK\u0003\u0004xxxx" },
        { "GS3004", "nothing", 1, "" },
        { "GS3004", "blank lines", 1, "\n \n" },
        { "GS3005", "commas in MetaPhlAn", 2, "#mpa_v30_CHOCOPhlAn_201901\n#clade_name,NCBI_tax_id,relative_abundance,additional_species\nk__Bacteria,2,100,\n" },
        { "GS3005", "commas in a MetaPhlAn row", 3, M + "k__Bacteria,2,100,\n" },
        { "GS3005", "commas in Kraken", 1, "100.00,229,17,R,1,root\n" },
        { "GS3005", "commas in Bracken", 1, B.Replace('\t', ',') },
        { "GS3005", "spaces in mothur", 1, "label Group numOtus Otu1\n" },
        { "GS3006", "a Bracken header without a column", 1, B.Replace("\tadded_reads", "", StringComparison.Ordinal) },
        { "GS3030", "an OTU table without samples, which is a taxonomy", 1, "#OTU ID\ttaxonomy\na\tk__Bacteria\n" },
        { "GS3007", "MetaPhlAn cut in a row", 4, M + "k__Bacteria\t2\t100\t\nk__Bacteria|s__A_b\t2|" },
        { "GS3007", "MetaPhlAn cut after the phyla", 4, M + "k__Bacteria\t2\t100\t\nk__Bacteria|p__Firmicutes\t2|1239\t100\t\n" },
        { "GS3007", "Kraken cut", 2, "100.00\t9\t0\tR\t1\troot\n100.00\t9\t2\tD\t2\t  Bacteria\n" },
        { "GS3007", "Kraken cut in a row", 2, "100.00\t9\t0\tR\t1\troot\n100.00\t9\t2" },
        { "GS3007", "BIOM cut", 2, "{" + J + "\n\"data\":[[0,0,1" },
        { "GS3007", "mothur cut", 2, "label\tGroup\tnumOtus\tOtu1\tOtu2\n1\tA\t2\t5" },
        { "GS3007", "an OTU table cut", 3, "#OTU ID\tA\ttaxonomy\na\t1\tk__Bacteria\nb\t1" },
        { "GS3008", "a cell too many", 3, M + "k__Bacteria\t2\t100\t\tmore\n" },
        { "GS3006", "a table in long form", 1, "OTU\tSample\tAbundance\tKingdom\tPhylum\tGenus\na\tS1\t5\tBacteria\tFirmicutes\tBlautia\na\tS2\t3\tBacteria\tFirmicutes\tBlautia\n" },
        { "GS3009", "a limit of detection", 3, "#OTU ID\tA\na\t1\nb\t<0.01\n" },
        { "GS3009", "a percent character", 3, "#OTU ID\tA\na\t1\nb\t60%\n" },
        { "GS3009", "an empty cell", 3, "#OTU ID\tA\na\t1\nb\t\n" },
        { "GS3008", "numOtus that is wrong", 2, "label\tGroup\tnumOtus\tOtu1\tOtu2\n1\tA\t3\t5\t5\n" },
        { "GS3009", "a word for a number", 3, M + "k__Bacteria\t2\tmuch\t\n" },
        { "GS3009", "a decimal comma", 3, M + "k__Bacteria\t2\t99,5\t\n" },
        { "GS3010", "NaN", 3, M + "k__Bacteria\t2\tNaN\t\n" },
        { "GS3010", "infinity", 2, "#OTU ID\tA\na\tInfinity\n" },
        { "GS3010", "a number too large", 2, "#OTU ID\tA\na\t1e999\n" },
        { "GS3010", "NaN in BIOM", 2, "{" + J + "\"shape\":[1,1],\n\"data\":[[0,0,NaN]]}" },
        { "GS3011", "a negative share", 3, M + "k__Bacteria\t2\t-5\t\n" },
        { "GS3011", "negative reads", 1, "100.00\t-9\t0\tR\t1\troot\n" },
        { "GS3011", "a negative count in BIOM", 1, "{" + J + "\"shape\":[1,1],\"data\":[[0,0,-1]]}" },
        { "GS3012", "percent in Bracken", 2, B + "Homo sapiens\t9606\tS\t5\t0\t5\t100.0\n" },
        { "GS3013", "fractions in MetaPhlAn", 3, M + "k__Bacteria\t2\t1\t\nk__Bacteria|s__A_b\t\t1\t\n" },
        { "GS3013", "fractions in Kraken", 1, "0.40\t4\t4\tU\t0\tunclassified\n0.60\t6\t6\tR\t1\troot\n" },
        { "GS3014", "MetaPhlAn beyond 100", 3, M + "k__Bacteria\t2\t60\t\nk__Archaea\t2157\t60\t\nk__Bacteria|s__A_b\t\t60\t\nk__Archaea|s__C_d\t\t60\t\n" },
        { "GS3014", "Kraken reads that do not add up", 1, "100.00\t9\t3\tR\t1\troot\n100.00\t9\t9\tD\t2\t  Bacteria\n" },
        { "GS3014", "Kraken percent that do not fit", 2, "100.00\t100\t0\tR\t1\troot\n50.00\t100\t100\tD\t2\t  Bacteria\n" },
        { "GS3014", "Bracken reads that do not add up", 2, B + "Homo sapiens\t9606\tS\t5\t1\t5\t1.0\n" },
        { "GS3014", "Bracken fractions that do not add up", 2, B + "Homo sapiens\t9606\tS\t5\t0\t5\t0.5\n" },
        { "GS3015", "a clade twice", 4, M + "k__Bacteria\t2\t100\t\nk__Bacteria\t2\t100\t\n" },
        { "GS3015", "an OTU twice", 3, "#OTU ID\tA\na\t1\na\t2\n" },
        { "GS3015", "a species twice in Bracken", 3, B + "Homo sapiens\t9606\tS\t5\t0\t5\t0.5\nHomo sapiens\t9606\tS\t5\t0\t5\t0.5\n" },
        { "GS3015", "a taxon twice in Kraken", 3, "100.00\t9\t0\tR\t1\troot\n50.00\t4\t4\tD\t2\t  Bacteria\n50.00\t5\t5\tD\t2\t  Bacteria\n" },
        { "GS3016", "a sample twice", 1, "#OTU ID\tA\tA\na\t1\t2\n" },
        { "GS3017", "a BIOM cell twice", 1, "{" + J + "\"shape\":[1,1],\"data\":[[0,0,1],[0,0,2]]}" },
        { "GS3018", "several samples", 1, "#OTU ID\tA\tB\na\t1\t2\n" },
        { "GS3020", "more than 100 percent", 3, M + "k__Bacteria\t2\t170\t\n" },
        { "GS3023", "control characters", 2, "#OTU ID\tA\na\u0001\t1\n" },
        { "GS3024", "JSON that is none", 1, "{\"rows\":[}" },
        { "GS3024", "something after the JSON", 2, "{" + J + "\"shape\":[1,1],\"data\":[[0,0,1]]}\n{}" },
        { "GS3025", "BIOM without data", 1, "{" + J + "\"shape\":[1,1]}" },
        { "GS3025", "BIOM with data twice", 1, "{" + J + "\"shape\":[1,1],\"data\":[],\"data\":[]}" },
        { "GS3025", "BIOM with texts in it", 1, "{\"matrix_element_type\":\"unicode\"}" },
        { "GS3026", "a BIOM row that is not there", 1, "{" + J + "\"shape\":[1,1],\"data\":[[7,0,1]]}" },
        { "GS3026", "a BIOM shape that is wrong", 1, "{" + J + "\"shape\":[2,1],\"data\":[[0,0,1]]}" },
        { "GS3026", "BIOM entries of four", 1, "{" + J + "\"shape\":[1,1],\"data\":[[0,0,1,1]]}" },
        { "GS3027", "ranks out of order", 3, M + "s__A_b|k__Bacteria\t2\t100\t\n" },
        { "GS3028", "a rank that is none", 1, "100.00\t9\t9\tX\t1\troot\n100.00\t9\t9\tS\t1\troot\n" },
        { "GS3029", "indentation under nothing", 2, "100.00\t9\t0\tR\t1\troot\n100.00\t9\t9\tD\t2\t      Bacteria\n" },
        { "GS3030", "a taxonomy alone", 1, "Feature ID\tTaxon\nx\tk__Bacteria\n" },
        { "GS3031", "half a read in mothur", 2, "label\tGroup\tnumOtus\tOtu1\n1\tA\t1\t0.5\n" },
        { "GS3031", "half a read in BIOM", 1, "{" + J + "\"shape\":[1,1],\"data\":[[0,0,0.5]]}" },
        { "GS3032", "a header and nothing else", 2, M },
        { "GS3036", "a report of ganon", 1, "unclassified\t-\t-\tunclassified\t0\t0\t0\t5\t50.0\nroot\t1\t1\troot\t0\t0\t5\t5\t50.0\n" },
        { "GS3037", "percentages of kreport2mpa", 1, "d__Bacteria\t96.78\nd__Bacteria|p__Bacillota\t40.87\n" },
        { "GS3038", "a Kraken report without a rank", 5, "100.00\t9\t0\tR\t1\troot\n100.00\t9\t0\tR1\t2\t  Life\n100.00\t9\t0\tR2\t3\t    Firmicutes\n100.00\t9\t0\tR3\t4\t      Clostridia\n100.00\t9\t9\tR4\t5\t        Blautia\n" },
        { "GS3039", "names that hold one another", 1, "name\tA\np__Firmicutes\t60.5\np__Bacteroidota\t39.5\ng__Blautia\t60.5\ng__Bacteroides\t39.5\n" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void It_is_said_what_is_wrong_and_where(string code, string what, int line, string text)
    {
        var format = what.Contains("Kraken", StringComparison.Ordinal) || what.Contains("rank", StringComparison.Ordinal) && !text.StartsWith('#') ? TaxonomicFormat.KrakenReport : (TaxonomicFormat?)null;
        var result = SampleFiles.ReadText(text, format);
        result.Success.Should().BeFalse(what);
        result.Value.Should().BeNull("no part passes for the whole");
        result.Diagnostics.Should().Contain(d => d.Code == code && d.Line == line, what + ": " + string.Join(" / ", result.Diagnostics));
        result.Diagnostics.Should().OnlyContain(d => d.Line >= 1 && d.Message.Length > 10);
    }

    [Fact]
    public void Every_error_code_has_a_broken_file()
    {
        var shown = Broken.Select(row => (string)((object?[])row)[0]!).Concat(["GS3019", "GS3021", "GS3022", "GS3033", "GS3034", "GS3035"]);
        MicrobiomeDiagnostics.All.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Code).Should().BeSubsetOf(shown);
    }

    [Fact]
    public void A_mistyped_sample_gets_a_hint()
    {
        var result = SampleFiles.Read("metaphlan-merged/merged_abundance_table_v30.txt", "SRS014459-Stool_profil");
        result.Diagnostics.Single().Code.Should().Be("GS3019");
        result.Diagnostics.Single().Hint.Should().Be("Did you mean 'SRS014459-Stool_profile'?");
    }

    [Fact]
    public void Damaged_Biom_2_is_refused_with_the_way_to_convert_it()
    {
        var result = TaxonomicProfileReader.Read(new MemoryStream([0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]));
        result.Diagnostics.Single().Code.Should().Be("GS3002");
        result.Diagnostics.Single().Hint.Should().Contain("biom convert").And.Contain("--to-json");
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_a_warning()
    {
        byte[] text = [.. "#OTU ID\tS"u8, 0xE9, .. "\na\t1\n"u8];
        var result = TaxonomicProfileReader.Read(new MemoryStream(text));
        result.Success.Should().BeTrue();
        result.Diagnostics.Should().ContainSingle(d => d.Code == "GS3101" && d.Line == 1);
    }

    [Fact]
    public void A_hundred_megabytes_of_noise_cost_little()
    {
        foreach (string start in new[] { "", M, "#OTU ID\tA\n", "{\"rows\":[", B, "#OTU ID\tA\nendless" })
        {
            using var noise = new NoiseStream(Encoding.UTF8.GetBytes(start), 100_000_000, lines: start.Length < 15);
            long before = GC.GetAllocatedBytesForCurrentThread();
            var result = TaxonomicProfileReader.Read(noise);
            long used = GC.GetAllocatedBytesForCurrentThread() - before;
            result.Success.Should().BeFalse();
            used.Should().BeLessThan(60_000_000, start);
        }
    }

    [Fact]
    public void Faults_are_counted_to_a_hundred()
    {
        string text = "#OTU ID\tA\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"x{i}\t{(i < 40 ? "1" : "bad")}\n"));
        var result = SampleFiles.ReadText(text);
        result.Diagnostics.Should().HaveCount(101);
        result.Diagnostics[^1].Code.Should().Be("GS3022");
    }
}
