using System.Text.Json;

namespace GutSkin.Tool.Tests;

/// <summary>What meets somebody who has just installed the tool, wherever it is installed.</summary>
public sealed class FirstStepsTests
{
    [Fact]
    public void The_command_alone_shows_five_things_people_do_first()
    {
        var outcome = Programs.Gutskin();
        outcome.ExitCode.Should().Be(0);
        outcome.Error.Should().BeEmpty();
        outcome.Output.Should().Contain("not a diagnosis");
        string[] shown = [.. outcome.Output.Split('\n').Where(l => l.StartsWith("  gutskin ", StringComparison.Ordinal)).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1])];
        shown.Should().HaveCount(5).And.OnlyHaveUniqueItems();
        string help = Programs.Gutskin("--help").Output;
        shown.Should().OnlyContain(verb => help.Contains($"\n  {verb} "));
    }

    [Theory]
    [InlineData("asess", "assess")]
    [InlineData("plna", "plan")]
    [InlineData("scor", "score")]
    [InlineData("exp", "explain")]
    public void A_mistyped_verb_is_told_what_was_meant(string typed, string meant)
    {
        var outcome = Programs.Gutskin(typed, "x.json");
        outcome.ExitCode.Should().Be(2);
        outcome.Error.Should().Be($"gutskin: there is no verb '{typed}'. Did you mean '{meant}'?\nTry 'gutskin --help'.\n");
    }

    [Fact]
    public void A_verb_that_resembles_none_and_a_mistyped_option()
    {
        Programs.Gutskin("xyzzy").Error.Should().StartWith("gutskin: there is no verb 'xyzzy'.\n");
        Programs.Gutskin("assess", "a.json", "--formt", "json").Error.Should().Contain("'--formt' is not an option here. Did you mean '--format'?");
        // Of verbs that take any number of files too.
        var score = Programs.Gutskin("score", "a.csv", "--out", "b.csv");
        (score.ExitCode, score.Error).Should().Be((2, "gutskin: '--out' is not an option here. Did you mean '--output'?\nTry 'gutskin score --help'.\n"));
        Programs.Gutskin("merge", "a.csv", "--zzzzzz", "b.csv").Error.Should().Contain("'--zzzzzz' is not an option here.");
        using var folder = new TemporaryFolder();
        string there = folder.Write("a.csv", "id\nx\n");
        Programs.Gutskin("score", there, folder.PathOf("b.csv")).Error.Should().Contain("b.csv': there is no such file");
    }

    [Theory]
    [InlineData("acne.milk", "rules")]
    [InlineData("diet.milk", "factors")]
    [InlineData("diet.reduce-milk", "interventions")]
    [InlineData("juhl-2018", "evidence")]
    public void One_entry_is_shown_as_an_overlay_has_it(string id, string section)
    {
        var outcome = Programs.Gutskin("show", id, "--format", "json");
        outcome.ExitCode.Should().Be(0, outcome.ToString());
        using var shown = JsonDocument.Parse(outcome.Bytes);
        shown.RootElement.EnumerateObject().Single().Name.Should().Be(section);
        string entry = shown.RootElement.GetProperty(section)[0].GetRawText();

        using var folder = new TemporaryFolder();
        string overlay = folder.Write("own.json", $$"""
            { "id": "own", "version": "1.0.0", "title": "Own", "extends": [{ "id": "gutskin.evidence" }], "{{section}}": [ {{entry}} ] }
            """);
        Programs.Gutskin("show", "--rules", overlay).ExitCode.Should().Be(0, "an entry can be put into an overlay as it is shown");
    }

    [Fact]
    public void An_entry_that_is_not_there_is_an_error_of_the_input()
    {
        Programs.Gutskin("show", "milk").ExitCode.Should().Be(1);
        Programs.Gutskin("show", "acne.milk", "--section", "factors").ExitCode.Should().Be(1);
    }

    [Theory]
    [InlineData("bash", "complete ")]
    [InlineData("zsh", "compdef ")]
    [InlineData("fish", "complete ")]
    [InlineData("powershell", "Register-ArgumentCompleter ")]
    public void A_shell_gets_a_script_that_asks_the_tool(string shell, string registers)
    {
        var outcome = Programs.Gutskin("completion", shell);
        outcome.ExitCode.Should().Be(0);
        outcome.Output.Should().StartWith("# gutskin completion ").And.Contain(registers).And.Contain("[suggest:");
    }

    [Fact]
    public void The_tool_completes_verbs_and_options()
    {
        Programs.Gutskin("[suggest:10]", "gutskin as").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().Equal("ask", "assess");
        Programs.Gutskin("[suggest:18]", "gutskin score --th").Output.Should().Contain("--threads");
    }

    [Fact]
    public void Bash_completes_a_verb()
    {
        if (OperatingSystem.IsWindows() || !File.Exists("/bin/bash"))
            return;
        using var folder = new TemporaryFolder();
        string script = folder.Write("completion.sh", Programs.Gutskin("completion", "bash").Output);
        string dll = Path.Combine(AppContext.BaseDirectory, "gutskin.dll");
        var start = new System.Diagnostics.ProcessStartInfo("/bin/bash") { RedirectStandardOutput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($$"""
            gutskin() { dotnet "{{dll}}" "$@"; }
            . "{{script}}"
            COMP_LINE='gutskin compa' COMP_POINT=13 COMP_WORDS=(gutskin compa) COMP_CWORD=1
            _gutskin
            printf '%s\n' "${COMPREPLY[@]}"
            """);
        using var process = System.Diagnostics.Process.Start(start)!;
        process.StandardOutput.ReadToEnd().Trim().Should().Be("compare");
    }

    [Fact]
    public void It_works_without_a_home_folder_without_colors_and_in_a_poor_terminal()
    {
        var environment = new Dictionary<string, string> { ["HOME"] = "", ["USERPROFILE"] = "", ["XDG_CONFIG_HOME"] = "", ["DOTNET_CLI_HOME"] = "", ["NO_COLOR"] = "1", ["TERM"] = "dumb" };
        string[] arguments = ["assess", "samples/profiles/adolescent-acne.json"];
        var outcome = Programs.Run("gutskin.dll", arguments, environment: environment);
        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Bytes.Should().Equal(Programs.Gutskin(arguments).Bytes).And.NotContain((byte)'\e');
        outcome.Error.Should().NotContain("\e");
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_named_and_nothing_is_left_behind()
    {
        // The superuser may write anywhere; what no one may write is a folder of the kernel.
        string folder = Directory.Exists("/proc/self") ? "/proc/self" : "";
        if (folder.Length == 0)
            return;
        var outcome = Programs.Gutskin("assess", "samples/profiles/almost-nothing.json", "-o", $"{folder}/page.txt");
        outcome.ExitCode.Should().Be(3, outcome.ToString());
        outcome.Error.Should().StartWith($"gutskin: cannot write '{folder}/page.txt'").And.NotContain("Exception");
        Programs.Run("gutskin.dll", ["new", "own"], folder: folder).ExitCode.Should().Be(3);
    }
}
