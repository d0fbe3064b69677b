using System.Text;
using Parquet;
using Parquet.Schema;

namespace GutSkin.Cohorts.Tests;

/// <summary>How a reader is used: from a file, block by block, with cancellation and progress; and a fault far inside.</summary>
public sealed class ReaderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gutskin-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_file_is_opened_by_its_path_and_read_block_by_block_until_it_is_cancelled()
    {
        string path = Write("people.csv", "id,diet.fiber\n" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"p{i},{i % 100}\n")));
        using var reader = CohortReader.Open(path).GetValueOrThrow();
        reader.Length.Should().Be(new FileInfo(path).Length);
        using var stop = new CancellationTokenSource();
        var sizes = new List<int>();
        var read = async () =>
        {
            await foreach (var people in reader.WithCancellation(stop.Token))
            {
                using (people)
                    sizes.Add(people.Count);
                if (sizes.Count == 2)
                    await stop.CancelAsync();
            }
        };

        await read.Should().ThrowAsync<OperationCanceledException>();

        sizes.Should().Equal(4096, 4096);
        reader.Rows.Should().Be(8192);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    [InlineData("parquet")]
    public async Task Nothing_is_kept_of_a_cohort_that_was_read_in_part(string format)
    {
        byte[] file = format switch
        {
            "csv" => Encoding.UTF8.GetBytes("id,diet.fiber\na,1\nb,2\n"),
            "jsonl" => Encoding.UTF8.GetBytes("{\"id\":\"a\"}\n{\"id\":\"b\"}\n"),
            _ => ParquetFiles.Write(2, ParquetFiles.Text("id", ["a", "b", null]), ParquetFiles.Decimals("diet.fiber", 1, null, 2)),
        };
        var kept = new List<WeakReference>();
        for (int i = 0; i < 20; i++)
            await Task.Run(() => kept.Add(Read(file, format)));

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        kept.Count(k => k.IsAlive).Should().BeLessThan(5, "a service reads many, on threads that live on");

        static WeakReference Read(byte[] file, string format)
        {
            using var people = CohortReader.Open(new MemoryStream(file), "people." + format, new CohortReadOptions { BlockRows = 1 }).GetValueOrThrow();
            // Not to its end: a run that is stopped leaves blocks that wait to be filled again.
            using var block = people.ReadBlock()!;
            block.Prepare();
            return new WeakReference(block);
        }
    }

    [Fact]
    public void Progress_comes_block_by_block_and_ends_with_all_bytes()
    {
        string path = Write("people.csv", "id,diet.fiber\n" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"p{i},{i % 160}\n")));
        using var reader = CohortReader.Open(path).GetValueOrThrow();
        using var writer = CohortWriter.Create(Stream.Null, CohortFormat.JsonLines, reader.RuleSet);
        var told = new Told();

        new CohortRun(reader, new CohortScorer(), writer) { Progress = told }.Run();

        told.Of.Select(p => p.Block).Should().Equal(0, 1, 2);
        told.Of.Sum(p => p.Scored + p.Failures.Count).Should().Be(10_000);
        told.Of.Should().Contain(p => p.Failures.Count > 0);
        told.Of.Select(p => p.BytesRead).Should().BeInAscendingOrder();
        told.Of[^1].BytesRead.Should().Be(reader.Length);
    }

    [Fact]
    public void A_cell_that_is_lacking_in_row_500000_fails_that_row_alone()
    {
        var text = new StringBuilder("id,diet.fiber,diet.milk\n");
        for (int row = 1; row <= 500_002; row++)
            text.Append(row == 500_000 ? "p,1\n" : "p,1,1\n");
        using var reader = CohortReader.Open(Write("people.csv", text.ToString())).GetValueOrThrow();
        long people = 0;
        var failures = new List<CohortFailure>();
        foreach (var block in reader.ToBlockingEnumerable())
        {
            using (block)
            {
                people += block.Count;
                failures.AddRange(block.Failures);
            }
        }

        people.Should().Be(500_001);
        var failure = failures.Should().ContainSingle().Subject;
        (failure.Row, failure.Line, failure.Faults.Single().Code).Should().Be((500_000, 500_001, "GS4008"));
    }

    [Fact]
    public async Task Columns_in_a_dictionary_are_read()
    {
        string?[] texts = [.. Enumerable.Range(0, 1000).Select(i => i % 7 == 0 ? null : i % 2 == 0 ? "female" : "male")];
        var field = new DataField("person.sex", typeof(string), isNullable: true);
        using var file = new MemoryStream();
        var options = new ParquetOptions();
        options.ColumnEncodingHints[field.Path.ToString()] = EncodingHint.Dictionary;
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(field), file, options))
        {
            using var group = writer.CreateRowGroup();
            await group.WriteAsync(field, texts!);
        }

        await using (var written = await ParquetReader.CreateAsync(new MemoryStream(file.ToArray())))
            written.Metadata!.RowGroups[0].Columns[0].MetaData!.Encodings.Should().Contain(e => e == Parquet.Meta.Encoding.RLE_DICTIONARY || e == Parquet.Meta.Encoding.PLAIN_DICTIONARY, "otherwise this shows nothing");

        Cohort.Read(file.ToArray(), name: "x.parquet").People.Select(p => p.Profile.Observations.TryGetValue("person.sex", out var sex) ? sex.Value!.Value.AsChoice : null).Should().Equal(texts);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private sealed class Told : IProgress<CohortProgress>
    {
        public List<CohortProgress> Of { get; } = [];

        public void Report(CohortProgress value) => Of.Add(value with { Failures = [.. value.Failures] });
    }
}
