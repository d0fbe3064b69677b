namespace GutSkin.Microbiome.Tests;

/// <summary>Names are brought to one form in one place, whatever a database, a profiler or a person put around them.</summary>
public class NamesTests
{
    [Theory]
    [InlineData("g__Bifidobacterium_388775", TaxonRank.Genus, "bifidobacterium")]
    [InlineData("Bacteroides_H", TaxonRank.Genus, "bacteroides")]
    [InlineData("Bacteroides_H_857956", TaxonRank.Genus, "bacteroides")]
    [InlineData("Firmicutes_A", TaxonRank.Phylum, "firmicutes")]
    [InlineData("Bacillota_A_368345", TaxonRank.Phylum, "bacillota")]
    [InlineData("Clostridia_258483", TaxonRank.Class, "clostridia")]
    [InlineData("Enterobacterales_737866", TaxonRank.Order, "enterobacterales")]
    [InlineData("Enterobacteriaceae_A", TaxonRank.Family, "enterobacteriaceae")]
    [InlineData("Prevotella_9", TaxonRank.Genus, "prevotella")]
    [InlineData("Ruminococcus 1", TaxonRank.Genus, "ruminococcus")]
    [InlineData("Clostridium_sensu_stricto_1", TaxonRank.Genus, "clostridium")]
    [InlineData("[Ruminococcus]", TaxonRank.Genus, "ruminococcus")]
    [InlineData("Candidatus_Saccharimonas", TaxonRank.Genus, "saccharimonas")]
    [InlineData("\"Bacteroidetes\"", TaxonRank.Phylum, "bacteroidetes")]
    [InlineData("FAECALIBACTERIUM", TaxonRank.Genus, "faecalibacterium")]
    [InlineData("Faecalibacterium prausnitzii_C_71351", TaxonRank.Species, "faecalibacterium prausnitzii")]
    [InlineData("Bacteroides_H uniformis", TaxonRank.Species, "bacteroides uniformis")]
    [InlineData("Bacteroides_H_uniformis", TaxonRank.Species, "bacteroides uniformis")]
    [InlineData("s__Faecalibacterium_prausnitzii", TaxonRank.Species, "faecalibacterium prausnitzii")]
    [InlineData("Faecalibacterium prausnitzii [ref_mOTU_v3_06110]", TaxonRank.Species, "faecalibacterium prausnitzii")]
    [InlineData("Clostridium_sp_1234", TaxonRank.Species, "clostridium sp 1234")]
    [InlineData("Lachnospiraceae bacterium 3_1_57FAA_CT1", TaxonRank.Species, "lachnospiraceae bacterium 3 1 57faa ct1")]
    [InlineData("Hepatitis_B_virus", TaxonRank.Species, "hepatitis b virus")]
    [InlineData("UBA1819", TaxonRank.Genus, "uba1819")]
    [InlineData("GGB9342_SGB14306", TaxonRank.Species, "ggb9342 sgb14306")]
    public void A_name_has_one_comparable_form(string written, TaxonRank rank, string key) => TaxonNames.Key(written, rank).Should().Be(key);

    [Theory]
    [InlineData("")]
    [InlineData("__")]
    [InlineData("g__")]
    [InlineData("s__?")]
    [InlineData("NA")]
    [InlineData("Other")]
    [InlineData("Unassigned")]
    [InlineData("unclassified_Lachnospiraceae")]
    [InlineData("Lachnospiraceae_unclassified")]
    [InlineData("uncultured bacterium")]
    [InlineData("uncultured_organism")]
    [InlineData("human gut metagenome")]
    [InlineData("Ambiguous_taxa")]
    [InlineData("No blast hit")]
    [InlineData("Incertae_Sedis")]
    public void Placeholders_are_no_names(string name) => TaxonNames.IsPlaceholder(name).Should().BeTrue();

    [Theory]
    [InlineData("Blautia")]
    [InlineData("UCG-002")]
    [InlineData("Notoacmeibacter")]
    [InlineData("Otherella")]
    public void Names_are_no_placeholders(string name) => TaxonNames.IsPlaceholder(name).Should().BeFalse();

    [Theory]
    [InlineData("Faecalibacterium_prausnitzii", "Faecalibacterium")]
    [InlineData("s__Faecalibacterium prausnitzii", "Faecalibacterium")]
    [InlineData("faecalibacterium prausnitzii", "faecalibacterium")]
    [InlineData("uncultured Faecalibacterium sp.", "Faecalibacterium")]
    [InlineData("unclassified Bifidobacterium longum", "Bifidobacterium")]
    [InlineData("Candidatus Faecalibacterium gallistercoris", "Faecalibacterium")]
    [InlineData("Bacteroides_H uniformis", "Bacteroides")]
    [InlineData("[Ruminococcus] gnavus", "Mediterraneibacter")]
    [InlineData("Faecalibacterium.prausnitzii", "Faecalibacterium")]
    [InlineData("Akkermansia muciniphila [ref_mOTU_v3_03591]", "Akkermansia")]
    [InlineData("Faecalibacterium species incertae sedis [meta_mOTU_v3_12345]", "Faecalibacterium")]
    public void A_species_alone_tells_its_genus(string name, string genus)
    {
        var lone = LoneName.Read(name, TaxonRank.None);
        lone.Kind.Should().Be(LoneNameKind.Taxon);
        lone.Genus.Should().Be(genus);
    }

