using PureHDF;

namespace GutSkin.Microbiome.Tests;

/// <summary>BIOM 2 (HDF5): the same tables as in BIOM 1, in every form that programs write, and nothing of a damaged file.</summary>
public class Biom2Tests
{
    private static readonly string[] Lineages =
    [
        "k__Bacteria; p__Firmicutes; c__Clostridia; o__Clostridiales; f__Ruminococcaceae; g__Faecalibacterium",
        "k__Bacteria; p__Bacteroidetes; c__Bacteroidia; o__Bacteroidales; f__Bacteroidaceae; g__Bacteroides",
        "k__Bacteria; p__Proteobacteria; c__Gammaproteobacteria; o__Enterobacteriales; f__Enterobacteriaceae; g__Escherichia",
    ];

    private static readonly string[] RankNames = ["Kingdom", "Phylum", "Class", "Order", "Family", "Genus"];

    [Theory]
    [InlineData("rich_sparse_otu_table")]
    [InlineData("min_sparse_otu_table")]
    public void The_examples_of_the_specification_agree_with_their_BIOM_1_neighbors(string name)
    {
        var one = SampleFiles.Table($"biom1-json/{name}.biom");
        var two = SampleFiles.Table($"biom2-hdf5/{name}_hdf5.biom");
        two.Format.Should().Be(TaxonomicFormat.BiomHdf5);
        two.Samples.Should().Equal(one.Samples);
        foreach (string sample in one.Samples)
        {
            var expected = one.Find(sample)!;
            foreach (var profile in new[] { two.Find(sample)!, SampleFiles.Profile($"biom2-hdf5/{name}_hdf5.biom", sample) })
            {
                profile.Features.Select(f => (f.Feature, f.Value, f.Taxon?.Path)).Should().Equal(expected.Features.Select(f => (f.Feature, f.Value, f.Taxon?.Path)));
                profile.Clades.Select(c => c.Taxon!.Path).Should().BeEquivalentTo(expected.Clades.Select(c => c.Taxon!.Path));
                profile.Unit.Should().Be(AbundanceUnit.Reads);
            }
        }
    }

    internal static readonly string[] AllForms = ["a list", "one text", "JSON text", "ranks", "taxonomy1", "by rows", "whole numbers", "floats", "64-bit indices", "2.0"];

    public static TheoryData<string> Forms => [.. AllForms];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_of_taxonomy_and_numbers_is_read(string form)
    {
        using var stream = new MemoryStream(Table(form));
        var profile = TaxonomicProfileReader.Read(stream, new TaxonomicReadOptions { Sample = "S 1" }).GetValueOrThrow();
        profile.ShareOf(KnownTaxa.Faecalibacterium).Should().Be(0.6, form);
        FirmicutesBacteroidetesRatio.Of(profile)!.Ratio.Should().Be(2);
        profile.Reads.Should().Be(1000);
        stream.Position = 0;
        TaxonomicProfileReader.DetectFormat(stream).Should().Be(TaxonomicFormat.BiomHdf5);
        stream.Position.Should().Be(0);
        var table = TaxonomicProfileReader.ReadTable(stream).GetValueOrThrow();
        table.Find("S 2")!.Features.Should().ContainSingle().Which.Value.Should().Be(7);
    }

    [Fact]
    public void It_is_read_from_gzip_from_a_pipe_and_from_the_middle_of_a_stream()
    {
        byte[] file = Table("a list");
        var options = new TaxonomicReadOptions { Sample = "S 1" };
        foreach (var stream in new Stream[] { new MemoryStream(OtherFormatsTests.Pack(file)), new OtherFormatsTests.Pipe(file), new OtherFormatsTests.Pipe(OtherFormatsTests.Pack(file)), new MemoryStream([.. new byte[7], .. file]) { Position = 7 } })
        {
            TaxonomicProfileReader.Read(stream, options).GetValueOrThrow().ShareOf(KnownTaxa.Faecalibacterium).Should().Be(0.6);
            stream.CanRead.Should().BeTrue("the reader closes nothing");
        }
    }

    [Fact]
    public void The_taxonomy_may_be_a_file_of_its_own()
    {
        var taxonomy = FeatureTaxonomy.Read(new StringReader("Feature ID\tTaxon\n" + string.Concat(Lineages.Select((l, i) => $"f{i}\t{l}\n")))).GetValueOrThrow();
        var profile = TaxonomicProfileReader.Read(new MemoryStream(Table("none")), new TaxonomicReadOptions { Sample = "S 1", Taxonomy = taxonomy }).GetValueOrThrow();
        profile.ShareOf(KnownTaxa.Faecalibacterium).Should().Be(0.6);
        TaxonomicProfileReader.Read(new MemoryStream(Table("none")), new TaxonomicReadOptions { Sample = "S 1" }).GetValueOrThrow().ShareOf(KnownTaxa.Faecalibacterium).Should().BeNull();
    }

