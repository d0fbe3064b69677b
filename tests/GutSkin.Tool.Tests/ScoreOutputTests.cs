using System.Diagnostics;
using System.Text;

namespace GutSkin.Tool.Tests;

/// <summary>What lies under an output's name: whole or not there, whatever happens on the way; parts, and runs that are gone on with.</summary>
public sealed class ScoreOutputTests
{
    private static readonly string Table = "id,diet.fiber,diet.milk\n" + string.Concat(Enumerable.Range(0, 13_000).Select(i => $"p{i},{i % 160},{i % 3}\n"));

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    [InlineData("parquet")]
    public void Merged_parts_are_byte_for_byte_the_whole(string form)
    {
        using var folder = new TemporaryFolder();
        string cohort = folder.Write("people.csv", Table), whole = folder.PathOf($"whole.{form}"), merged = folder.PathOf($"merged.{form}");
        Programs.Gutskin("score", cohort, "-o", whole).ExitCode.Should().Be(1, "150 is the most");
        string[] parts = [.. Enumerable.Range(1, 3).Select(i => folder.PathOf($"part{i}.{form}"))];
        for (int i = 0; i < 3; i++)
            Programs.Gutskin("score", cohort, "-o", parts[i], "--shard", $"{i + 1}/3").ExitCode.Should().Be(1);

        Programs.Gutskin(["merge", .. parts.Reverse(), "-o", merged]).ExitCode.Should().Be(1);

        foreach (string ending in (string[])["", ".errors.jsonl", ".run.json"])
            File.ReadAllBytes(merged + ending).Should().Equal(File.ReadAllBytes(whole + ending), ending);
        Refused("is there twice", [.. parts, parts[0]]);
        Refused("parts are lacking: 2/3", parts[0], parts[2]);
        File.AppendAllText(parts[1], "x");
        Refused("cut or changed", parts);
        Programs.Gutskin("score", cohort, "-o", parts[1], "--shard", "2/3", "--columns", "score");
        Refused("other columns", parts);
        File.Delete(parts[1] + ".run.json");
        Refused("is not there", parts);

        void Refused(string message, params string[] given)
        {
            var outcome = Programs.Gutskin(["merge", .. given, "-o", folder.PathOf("no.csv")]);
            outcome.ExitCode.Should().Be(1, outcome.ToString());
            outcome.Error.Should().Contain(message);
            File.Exists(folder.PathOf("no.csv")).Should().BeFalse();
        }
    }

    [Fact]
    public void A_run_that_was_stopped_is_gone_on_with_and_gives_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        string cohort = folder.Write("people.csv", Table), whole = folder.PathOf("whole.csv"), target = folder.PathOf("out.csv");
        Programs.Gutskin("score", cohort, "-o", whole);
        Stopped(folder, whole, target);

        var again = Programs.Gutskin("score", cohort, "-o", target);

        again.Error.Should().Contain("going on after 4096 rows");
        foreach (string ending in (string[])["", ".errors.jsonl", ".run.json"])
            File.ReadAllBytes(target + ending).Should().Equal(File.ReadAllBytes(whole + ending), ending);
        folder.Names.Should().NotContain(n => n.Contains(".part", StringComparison.Ordinal));

