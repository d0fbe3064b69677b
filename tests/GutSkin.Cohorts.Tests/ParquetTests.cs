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
}