    [Theory]
    [InlineData("Faecalibacterium phage FP_Mushu", "Virus")]
    [InlineData("Lactobacillus virus LP65", "Virus")]
    [InlineData("Bifidobacterium prophage", "Virus")]
    [InlineData("Streptococcus_phage_YMC-2011", "Virus")]
    [InlineData("Lachnospiraceae bacterium 3_1", "Unnamed")]
    [InlineData("Clostridiales bacterium", "Unnamed")]
    [InlineData("Firmicutes bacterium CAG:110", "Unnamed")]
    [InlineData("GGB9342_SGB14306", "Unnamed")]
    [InlineData("[Clostridium] unheardofense", "Taxon")]
    [InlineData("unassigned", "Placeholder")]
    [InlineData("uncultured bacterium", "Placeholder")]
    [InlineData("unclassified Lachnospiraceae", "Placeholder")]
    [InlineData("B. longum", "Unclear")]
    [InlineData("Bif_longum", "Unclear")]
    [InlineData("B.longum", "Unclear")]
    [InlineData("Lactos gut", "Taxon")]
    public void What_a_name_merely_begins_with_is_not_counted(string name, string kind)
    {
        var lone = LoneName.Read(name, TaxonRank.Species);
        lone.Kind.ToString().Should().Be(kind);
        if (kind != "Taxon" || name[0] == '[')
            lone.Genus.Should().BeNull();
    }

    [Theory]
    [InlineData("k__Bacteria; p__Firmicutes; g__Faecalibacterium; s__prausnitzii", "k__Bacteria|p__Firmicutes|g__Faecalibacterium|s__prausnitzii")]
    [InlineData("Bacteria;Firmicutes;Clostridia", "d__Bacteria|p__Firmicutes|c__Clostridia")]
    [InlineData("Root;Bacteria;Firmicutes;Clostridia", "d__Bacteria|p__Firmicutes|c__Clostridia")]
    [InlineData("Firmicutes;Clostridia;Clostridiales", "p__Firmicutes|c__Clostridia|o__Clostridiales")]
    [InlineData("Bacteria(100);\"Firmicutes\"(98);unclassified(98);", "d__Bacteria|p__Firmicutes")]
    [InlineData("d:Bacteria,p:Firmicutes,g:Blautia", "d__Bacteria|p__Firmicutes|g__Blautia")]
    [InlineData("d__Bacteria|x__Terrabacteria_group|p__Bacillota", "d__Bacteria|p__Bacillota")]
    [InlineData("D_0__Bacteria;D_1__Firmicutes;D_5__Blautia;D_6__uncultured bacterium", "d__Bacteria|p__Firmicutes|g__Blautia")]
    [InlineData("sk__Bacteria;k__;p__Bacillota", "d__Bacteria|p__Bacillota")]
    [InlineData("Unassigned;__;__", "")]
    [InlineData("k__Bacteria.p__Firmicutes.c__Clostridia..g__Faecalibacterium", "k__Bacteria|p__Firmicutes|c__Clostridia|g__Faecalibacterium")]
    [InlineData("Otu7;tax=d:Bacteria,p:Firmicutes,g:Blautia;", "d__Bacteria|p__Firmicutes|g__Blautia")]
    [InlineData("cellular organisms;Bacteria;Bacillati;Bacillota;Clostridia;Eubacteriales;Oscillospiraceae;Faecalibacterium;Faecalibacterium prausnitzii", "d__Bacteria|p__Bacillota|o__Eubacteriales|f__Oscillospiraceae|g__Faecalibacterium|s__Faecalibacterium prausnitzii")]
    public void Lineages_are_read_however_they_are_written(string lineage, string path) => LineageText.ToPath(lineage).Should().Be(path);

    [Fact]
    public void A_lineage_of_unknown_ranks_is_not_guessed()
    {
        var read = LineageText.Read("Somewhere;Clostridia;Blautia");
        read.Understood.Should().BeFalse();
        read.Path.Should().BeEmpty();
    }

    [Fact]
    public void An_epithet_is_joined_to_its_genus()
    {
        var profile = SampleFiles.ReadText("#OTU ID\tS\ttaxonomy\na\t3\tk__Bacteria;g__Faecalibacterium;s__prausnitzii\nb\t1\tk__Bacteria;g__Bacteroides_H;s__uniformis\n").GetValueOrThrow();
        profile.AtRank(TaxonRank.Species).Select(s => s.Taxon!.Name).Should().Equal("Faecalibacterium prausnitzii", "Bacteroides H uniformis");
        profile.ShareOf(new TaxonReference("Faecalibacterium prausnitzii", TaxonRank.Species)).Should().Be(0.75);
        profile.ShareOf(new TaxonReference("Bacteroides uniformis", TaxonRank.Species)).Should().Be(0.25);
    }
}
