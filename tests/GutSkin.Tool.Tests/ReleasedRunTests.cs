namespace GutSkin.Tool.Tests;

/// <summary>The parts of a cohort run, with the notes a version wrote beside them, are put together by every later one (<c>tests/released</c>).</summary>
public sealed class ReleasedRunTests
{
    private const string Table = "id,diet.fiber,diet.milk\na,12,1\nb,999,1\nc,30,0\nd,7,3\n";

    public static TheoryData<string> Runs => [.. Directory.GetDirectories(Repository.Path("tests", "released"), "run", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Repository.Root, f))];

    [Theory]
    [MemberData(nameof(Runs))]
    public void The_parts_of_every_version_are_merged(string run)
    {
        string folder = Repository.Path(run);
        if (Repository.Update && run.Contains(Version(), StringComparison.Ordinal))
            Write(folder);
        using var here = new TemporaryFolder();

        var outcome = Programs.Gutskin("merge", Path.Combine(folder, "part2.csv"), Path.Combine(folder, "part1.csv"), "-o", here.PathOf("whole.csv"));

        outcome.ExitCode.Should().Be(1, "one person of four cannot be scored: {0}", outcome);
        File.ReadAllText(here.PathOf("whole.csv")).Should().Be(File.ReadAllText(Path.Combine(folder, "whole.csv")));
        File.ReadAllText(here.PathOf("whole.csv.errors.jsonl")).Should().Be(File.ReadAllText(Path.Combine(folder, "whole.csv.errors.jsonl")));
    }

    private static string Version() => System.Xml.Linq.XDocument.Load(Repository.Path("Directory.Build.props")).Descendants("Version").Single().Value.Split('-')[0];

    private static void Write(string folder)
    {
        using var here = new TemporaryFolder();
        string cohort = here.Write("people.csv", Table);
        foreach (var (name, shard) in ((string, string)[])[("whole.csv", "1/1"), ("part1.csv", "1/2"), ("part2.csv", "2/2")])
            Programs.Gutskin("score", cohort, "-o", here.PathOf(name), "--shard", shard, "--columns", "score").ExitCode.Should().BeLessThan(2);
        foreach (string file in here.Names.Where(n => n != "people.csv" && !n.StartsWith('.')))
            File.Copy(here.PathOf(file), Path.Combine(folder, file), overwrite: true);
    }
}