        Stopped(folder, whole, target);
        var other = Programs.Gutskin("score", cohort, "-o", target, "--columns", "score");
        other.ExitCode.Should().Be(1);
        other.Error.Should().Contain("results are not mixed");
        folder.Names.Should().Contain("out.csv.part", "nobody's work is thrown away");
    }

    [Fact]
    public void What_is_read_is_not_written_and_links_are_followed()
    {
        using var folder = new TemporaryFolder();
        string cohort = folder.Write("people.csv", "diet.fiber\n12\n"), link = folder.PathOf("link.csv"), place = folder.Write("place.csv", "old");
        Programs.Gutskin("score", cohort, "-o", cohort).ExitCode.Should().Be(2);
        File.ReadAllText(cohort).Should().Be("diet.fiber\n12\n");
        File.CreateSymbolicLink(link, place);
        Programs.Gutskin("score", cohort, "-o", link).ExitCode.Should().Be(0);
        File.ReadAllText(place).Should().StartWith("row,");
        new FileInfo(link).LinkTarget.Should().NotBeNull();
        File.CreateSymbolicLink(folder.PathOf("self.csv"), cohort);
        Programs.Gutskin("score", cohort, "-o", folder.PathOf("self.csv")).ExitCode.Should().Be(2);
        Programs.Gutskin("score", cohort, "-o", folder.Path).ExitCode.Should().Be(3);
    }

    [Fact]
    public void Devices_and_pipes_are_written_directly()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        string cohort = folder.Write("people.csv", "diet.fiber\n12\n"), pipe = folder.PathOf("pipe.csv");
        Programs.Gutskin("score", cohort, "-o", "/dev/null").ExitCode.Should().Be(0);
        File.Exists("/dev/null").Should().BeTrue();
        var full = Programs.Gutskin("score", cohort, "-o", "/dev/full");
        full.ExitCode.Should().Be(3);
        full.Error.Should().Contain("full");
        Process.Start("mkfifo", pipe)!.WaitForExit();
        using var reader = Process.Start(new ProcessStartInfo("cat", [pipe]) { RedirectStandardOutput = true })!;
        Programs.Gutskin("score", cohort, "-o", pipe).ExitCode.Should().Be(0);
        reader.StandardOutput.ReadToEnd().Should().StartWith("row,");
        folder.Names.Should().Equal("people.csv", "pipe.csv");
    }

    [Fact]
    public void A_second_process_on_the_same_output_is_refused()
    {
        using var folder = new TemporaryFolder();
        string cohort = folder.Write("people.csv", "diet.fiber\n12\n");
        using (new FileStream(folder.PathOf("out.csv.part"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            var outcome = Programs.Gutskin("score", cohort, "-o", folder.PathOf("out.csv"));
            outcome.ExitCode.Should().Be(3);
            outcome.Error.Should().Contain("another process");
        }
    }

    [Fact]
    public void Ids_that_a_spreadsheet_would_run_are_told_and_escaped_when_asked_for()
    {
        using var folder = new TemporaryFolder();
        string cohort = folder.Write("people.csv", "id,diet.fiber\n\"=HYPERLINK(\"\"x\"\",\"\"y\"\")\",12\n-1,12\np,12\n");
        Programs.Gutskin("score", cohort).Error.Should().Contain("2 ids begin as formulas");
        var escaped = Programs.Gutskin("score", cohort, "--escape-formulas");
        escaped.Error.Should().NotContain("formulas");
        string[] ids = [.. escaped.Output.Split((char)10).Skip(1).Select(l => l.Length > 3 ? l[..3] : l)];
        ids[..2].Should().Equal("\"'=", "'-1");
    }

    [Fact]
    public void A_summary_hides_what_could_point_at_few()
    {
        using var folder = new TemporaryFolder();
        string cohort = folder.Write("people.csv", "id,diet.milk,site\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"p{i},{i % 3},{(i < 4 ? "tiny" : i < 30 ? "north" : "south")}\n")));
        var outcome = Programs.Gutskin("score", cohort, "-o", folder.PathOf("out.csv"), "--summary", "--by", "site");
        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Output.Should().Contain("tiny: fewer than 10 people").And.Contain("north: fewer", "the next smallest is hidden too").And.Contain("south\n");
        File.ReadAllText(folder.PathOf("out.csv.summary.json")).Should().Contain("\"suppressed\": true");
    }

    [Fact]
    public void Files_of_a_folder_are_one_cohort_with_the_same_columns()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.csv", "id,diet.fiber\na,12\n");
        folder.Write("b.csv", "id,diet.fiber\nb,12\nc,-1\n");
        var outcome = Programs.Gutskin("score", folder.PathOf("*.csv"));
        outcome.Output.Split('\n').Select(l => l.Split(',')[0]).Should().Equal("id", "a", "b", "");
        outcome.Error.Should().Contain("{\"row\":3,\"file\":\"").And.Contain("\"line\":3");
        folder.Write("c.csv", "id,diet.milk\nd,1\n");
        var changed = Programs.Gutskin("score", folder.Path, "-o", folder.PathOf("out.csv"));
        changed.ExitCode.Should().Be(1);
        changed.Error.Should().Contain("GS4013").And.Contain("it lacks 'diet.fiber'; it has besides 'diet.milk'");
        File.Exists(folder.PathOf("out.csv")).Should().BeFalse();
    }

    [Fact]
    public void A_map_is_linted_and_used_and_sensitivity_counts()
    {
        using var folder = new TemporaryFolder();
        string cohort = folder.Write("people.csv", "who,milk,sugar_pct\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"p{i},{i % 5},{i}\n")));
        string map = folder.Write("map.json", """{ "id": "who", "columns": { "milk": "diet.milk", "sugr_pct": "diet.free-sugars" } }""");
        var lint = Programs.Gutskin("lint", map, "--cohort", cohort);
        lint.ExitCode.Should().Be(1);
        lint.Output.Should().Contain("GS4018").And.Contain("Did you mean 'sugar_pct'?");
        folder.Write("map.json", File.ReadAllText(map).Replace("sugr", "sugar", StringComparison.Ordinal));
        Programs.Gutskin("lint", map, "--cohort", cohort).ExitCode.Should().Be(0);
        Programs.Gutskin("lint", map).ExitCode.Should().Be(0);
        Programs.Gutskin("score", cohort, "--map", map).Output.Split('\n')[1].Should().StartWith("p0,");
        var sensitivity = Programs.Gutskin("sensitivity", cohort, "--map", map);
        sensitivity.ExitCode.Should().Be(0, sensitivity.ToString());
        sensitivity.Output.Should().Contain("50 people").And.Contain("no-shrinkage").And.Contain("no-overlap");
        var parquet = folder.PathOf("scores.parquet");
        Programs.Gutskin("score", cohort, "--map", map, "-o", parquet).ExitCode.Should().Be(0);
        new FileInfo(parquet).Length.Should().BePositive();
    }

    /// <summary>Lays down what a run leaves that is stopped after its first block: as if it had been killed later, more than its note counts.</summary>
    private static void Stopped(TemporaryFolder folder, string whole, string target)
    {
        string[] lines = File.ReadAllLines(whole), errors = File.ReadAllLines(whole + ".errors.jsonl");
        using var note = System.Text.Json.JsonDocument.Parse(File.ReadAllText(whole + ".run.json"));
        int scored = note.RootElement.GetProperty("blocks")[0][1].GetInt32();
        string done = string.Concat(lines.Take(1 + scored).Select(l => l + "\n")), failed = string.Concat(errors.Take(4096 - scored).Select(l => l + "\n"));
        File.WriteAllText(target + ".part", done + "p9999,0.1");
        File.WriteAllText(target + ".part.errors", failed + "{\"row\"");
        var json = System.Text.Json.Nodes.JsonNode.Parse(note.RootElement.GetRawText())!;
        json["rows"] = 0;
        json["scored"] = scored;
        json["failed"] = 4096 - scored;
        json["blocks"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonArray(0, scored));
        json["bytes"] = Encoding.UTF8.GetByteCount(done);
        json["errorBytes"] = Encoding.UTF8.GetByteCount(failed);
        json.AsObject().Remove("sha256");
        File.WriteAllText(target + ".part.json", json.ToJsonString());
        folder.Names.Should().Contain("out.csv.part");
    }
}