    [Theory]
    [InlineData("a row twice", "GS3015")]
    [InlineData("a cell twice", "GS3017")]
    [InlineData("a sample twice", "GS3016")]
    [InlineData("a negative number", "GS3011")]
    [InlineData("not a number", "GS3010")]
    [InlineData("an index too far", "GS3026")]
    [InlineData("lines out of order", "GS3002")]
    [InlineData("data too short", "GS3002")]
    [InlineData("no matrix", "GS3002")]
    [InlineData("empty", "GS3032")]
    public void What_is_wrong_in_it_is_said(string what, string code)
    {
        var result = TaxonomicProfileReader.ReadTable(new MemoryStream(Table(what)));
        result.Success.Should().BeFalse(what);
        result.Diagnostics.Should().Contain(d => d.Code == code, what + ": " + string.Join(" / ", result.Diagnostics));
    }

    [Fact]
    public void A_file_cut_off_anywhere_gives_no_profile()
    {
        byte[] file = Table("a list");
        for (int length = 9; length < file.Length - 200; length += 97)
            TaxonomicProfileReader.ReadTable(new MemoryStream(file[..length])).Success.Should().BeFalse("cut at {0}", length);
    }

    [Theory]
    [InlineData("min_sparse_otu_table_hdf5.biom")]
    [InlineData("rich_sparse_otu_table_hdf5.biom")]
    public void A_link_that_leads_to_itself_is_a_fault_and_no_end_of_the_process(string name)
    {
        byte[] whole = File.ReadAllBytes(Path.Combine(SampleFiles.PathOf("biom2-hdf5"), name));
        int links = 0;
        for (int at = 0; at + 48 < whole.Length; at++)
        {
            // A node of a symbol table: its entries have 40 bytes each, a name, an address, and 2 for a link to what the third part names.
            if (!whole.AsSpan(at, 4).SequenceEqual("SNOD"u8))
                continue;
            for (int entry = at + 8; entry < Math.Min(whole.Length - 40, at + 8 + (40 * BitConverter.ToUInt16(whole, at + 6))); entry += 40, links++)
            {
                byte[] bytes = [.. whole];
                bytes.AsSpan(entry, 4).CopyTo(bytes.AsSpan(entry + 24));
                bytes[entry + 16] = 2;
                var table = TaxonomicProfileReader.ReadTable(new MemoryStream(bytes));
                table.Success.Should().Be(table.Diagnostics.All(d => d.Severity != DiagnosticSeverity.Error));
            }
        }

        links.Should().BePositive();
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_link_by_name_or_to_another_file_is_a_fault(string form)
    {
        byte[] whole = Table(form);
        int links = 0;
        for (int at = 0; at + 3 < whole.Length; at++)
        {
            // A link as newer programs write it: 1, flags with 8, and its kind, which is 0 for what the group holds.
            if (whole[at] != 1 || (whole[at + 1] & 0xE8) != 8 || whole[at + 2] != 0)
                continue;
            int name = at + 3 + ((whole[at + 1] & 4) != 0 ? 8 : 0) + ((whole[at + 1] & 16) != 0 ? 1 : 0) + (1 << (whole[at + 1] & 3));
            int length = whole[name - (1 << (whole[at + 1] & 3))];
            foreach (var (kind, damage) in from k in (byte[])[1, 64, 65, 200] from d in (byte[])[0, 0x20, 0x40, 0x80] select (k, d))
            {
                byte[] bytes = [.. whole];
                bytes[at + 1] |= damage;
                bytes[at + 2] = kind;
                Read(bytes);
                // By its own name, where that fits into the place of an address: its length and six letters.
                if (length > 6 || name + length + 8 > bytes.Length)
                    continue;
                links++;
                BitConverter.TryWriteBytes(bytes.AsSpan(name + length), (ushort)length);
                whole.AsSpan(name, length).CopyTo(bytes.AsSpan(name + length + 2));
                Read(bytes);
            }
        }

        // A link without its kind: 1, flags, the letters' kind, and the length of its name. Its flags alone make it one by a name that is empty, to
        // a name that is empty: itself. Flags that mean nothing may be set besides.
        for (int at = 0; at + 8 < whole.Length; at++)
        {
            if (!whole.AsSpan(at, 3).SequenceEqual((byte[])[1, 0x12, 1]))
                continue;
            foreach (byte flags in (byte[])[0x18, 0x38, 0x58, 0x98])
            {
                byte[] bytes = [.. whole];
                bytes[at + 1] = flags;
                Read(bytes);
                links++;
            }
        }

        static void Read(byte[] bytes)
        {
            TaxonomicProfileReader.Read(new MemoryStream(bytes), new TaxonomicReadOptions { Sample = "S 1" }).Should().NotBeNull();
            var table = TaxonomicProfileReader.ReadTable(new MemoryStream(bytes));
            table.Success.Should().Be(table.Diagnostics.All(d => d.Severity != DiagnosticSeverity.Error));
        }

        links.Should().BePositive();
    }

    [Fact]
    public void What_the_stream_throws_comes_through()
    {
        using var stream = new Breaking(Table("a list"));
        stream.Invoking(s => TaxonomicProfileReader.Read(s)).Should().Throw<IOException>().WithMessage("the disk is gone");
    }

    /// <summary>Three rows and two samples: 600, 300 and 100 reads; nothing, 7 and nothing.</summary>
    internal static byte[] Table(string form)
    {
        string[] rows = form == "a row twice" ? ["f0", "f0", "f2"] : ["f0", "f1", "f2"];
        string[] samples = form == "a sample twice" ? ["S 1", "S 1"] : ["S 1", "S 2"];
        double[] data = form switch
        {
            "a negative number" => [600, -300, 100, 7],
            "not a number" => [600, double.NaN, 100, 7],
            _ => [600, 300, 100, 7],
        };
        int[] indices = form switch
        {
            "a cell twice" => [0, 0, 2, 1],
            "an index too far" => [0, 1, 9, 1],
            _ => [0, 1, 2, 1],
        };
        int[] starts = form == "lines out of order" ? [0, 5, 4] : [0, 3, 4];
        var matrix = new H5Group
        {
            ["data"] = form == "whole numbers" ? new[] { 600, 300, 100, 7 } : form == "floats" ? data.Select(d => (float)d).ToArray() : form == "data too short" ? data[..3] : data,
            ["indices"] = form == "64-bit indices" ? indices.Select(i => (long)i).ToArray() : indices,
            ["indptr"] = form == "64-bit indices" ? starts.Select(i => (long)i).ToArray() : starts,
        };
        var observation = new H5Group { ["ids"] = form == "empty" ? Array.Empty<string>() : rows };
        if (form is not ("none" or "2.0"))
            observation["metadata"] = Metadata(form);
        if (form == "2.0")
            observation["metadata"] = new[] { "[" + string.Join(',', Lineages.Select(l => $"{{\"taxonomy\":[{string.Join(',', l.Split("; ").Select(p => $"\"{p}\""))}]}}")) + "]" };
        var sample = new H5Group { ["ids"] = form == "empty" ? Array.Empty<string>() : samples };
        if (form == "by rows")
            observation["matrix"] = new H5Group { ["data"] = new double[] { 600, 300, 7, 100 }, ["indices"] = new[] { 0, 0, 1, 0 }, ["indptr"] = new[] { 0, 1, 3, 4 } };
        else if (form != "no matrix")
            sample["matrix"] = matrix;
        var file = new H5File { ["observation"] = observation, ["sample"] = sample };
        using var stream = new MemoryStream();
        file.Write(stream);
        return stream.ToArray();
    }

    private static H5Group Metadata(string form)
    {
        string[][] pieces = [.. Lineages.Select(l => l.Split("; "))];
        switch (form)
        {
            case "one text":
                return new H5Group { ["taxonomy"] = Lineages };
            case "JSON text":
                return new H5Group { ["taxonomy"] = pieces.Select(p => $"[{string.Join(", ", p.Select(x => $"\"{x}\""))}]").ToArray() };
            case "ranks" or "taxonomy1":
                var group = new H5Group();
                for (int i = 0; i < RankNames.Length; i++)
                    group[form == "ranks" ? RankNames[i] : $"taxonomy{i + 1}"] = pieces.Select(p => form == "ranks" ? p[i][3..] : p[i]).ToArray();
                return group;
            default:
                var table = new string[3, 6];
                for (int row = 0; row < 3; row++)
                {
                    for (int rank = 0; rank < 6; rank++)
                        table[row, rank] = pieces[row][rank];
                }

                return new H5Group { ["taxonomy"] = table };
        }
    }

    private sealed class Breaking(byte[] bytes) : MemoryStream(bytes)
    {
        private int reads;

        // The base class reads a span by way of this.
        public override int Read(byte[] buffer, int offset, int count) =>
            ++reads > 3 ? throw new IOException("the disk is gone") : base.Read(buffer, offset, count);
    }
}
