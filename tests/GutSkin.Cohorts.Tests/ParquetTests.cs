using Parquet;

namespace GutSkin.Cohorts.Tests;

/// <summary>Parquet in and out: types, row groups, damage, what is written.</summary>
public class ParquetTests
{
    [Fact]
    public void Columns_of_all_kinds_are_read()
    {
        byte[] file = ParquetFiles.Write(
            2,
            ParquetFiles.Column<long>("id", [1, 2, 3]),
            ParquetFiles.Decimals("diet.fiber", 12.5m, null, 7m),
            ParquetFiles.Column<float>("diet.milk", [0.1f, null, 2f]),
            ParquetFiles.Column<bool>("person.pregnant", [true, false, null]),
            ParquetFiles.Text("person.sex", ["female", "NA", "Male"]),
            ParquetFiles.Full("lab.vitamin-d[ng/mL]", 20, double.NaN, 20));
        var read = Cohort.Read(file, name: "x.parquet");
        read.Failures.Should().BeEmpty();
        read.People.Select(p => (p.Id, p.Row)).Should().Equal(("1", 1), ("2", 2), ("3", 3));
        (read.Number("1", "diet.fiber"), read.Number("2", "diet.fiber"), read.Number("3", "diet.fiber")).Should().Be((12.5, null, 7));
        read.Number("1", "diet.milk").Should().Be(0.1, "what single precision means, not the double next to it");
        (read.Answer("1", "person.pregnant"), read.Answer("2", "person.pregnant"), read.Answer("3", "person.pregnant")).Should().Be(("true", "false", null));
        (read.Answer("1", "person.sex"), read.Answer("2", "person.sex"), read.Answer("3", "person.sex")).Should().Be(("female", null, "male"));
        (read.Number("1", "lab.vitamin-d"), read.Number("2", "lab.vitamin-d")).Should().Be((50, null));
    }

    [Fact]
    public void Rows_that_fail_are_told_by_number_over_all_row_groups()
    {
        byte[] file = ParquetFiles.Write(2, ParquetFiles.Text("id", ["a", "b", "c", "d", "e"]), ParquetFiles.Column<double>("diet.fiber", [1, -4711, 2, -4711, 3]), ParquetFiles.Text("person.pregnant", ["yes", "no", "maybe", "1.0", ""]));
        var read = Cohort.Read(file, name: "x.parquet");
        read.People.Select(p => (p.Id, p.Row)).Should().Equal(("a", 1), ("e", 5));
        read.Failures.Select(f => (f.Row, f.Line, f.Faults.Length)).Should().Equal((2, null, 1), (3, null, 1), (4, null, 1));
        read.Number("e", "diet.fiber").Should().Be(3, "what fails leaves no gap");
    }

    [Fact]
    public void A_damaged_file_is_one_sentence_at_every_cut()
    {
        byte[] file = ParquetFiles.Of(SampleTable.Of(20));
        for (int length = 0; length < file.Length; length += Math.Max(1, file.Length / 97))
        {
            var opened = CohortReader.Open(new MemoryStream(file[..length]), "x.parquet");
            opened.Success.Should().BeFalse();
            opened.Diagnostics.Should().ContainSingle().Which.Code.Should().BeOneOf("GS4014", "GS4004", "GS4003");
        }
    }

    [Fact]
    public void Columns_of_days_are_refused_only_where_they_are_read()
    {
        var days = ParquetFiles.Column<DateTime>("diet.milk", [DateTime.UnixEpoch]);
        var fiber = ParquetFiles.Column<double>("diet.fiber", [1]);
        var opened = CohortReader.Open(new MemoryStream(ParquetFiles.Write(10, fiber, days)), "x.parquet");
        opened.Diagnostics.Should().ContainSingle().Which.Code.Should().Be("GS4015");
        var other = ParquetFiles.Column<DateTime>("visited", [DateTime.UnixEpoch]);
        Cohort.Read(ParquetFiles.Write(10, fiber, other), new CohortReadOptions { IgnoreUnknown = true }, "x.parquet").People.Should().HaveCount(1);
    }

    [Fact]
    public async Task Scores_are_written_with_the_hash_of_the_rule_set()
    {
        using var reader = CohortReader.Open(new MemoryStream(ParquetFiles.Of(SampleTable.Of(250))), "x.parquet").GetValueOrThrow();
        var stream = new MemoryStream();
        using (var writer = CohortWriter.Create(stream, CohortFormat.Parquet, reader.RuleSet, reader.HasIds, new CohortWriteOptions { Measures = (CohortMeasures)511 }))
            new CohortRun(reader, new CohortScorer(measures: (CohortMeasures)511), writer).Run();
        await using var written = await ParquetReader.CreateAsync(new MemoryStream(stream.ToArray()));
        written.CustomMetadata["gutskin.ruleSet.sha256"].Should().Be(reader.RuleSet.Sha256);
        written.Schema.DataFields.Select(f => f.Name).Should().StartWith(["id", "triage", "triage.complete", "acne-vulgaris.score", "acne-vulgaris.low"]);
        using var group = written.OpenRowGroupReader(0);
        group.RowCount.Should().Be(250);
        var scores = new double[250];
        await group.ReadAsync(written.Schema.FindDataField("acne-vulgaris.score"), scores.AsMemory());
        scores.Should().Equal(Cohort.Read(SampleTable.Of(250)).People.Select(p => p.Scores["acne-vulgaris"].Score));
    }

    [Fact]
    public void A_part_has_row_groups_of_its_own()
    {
        byte[] file = ParquetFiles.Of(SampleTable.Of(250), groupRows: 50);
        var parts = Enumerable.Range(1, 3).Select(i => Cohort.Read(file, new CohortReadOptions { Shard = new CohortShard(i, 3) }, "x.parquet").People.Select(p => p.Row).ToList()).ToList();
        parts.Select(p => p[0]).Should().Equal(1, 51, 101);
        parts.SelectMany(p => p).Order().Should().Equal(Enumerable.Range(1, 250).Select(i => (long)i));
    }

