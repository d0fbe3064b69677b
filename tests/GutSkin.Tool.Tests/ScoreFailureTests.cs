using System.Text;
using System.Text.Json;
using Parquet;
using Parquet.Schema;

namespace GutSkin.Tool.Tests;

/// <summary>What is wrong with a cohort: rows fail by themselves, a header altogether, and no value is repeated.</summary>
public sealed class ScoreFailureTests
{
    private const string Header = "id,diet.fiber,diet.milk,person.sex,person.pregnant,lab.vitamin-d[ng/mL],lifestyle.perceived-stress\n";

    public static TheoryData<string, string> BadCells => new()
    {
        { "x,-4711,,,,,", "diet.fiber GS0504" },
        { "x,4711.5,,,,,", "diet.fiber GS0504" },
        { "x,\"12,5\",,,,,", "diet.fiber GS0503" },
        { "x,0x12,,,,,", "diet.fiber GS0503" },
        { "x,1_000,,,,,", "diet.fiber GS0503" },
        { "x,1e999,,,,,", "diet.fiber GS0106" },
        { "x,,-Infinity,,,,", "diet.milk GS0106" },
        { "x,,true,,,,", "diet.milk GS0503" },
        { "x,,,f,,,", "person.sex GS0316" },
        { "x,,,1,,,", "person.sex GS0316" },
        { "x,,,,maybe,,", "person.pregnant GS0503" },
        { "x,,,,2,,", "person.pregnant GS0503" },
        { "x,,,,,99999,", "lab.vitamin-d GS0504" },
        { "x,,,,,,3.5", "lifestyle.perceived-stress GS0503" },
        { "x,-4711,wahr,m,ja,-4711,4711", "diet.fiber GS0504, diet.milk GS0503, person.sex GS0316, lab.vitamin-d GS0504, lifestyle.perceived-stress GS0504" },
        { "x", "The row has 1 cells where the header has 7." },
        { "x,4711,,,,,,", "The row has 8 cells where the header has 7." },
        { "x,\"4711\"4711,,,,,", "diet.fiber GS4009" },
        { "x,\"4711,,,,,", "diet.fiber GS4009" },
        { "x,47\"11,,,,,", "diet.fiber GS4009" },
    };

    public static TheoryData<string> GoodCells => new()
    {
        "x,NA,NA,NA,NA,NA,NA",
        "x,.,NaN,None,null,#N/A,n/a",
        "x, 12 ,+1,\"female\", Yes ,1.8e1, 3.0 ",
        "x,12.,1,female,TRUE,18,3",
        "x,0.1234567890123456789,00000000001,female,1,18,3",
    };

    [Theory]
    [MemberData(nameof(BadCells))]
    public void A_row_that_fails_is_reported_and_the_rest_goes_on(string row, string expected)
    {
        using var folder = new TemporaryFolder();
        string cohort = folder.Write("cohort.csv", $"{Header}a,12,,,,,\n\n{row}\nb,12,,,,,\n");

        var outcome = Programs.Gutskin("score", cohort, "-o", folder.PathOf("out.csv"));

        outcome.ExitCode.Should().Be(1, outcome.ToString());
        outcome.Error.Should().StartWith("2 scored, 1 failed (").And.NotContain("4711");
        string[] scores = File.ReadAllLines(folder.PathOf("out.csv"));
        scores.Select(l => l.Split(',')[0]).Should().Equal("id", "a", "b");
        scores[1][1..].Should().Be(scores[2][1..]);
        string[] errors = File.ReadAllLines(folder.PathOf("out.csv.errors.jsonl"));
        errors.Should().ContainSingle().Which.Should().NotContain("4711").And.NotContain("\"x\"");
        using var error = JsonDocument.Parse(errors[0]);
        error.RootElement.GetProperty("row").GetInt32().Should().Be(2);
        error.RootElement.GetProperty("line").GetInt32().Should().Be(4);
        Told(error).Should().Be(expected);
    }

    [Theory]
    [MemberData(nameof(GoodCells))]
    public void What_can_be_read_is_read(string row) =>
        Programs.GutskinWithInput(Encoding.UTF8.GetBytes(Header + row), "score", "-", "--input", "csv").ExitCode.Should().Be(0);

    [Fact]
    public void Lines_of_json_fail_by_themselves_too()
    {
        using var folder = new TemporaryFolder();
        string cohort = folder.Write("cohort.jsonl", """
            { "id": "a", "observations": { "diet.fiber": 12 } }
            { "id": "b", "observations": { "diet.fibre": 4711, "diet.milk": true } }

            no json
            { "observations": { "diet.fiber": -4711 } }
            { "id": "c", "observations": { "diet.fiber": 12 } }
            """);

        var outcome = Programs.Gutskin("score", cohort, "-o", folder.PathOf("out.csv"));

        outcome.ExitCode.Should().Be(1, outcome.ToString());
        File.ReadAllLines(folder.PathOf("out.csv")).Select(l => l.Split(',')[0]).Should().Equal("id", "a", "c");
        string[] errors = File.ReadAllLines(folder.PathOf("out.csv.errors.jsonl"));
        errors.Should().HaveCount(3).And.NotContain(e => e.Contains("4711", StringComparison.Ordinal));
        errors[0].Should().StartWith("{\"row\":2,\"line\":2,").And.Contain("GS0501").And.Contain("Did you mean 'diet.fiber'?").And.Contain("GS0503");
        errors[1].Should().StartWith("{\"row\":3,\"line\":4,").And.Contain("GS0001");
        errors[2].Should().StartWith("{\"row\":4,\"line\":5,").And.Contain("GS0504");
    }

