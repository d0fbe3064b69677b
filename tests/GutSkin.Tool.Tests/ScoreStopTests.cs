using System.Diagnostics;
using System.Text.Json;

namespace GutSkin.Tool.Tests;

/// <summary>Runs that are stopped in the middle by a signal or a full disk: nothing half-written lies under the final name, and the same command goes on.</summary>
public sealed class ScoreStopTests
{
    private const int Interrupted = 130;
    private const int Terminated = 143;
    private static readonly string Table = "id,diet.fiber,diet.milk,site\n" + string.Concat(Enumerable.Range(0, 9_000).Select(i => $"p{i},{i % 160},{i % 3},{(i % 2 == 0 ? "north" : "south")}\n"));

    [Theory]
    [InlineData("csv", "INT", Interrupted)]
    [InlineData("parquet", "TERM", Terminated)]
    public async Task A_signal_ends_the_run_and_the_same_command_goes_on_to_the_same_bytes(string form, string signal, int exitCode)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        string cohort = folder.Write("people.csv", Table), whole = folder.PathOf($"whole.{form}"), target = folder.PathOf($"out.{form}");

        // An assessment a person makes every block take long enough to be stopped in.
        string[] Score(string to) => ["score", cohort, "-o", to, "--columns", "score,completeness,triage", "--ignore-unknown", "--summary", "--by", "site", "--threads", "1"];
        Programs.Gutskin(Score(whole)).ExitCode.Should().Be(1, "150 is the most");

        using (var run = Programs.Start(Score(target)))
        {
            var error = run.StandardError.ReadToEndAsync();
            WaitFor(target + ".part.errors", run);
            Signal("STOP", run);
            var second = Programs.Gutskin(Score(target));
            second.ExitCode.Should().Be(3, second.ToString());
            second.Error.Should().Contain("another process is writing it");
            Signal(signal, run);
            Signal("CONT", run);
            string told = await error;
            await run.WaitForExitAsync();
            run.ExitCode.Should().Be(exitCode, told);
            told.Should().Contain("the same command goes on from there");
        }

        File.Exists(target).Should().BeFalse();
        folder.Names.Should().Contain($"out.{form}.part").And.NotContain(n => n.StartsWith('.'));
        var other = Programs.Gutskin([.. Score(target)[..^4], "--threads", "1", "--summary"]);
        other.ExitCode.Should().Be(1);
        other.Error.Should().Contain("another --summary").And.Contain("results are not mixed");

        var again = Programs.Gutskin(Score(target));

        again.ExitCode.Should().Be(1, again.ToString());
        again.Error.Should().Contain("going on after ");
        foreach (string ending in (string[])["", ".errors.jsonl", ".run.json", ".summary.json"])
            File.ReadAllBytes(target + ending).Should().Equal(File.ReadAllBytes(whole + ending), ending);
        folder.Names.Should().NotContain(n => n.Contains(".part", StringComparison.Ordinal));
    }

    [Fact]
    public void Before_anything_is_done_a_signal_leaves_nothing()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        string target = folder.PathOf("out.csv");
        using var run = Programs.Start("score", "-", "--input", "csv", "-o", target);
        run.StandardInput.WriteLine("diet.fiber\n12");
        run.StandardInput.Flush();
        WaitFor(target + ".part", run, () => run.StandardInput.WriteLine(new string('\n', 9000)));
        Signal("INT", run);
        run.StandardInput.Close();
        run.WaitForExit();
        run.ExitCode.Should().Be(Interrupted, run.StandardError.ReadToEnd());
        folder.Names.Should().BeEmpty();
    }

    [FactOnTmpfs]
    public void A_disk_that_is_full_leaves_nothing_under_the_name()
    {
        using var folder = new TemporaryFolder();
        string cohort = folder.Write("people.csv", Table), small = folder.PathOf("small");
        Directory.CreateDirectory(small);
        FactOnTmpfsAttribute.Mount(small, "100k");
        try
        {
            foreach (string form in (string[])["csv", "jsonl", "parquet"])
            {
                string target = Path.Combine(small, $"out.{form}");
                File.WriteAllText(target, "old");
                var outcome = Programs.Gutskin("score", cohort, "-o", target, "--ignore-unknown");
                outcome.ExitCode.Should().Be(3, outcome.ToString());
                outcome.Error.Should().Contain("the disk is full");
                File.ReadAllText(target).Should().Be("old");
                Directory.GetFiles(small).Should().Equal(target);
                File.Delete(target);
            }
        }
        finally
        {
            FactOnTmpfsAttribute.Unmount(small);
        }
    }

    [Fact]
    public void A_bar_shows_on_a_terminal_and_not_in_a_pipe()
    {
        if (!File.Exists("/usr/bin/script"))
            return;
        using var folder = new TemporaryFolder();
        string cohort = folder.Write("people.csv", Table), assembly = Path.Combine(AppContext.BaseDirectory, "gutskin.dll");
        string command = $"dotnet {assembly} score {cohort} -o {folder.PathOf("out.csv")} --ignore-unknown";

        // script gives the command a terminal.
        using var terminal = Process.Start(new ProcessStartInfo("/usr/bin/script", ["-qec", command, "/dev/null"]) { RedirectStandardOutput = true, RedirectStandardInput = true, Environment = { ["TERM"] = "xterm" } })!;
        string shown = terminal.StandardOutput.ReadToEnd();
        terminal.WaitForExit();
        shown.Should().Contain("100%").And.Contain("━");
        Programs.Gutskin("score", cohort, "-o", folder.PathOf("out.csv"), "--ignore-unknown").Error.Should().NotContain("%").And.NotContain("━").And.NotContain("\e");
    }

    private static void Signal(string name, Process run) => Process.Start("kill", [$"-{name}", $"{run.Id}"])!.WaitForExit();

    private static void WaitFor(string file, Process run, Action? meanwhile = null)
    {
        var patience = Stopwatch.StartNew();
        while (!File.Exists(file) && !run.HasExited && patience.Elapsed < TimeSpan.FromMinutes(1))
        {
            meanwhile?.Invoke();
            Thread.Sleep(5);
        }

        run.HasExited.Should().BeFalse("it is to be stopped in the middle");
    }
}

/// <summary>A test that needs a small disk of its own, which only root can make.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactOnTmpfsAttribute : FactAttribute
{
    public FactOnTmpfsAttribute()
    {
        string folder = Directory.CreateTempSubdirectory("gutskin-").FullName;
        try
        {
            if (!OperatingSystem.IsLinux() || !Mount(folder, "64k"))
                Skip = "A tmpfs cannot be mounted here: that takes root on Linux.";
            else
                Unmount(folder);
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    public static bool Mount(string folder, string size) => Run("mount", "-t", "tmpfs", "-o", $"size={size}", "none", folder);

    public static void Unmount(string folder) => Run("umount", folder);

    private static bool Run(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