    [Theory]
    [InlineData(CohortFormat.Csv)]
    [InlineData(CohortFormat.Parquet)]
    public void A_file_that_was_saved_at_any_block_goes_on_to_the_same_bytes(CohortFormat format)
    {
        string table = SampleTable.Of(230);
        byte[] straight = Written(table, format, [], out string summary);
        byte[] saved = Written(table, format, [0, 1, 3, 4, 9, 22], out string again);
        saved.Should().Equal(straight);
        again.Should().Be(summary);
    }

    [Fact]
    public void Parts_are_joined_to_the_bytes_of_a_run_in_one_piece()
    {
        byte[] file = ParquetFiles.Of(SampleTable.Of(230), groupRows: 10);
        byte[] Part(CohortShard shard, int rowGroup)
        {
            using var reader = CohortReader.Open(new MemoryStream(file), "x.parquet", new CohortReadOptions { Shard = shard }).GetValueOrThrow();
            using var stream = new MemoryStream();
            using var writer = CohortWriter.Create(stream, CohortFormat.Parquet, reader.RuleSet, options: new CohortWriteOptions { Measures = (CohortMeasures)511, RowGroupRows = rowGroup });
            new CohortRun(reader, new CohortScorer(measures: (CohortMeasures)511), writer).Run();
            return stream.ToArray();
        }

        byte[][] parts = [.. Enumerable.Range(1, 3).Select(i => Part(new CohortShard(i, 3), 7 * i))];
        var order = Enumerable.Range(0, 23).Select(block => (block % 3, 10L));
        using var whole = new MemoryStream();
        ParquetParts.Join([.. parts.Select(p => new MemoryStream(p))], order, whole);
        whole.ToArray().Should().Equal(Part(CohortShard.All, 131_072));

        Refused([.. parts.Select(p => new MemoryStream(p))], order.Append((2, 1L)), "GS4014");
        Refused([new MemoryStream(parts[0]), new MemoryStream(file), new MemoryStream(parts[2])], order, "GS4013");
        Refused([new MemoryStream(parts[0][..^9])], order, "GS4014");

        static void Refused(Stream[] parts, IEnumerable<(int, long)> order, string code) => FluentActions.Invoking(() => ParquetParts.Join(parts, order, Stream.Null))
            .Should().Throw<InvalidInputException>().Which.Diagnostics.Should().ContainSingle().Which.Code.Should().Be(code);
    }

    /// <summary>Scores in blocks of ten and row groups of 64; after the blocks named it is saved, and gone on with by another writer after something was written over its end.</summary>
    private static byte[] Written(string table, CohortFormat format, int[] saves, out string summaryText)
    {
        using var reader = CohortReader.Open(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(table)), "x.csv", new CohortReadOptions { BlockRows = 10, GroupBy = "person.sex" }).GetValueOrThrow();
        var options = new CohortWriteOptions { Measures = (CohortMeasures)511, RowGroupRows = 64 };
        using var stream = new MemoryStream();
        var scorer = new CohortScorer(measures: options.Measures);
        var writer = CohortWriter.Create(stream, format, reader.RuleSet, reader.HasIds, options);
        var summary = new CohortSummary(reader.RuleSet, isGrouped: true);
        foreach (var block in reader.ToBlockingEnumerable())
        {
            using (block)
            {
                var scores = scorer.Score(block);
                writer.Write(block, scores);
                summary.Add(block, scores);
            }

            if (!saves.Contains((int)block.Block))
                continue;
            using var state = new MemoryStream();
            writer.Save(state);
            summary.Save(state);
            if (format == CohortFormat.Parquet)
            {
                writer.Complete();
                writer.Dispose();
            }

            state.Position = 0;
            writer = CohortWriter.Create(stream, format, reader.RuleSet, reader.HasIds, options);
            writer.GoOn(state);
            summary = new CohortSummary(reader.RuleSet, isGrouped: true);
            summary.GoOn(state);
            state.Position.Should().Be(state.Length);
        }

        writer.Complete();
        writer.Dispose();
        summaryText = summary.ToString();
        return stream.ToArray();
    }

    [Theory]
    [InlineData(0xFE, "at most 16,777,216 are read at a time")]
    [InlineData(0xFF, "no whole Parquet file")]
    public void A_row_group_of_more_rows_than_memory_should_hold_is_refused_before_any_is_kept_for_it(byte first, string message)
    {
        const int Rows = 1_100_000;
        byte[] bytes = ParquetFiles.Write(Rows, ParquetFiles.Full("diet.milk", new double[Rows]));
        // The number of rows as the format writes it, wherever it stands, becomes 2^27 - 1, or a number below 0.
        byte[] written = [.. Enumerable.Range(0, 4).Select(i => (byte)(((2 * Rows) >> (7 * i) & 0x7F) | (i < 3 ? 0x80 : 0)))];
        int replaced = 0;
        for (int at = bytes.Length - 8 - BitConverter.ToInt32(bytes, bytes.Length - 8); at < bytes.Length - 8; at++)
        {
            if (!bytes.AsSpan(at, 4).SequenceEqual(written))
                continue;
            ((byte[])[first, 0xFF, 0xFF, 0x7F]).CopyTo(bytes, at);
            replaced++;
        }

        replaced.Should().BePositive();
        var opened = CohortReader.Open(new MemoryStream(bytes), "people.parquet");
        opened.Success.Should().BeFalse();
        opened.Diagnostics.Should().ContainSingle().Which.Message.Should().Contain(message);
    }
}
