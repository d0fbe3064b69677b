using System.Globalization;
using System.Text;
using GutSkin.Core.RuleSets;

namespace GutSkin.Cohorts.Tests;

/// <summary>Every row of every form has the bits of an assessment of that person, whatever the threads, blocks and parts.</summary>
public class EqualityTests
{
    private static readonly string Table = SampleTable.Of(700);

    [Fact]
    public void Rows_of_a_table_equal_assessments_bit_for_bit()
    {
        var read = Cohort.Read(Table);
        read.People.Should().HaveCount(700);
        foreach (var person in read.People)
            Check(person);
    }

    [Fact]
    public void Rows_of_json_and_parquet_have_the_same_bits()
    {
        var people = Cohort.Read(Table).People;
        var json = Cohort.Read(string.Concat(people.Select(p => p.Profile.ToJson().ReplaceLineEndings(" ") + "\n")), name: "x.jsonl").People;
        var parquet = Cohort.Read(ParquetFiles.Of(Table), name: "x.parquet").People;
        foreach (var (one, two, three) in people.Zip(json, parquet))
        {
            two.Scores.Should().Equal(one.Scores, one.Id);
            three.Scores.Should().Equal(one.Scores, one.Id);
            three.Profile.Should().Be(one.Profile);
        }
    }

