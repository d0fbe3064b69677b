using GutSkin.Microbiome;

namespace GutSkin.Microbiome.Tests;

/// <summary>Every sample file reads, as what it is.</summary>
public class SampleFilesTests
{
    [Theory]
    [InlineData("metaphlan3/SRR1761667_metaphlan.txt", TaxonomicFormat.MetaPhlAn, "MetaPhlAn 3", "mpa_v30_CHOCOPhlAn_201901", 54)]
    [InlineData("metaphlan3/Subj015_time2_S12_metaphlan.txt", TaxonomicFormat.MetaPhlAn, "MetaPhlAn 3", "mpa_v30_CHOCOPhlAn_201901", 0)]
    [InlineData("metaphlan3/Subj034_time1_S24_metaphlan.txt", TaxonomicFormat.MetaPhlAn, "MetaPhlAn 3", "mpa_v30_CHOCOPhlAn_201901", 0)]
    [InlineData("metaphlan3/mpa_valid_simple.tsv", TaxonomicFormat.MetaPhlAn, "MetaPhlAn 3", "mpa_v30_CHOCOPhlAn_201901", 2)]
    [InlineData("metaphlan3/only_unknown.txt", TaxonomicFormat.MetaPhlAn, "MetaPhlAn 3", "mpa_v31_CHOCOPhlAn_201901", 0)]
    [InlineData("metaphlan4/ERR7569998.txt", TaxonomicFormat.MetaPhlAn, "MetaPhlAn 4", "mpa_vOct22_CHOCOPhlAnSGB_202212", 0)]
    [InlineData("kraken2/2612_pe-ERR5766176-db1.kraken2.report.txt", TaxonomicFormat.KrakenReport, "Kraken 2", null, 1)]
    [InlineData("kraken2/report-ok.txt", TaxonomicFormat.KrakenReport, "Kraken 2", null, 1)]
    [InlineData("bracken/2611_se-ERR5766174-db1_S.tsv", TaxonomicFormat.Bracken, "Bracken", null, 1)]
    [InlineData("bracken/2612_pe-ERR5766176-db1_S.tsv", TaxonomicFormat.Bracken, "Bracken", null, 1)]
    [InlineData("mothur/mothur_example.cons.taxonomy", TaxonomicFormat.MothurTaxonomy, "mothur", null, 100)]
    public void One_sample_files_read(string file, TaxonomicFormat format, string profiler, string? database, int species)
    {
        var result = SampleFiles.Read(file);
        result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        var profile = result.Value!;
        profile.Format.Should().Be(format);
        profile.Profiler.Should().Be(profiler);
        profile.Database.Should().Be(database);
        if (species > 0)
            profile.Features.Length.Should().Be(species);
    }

    [Theory]
    [InlineData("metaphlan-merged/merged_abundance_table_v30.txt", TaxonomicFormat.MetaPhlAnMerged, 6)]
    [InlineData("classic-otu-table/ag24-genus.tsv", TaxonomicFormat.FeatureTable, 24)]
    [InlineData("biom1-json/Aggregated_humanization2.biom", TaxonomicFormat.BiomJson, 27)]
    [InlineData("biom1-json/feature-table_v100.biom", TaxonomicFormat.BiomJson, 9)]
    [InlineData("biom1-json/min_sparse_otu_table.biom", TaxonomicFormat.BiomJson, 6)]
    [InlineData("biom1-json/rich_sparse_otu_table.biom", TaxonomicFormat.BiomJson, 6)]
    [InlineData("mothur/mothur_example.shared", TaxonomicFormat.MothurShared, 100)]
    public void Tables_read_whole_and_sample_by_sample(string file, TaxonomicFormat format, int samples)
    {
        var table = SampleFiles.Table(file);
        table.Format.Should().Be(format);
        table.Samples.Should().HaveCount(samples);
        foreach (string sample in table.Samples)
        {
            var alone = SampleFiles.Profile(file, sample);
            alone.Sample.Should().Be(sample);
            alone.Features.Select(f => f.Value).Should().Equal(table.Find(sample)!.Features.Select(f => f.Value));
        }

        var none = SampleFiles.Read(file);
        none.Success.Should().BeFalse();
        none.Diagnostics.Should().ContainSingle().Which.Code.Should().Be("GS3018");
        none.Diagnostics[0].Hint.Should().Contain(table.Samples[0]);
    }

    [Theory]
    [InlineData("qiime2-taxonomy/2-column.tsv", 2)]
    [InlineData("qiime2-taxonomy/3-column.tsv", 2)]
    [InlineData("qiime2-taxonomy/valid-but-messy.tsv", 2)]
    [InlineData("mothur/mothur_example.cons.taxonomy", 100)]
    [InlineData("classic-otu-table/ag24-genus-taxonomy.tsv", 231)]
    public void Taxonomies_read(string file, int features) => SampleFiles.Taxonomy(file).Count.Should().Be(features);

    [Theory]
    [InlineData("metaphlan3/mpa_invalid_abundance_sum.tsv", "GS3014", 11)]
    [InlineData("kraken2/report-missing-column.txt", "GS3008", 1)]
    [InlineData("qiime2-taxonomy/duplicate-ids.tsv", "GS3015", 4)]
    [InlineData("qiime2-taxonomy/2-column.tsv", "GS3030", 1)]
    public void Broken_files_say_what_and_where(string file, string code, int line)
    {
        var result = SampleFiles.Read(file);
        result.Success.Should().BeFalse();
        result.Value.Should().BeNull();
        result.Diagnostics.Should().Contain(d => d.Code == code && d.Line == line && d.File == Path.GetFileName(file));
    }

    [Fact]
    public void The_taxonomy_column_and_the_taxonomy_file_agree()
    {
        const string file = "classic-otu-table/ag24-genus.tsv";
        string bare = string.Join('\n', SampleFiles.Text(file).Split('\n').Select(l => l.Contains('\t') ? l[..l.LastIndexOf('\t')] : l));
        var options = new TaxonomicReadOptions { Taxonomy = SampleFiles.Taxonomy("classic-otu-table/ag24-genus-taxonomy.tsv"), Sample = "S07" };
        var beside = TaxonomicProfileReader.Read(new StringReader(bare), options).GetValueOrThrow();
        var inside = SampleFiles.Profile(file, "S07");
        beside.Clades.Select(c => (c.Taxon!.Path, c.Value)).Should().Equal(inside.Clades.Select(c => (c.Taxon!.Path, c.Value)));
    }

    [Fact]
    public void Mothur_takes_its_taxonomy_from_the_second_file()
    {
        var taxonomy = SampleFiles.Taxonomy("mothur/mothur_example.cons.taxonomy");
        var profile = SampleFiles.Read("mothur/mothur_example.shared", "Sample3", taxonomy).GetValueOrThrow();
        profile.ShareOf(KnownTaxa.Bacteroidetes).Should().BeGreaterThan(0.1);
        profile.Clades.Should().NotContain(c => c.Taxon!.Name.Contains("unclassified") || c.Taxon.Name.Contains('('));
    }
}