    [Fact]
    public void All_faults_of_a_header_are_told_at_once_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();
        string cohort = folder.Write("cohort.csv", "id,diet.fibre,diet.milk,diet.milk[x],,lab.vitamin-d[kg],person.sex[kg]\n");
        string target = folder.Write("out.csv", "old");

        var outcome = Programs.Gutskin("score", cohort, "-o", target);

        outcome.ExitCode.Should().Be(1);
        outcome.Error.Split('\n').Select(l => l.Replace(cohort, "", StringComparison.Ordinal)).Should().Equal(
            "(1,1): error GS0501: There is no factor 'diet.fibre'. Did you mean 'diet.fiber'?",
            "(1,1): error GS0505: The factor 'diet.milk' has no conversion from this unit. Units: {servings}/d.",
            "(1,1): error GS0102: The column 5 has no name.",
            "(1,1): error GS0505: The factor 'lab.vitamin-d' has no conversion from this unit. Units: nmol/L, ng/mL, ug/L.",
            "(1,1): error GS0505: The factor 'person.sex' has no conversion from this unit. It takes no unit.",
            "");
        File.ReadAllText(target).Should().Be("old");
        folder.Names.Should().Equal("cohort.csv", "out.csv");
    }

    [Theory]
    [InlineData("", "names no factor")]
    [InlineData("id\nx\n", "names no factor")]
    [InlineData("\"diet.fiber\n1\n", "quote out of place")]
    public void A_header_that_is_none_is_refused(string table, string message)
    {
        var outcome = Programs.GutskinWithInput(Encoding.UTF8.GetBytes(table), "score", "-", "--input", "csv");

        outcome.ExitCode.Should().Be(1, outcome.ToString());
        outcome.Error.Should().Contain(message);
        outcome.Bytes.Should().BeEmpty();
    }

    [Theory]
    [InlineData("csv", "diet.fiber,diet.fibre,name\n12,99999,Anna\n", "diet.fibre (nearest: diet.fiber), name")]
    [InlineData("jsonl", "{ \"observations\": { \"diet.fiber\": 12, \"diet.fibre\": 99999 } }\n", "diet.fibre")]
    public void Unknown_factors_are_left_out_when_asked_for(string format, string cohort, string names)
    {
        var outcome = Programs.GutskinWithInput(Encoding.UTF8.GetBytes(cohort), "score", "-", "--input", format, "--ignore-unknown");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Error.Should().StartWith($"left out, as the rule set does not know them: {names}\n1 scored, 0 failed\n");
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("damaged in its last row group")]
    public async Task Parquet_that_is_damaged_leaves_nothing_under_the_name(string how)
    {
        using var folder = new TemporaryFolder();
        string cohort = folder.PathOf("people.parquet"), target = folder.Write("out.parquet", "old");
        var field = new DataField<double>("diet.fiber");
        using var file = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(field), file))
        {
            for (int i = 0; i < 3; i++)
            {
                using var group = writer.CreateRowGroup();
                await group.WriteAsync<double>(field, Enumerable.Range(0, 5000).Select(x => x % 90 / 7.0).ToArray().AsMemory());
            }
        }

        byte[] bytes = file.ToArray();
        await using (var reader = await ParquetReader.CreateAsync(new MemoryStream(bytes)))
        {
            if (how == "cut")
                bytes = bytes[..^100];
            else
                bytes.AsSpan((int)reader.Metadata!.RowGroups[2].Columns[0].MetaData!.DataPageOffset, 40).Fill(0xFF);
        }

        File.WriteAllBytes(cohort, bytes);

        var outcome = Programs.Gutskin("score", cohort, "-o", target);

        outcome.ExitCode.Should().Be(1, outcome.ToString());
        outcome.Error.Should().Contain("GS4014");
        File.ReadAllText(target).Should().Be("old");
        folder.Names.Should().Equal("out.parquet", "people.parquet");
    }

    [Fact]
    public void Errors_of_an_earlier_run_go_when_there_are_none()
    {
        using var folder = new TemporaryFolder();
        string cohort = folder.Write("cohort.csv", "diet.fiber\n12\n");
        folder.Write("out.csv.errors.jsonl", "old");

        Programs.Gutskin("score", cohort, "-o", folder.PathOf("out.csv")).ExitCode.Should().Be(0);

        folder.Names.Should().Equal("cohort.csv", "out.csv", "out.csv.run.json");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1, "README.md")]
    [InlineData(2, "a.csv", "--shard", "0/3")]
    [InlineData(2, "a.csv", "--shard", "4/3")]
    [InlineData(2, "a.csv", "--shard", "3")]
    [InlineData(2, "a.csv", "--threads", "0")]
    [InlineData(2, "a.csv", "--threads", "many")]
    [InlineData(2, "a.csv", "--input", "xlsx")]
    [InlineData(2, "a.csv", "--columns", "scores")]
    [InlineData(2, "a.csv", "--by", "x")]
    [InlineData(1, "README.md", "--input", "parquet")]
    [InlineData(3, "no-such.csv")]
    [InlineData(3, "README.md", "--input", "jsonl", "-o", "no/such/folder/out.csv")]
    [InlineData(1, "a.csv", "--rules", "tests/schemas/bad/ruleset/no-title.json")]
    public void What_cannot_be_scored_is_refused(int exitCode, params string[] arguments)
    {
        var outcome = Programs.Gutskin(["score", .. arguments]);

        outcome.ExitCode.Should().Be(exitCode, outcome.ToString());
        outcome.Bytes.Should().BeEmpty();
    }

    private static string Told(JsonDocument error) => string.Join(", ", error.RootElement.GetProperty("errors").EnumerateArray().Select(e =>
        e.TryGetProperty("factor", out var factor) ? $"{factor} {e.GetProperty("code")}" : e.GetProperty("message").GetString()));
}