    [Fact]
    public void Measures_that_take_an_assessment_are_those_of_the_assessment()
    {
        using var reader = CohortReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(SampleTable.Of(40))), "x.csv").GetValueOrThrow();
        using var block = reader.ToBlockingEnumerable().Single();
        var all = new CohortScorer(measures: (CohortMeasures)511).Score(block);
        var plain = new CohortScorer().Score(block);
        for (int i = 0; i < block.Count; i++)
        {
            var assessment = ScoringService.Default.Assess(block.ProfileOf(i));
            foreach (var condition in assessment.Conditions.Where(c => c.Score is not null))
            {
                string c = condition.Id;
                (all.Scores(c)[i], all.Low(c)[i], all.High(c)[i]).Should().Be((plain.Scores(c)[i], plain.Low(c)[i], plain.High(c)[i]));
                (all.UncertaintyLow(c)[i], all.UncertaintyHigh(c)[i], all.Completeness(c)[i]).Should().Be((condition.Uncertainty!.Value.Low, condition.Uncertainty.Value.High, condition.Completeness!.Value));
                all.BandOf(all.Scores(c)[i]).Should().Be(condition.Band);
                all.IsSettled(all.Low(c)[i], all.High(c)[i]).Should().Be(condition.Settled!.Value);
                all.Contributions(c)[i].Should().Be(string.Join(' ', condition.Contributions.Where(x => x.Counted && x.LogOdds != 0).Take(3).Select(x => x.Rule)));
            }

            all.TriageComplete[i].Should().Be(assessment.Triage.Complete);
        }
    }

    [Theory]
    [InlineData(1, 4096)]
    [InlineData(2, 7)]
    [InlineData(3, 64)]
    [InlineData(4, 1)]
    public void Neither_threads_nor_blocks_change_a_byte(int threads, int blockRows)
    {
        foreach (var format in Enum.GetValues<CohortFormat>())
            Written(Table + "bad\n", format, threads, blockRows).Should().Equal(Written(Table + "bad\n", format, 1, 512));
    }

    [Fact]
    public void What_fails_on_a_thread_comes_out_where_it_was_started()
    {
        using var reader = CohortReader.Open(new MemoryStream("diet.fiber\n1\n2\n3\n"u8.ToArray()), "x.csv", new CohortReadOptions { BlockRows = 1 }).GetValueOrThrow();
        using var writer = CohortWriter.Create(Stream.Null, CohortFormat.Csv, reader.RuleSet);
        int written = 0;
        var run = new CohortRun(reader, new CohortScorer(), writer) { Threads = 3, EachBlock = (_, _) => throw new InvalidOperationException($"{++written}") };
        run.Invoking(r => r.Run()).Should().Throw<InvalidOperationException>().WithMessage("1");
    }

    [Fact]
    public void A_run_that_is_cancelled_ends_between_two_blocks()
    {
        using var reader = CohortReader.Open(new MemoryStream("diet.fiber\n1\n2\n3\n"u8.ToArray()), "x.csv", new CohortReadOptions { BlockRows = 1 }).GetValueOrThrow();
        using var writer = CohortWriter.Create(Stream.Null, CohortFormat.Csv, reader.RuleSet);
        using var stop = new CancellationTokenSource();
        int blocks = 0;
        var run = new CohortRun(reader, new CohortScorer(), writer)
        {
            Threads = 1,
            EachBlock = (_, _) =>
            {
                blocks++;
                stop.Cancel();
            },
        };
        run.Invoking(r => r.Run(stop.Token)).Should().Throw<OperationCanceledException>();
        blocks.Should().Be(1);
    }

    [Fact]
    public void Short_decimals_are_what_the_runtime_reads()
    {
        var random = new SplitMix64(3);
        int read = 0;
        for (int i = 0; i < 200_000; i++)
        {
            char[] text = new char[random.Below(10)];
            for (int k = 0; k < text.Length; k++)
                text[k] = random.Below(12) == 0 ? '.' : random.Below(60) == 0 ? (char)random.Below(0x400) : (char)('0' + random.Below(10));
            if (!Reading.ShortDecimal.TryParse(text, '.', out double value))
                continue;
            read++;
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double expected).Should().BeTrue();
            if (BitConverter.DoubleToInt64Bits(value) != BitConverter.DoubleToInt64Bits(expected))
                Assert.Fail($"'{new string(text)}' is read as {value:R}");
        }

        read.Should().BeGreaterThan(100_000);
        foreach (string other in (string[])["", ".", "-1", "1.2.3", "123456789", "1e5", "1 ", "１２"])
            Reading.ShortDecimal.TryParse(other, '.', out _).Should().BeFalse(other);
    }

    [Fact]
    public void Numbers_are_written_as_the_runtime_writes_them()
    {
        var random = new SplitMix64(5);
        var to = new byte[64];
        int written = 0;
        var edges = new List<double> { 0, 1e-4, Math.BitDecrement(1e-4), 1e-5, 1e9, Math.BitDecrement(1e9), 0.1, 0.3, 2.0 / 3, 99.99999999999999, 100, 1234567, 9007199.254740993, -0.0, -1, double.NaN, double.PositiveInfinity, 5e-324, 1e22 };
        for (int power = -17; power < 30; power++)
            edges.AddRange([Math.BitDecrement(Math.Pow(2, power)), Math.Pow(2, power), Math.BitIncrement(Math.Pow(2, power))]);
        for (int power = -5; power < 10; power++)
            edges.AddRange([Math.BitDecrement(Math.Pow(10, power)), Math.Pow(10, power), Math.BitIncrement(Math.Pow(10, power)), 5 * Math.Pow(10, power)]);
        for (int i = 0; i < 100_000; i++)
        {
            Check(100.0 * random.Below(1 << 30) / (1 << 30) / (1 + random.Below(7)));
            Check(Math.Round(random.Below(1 << 30) / 1e7, random.Below(8)));
            Check(BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(1e-4) + ((ulong)random.Below(0x2B0_0000) << 32) + ((ulong)random.Below(1 << 16) << 16) + (ulong)random.Below(1 << 16)));
        }

        edges.ForEach(Check);
        written.Should().BeGreaterThan(300_000);

        void Check(double value)
        {
            if (!Writing.ShortestDecimal.TryWrite(value, to, out int count))
            {
                (value >= 1e-4 && value < 1e9).Should().BeFalse();
                return;
            }

            written++;
            if (System.Text.Encoding.ASCII.GetString(to, 0, count) is var text && text != value.ToString(CultureInfo.InvariantCulture))
                Assert.Fail($"{value:R} is written as {text}");
        }
    }

    private static byte[] Written(string table, CohortFormat format, int threads, int blockRows)
    {
        using var reader = CohortReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(table)), "x.csv", new CohortReadOptions { BlockRows = blockRows }).GetValueOrThrow();
        using var stream = new MemoryStream();
        using var writer = CohortWriter.Create(stream, format, reader.RuleSet, reader.HasIds);
        new CohortRun(reader, new CohortScorer(), writer) { Threads = threads }.Run();
        return stream.ToArray();
    }

    private static void Check(Cohort.Person person)
    {
        var assessed = ScoringService.Default.Assess(person.Profile).Conditions.Where(c => c.Score is not null)
            .ToDictionary(c => c.Id, c => (c.Score!.Value, c.Interval!.Value.Low, c.Interval.Value.High));
        person.Scores.Should().Equal(assessed, person.Id);
    }
}
