using System.Reflection;
using System.Text.RegularExpressions;
using GutSkin.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GutSkin.Tool.Tests;

/// <summary>What README shows, works: its C# compiles and runs, its commands end well, its JSON is what lint accepts.</summary>
[Collection("Console")] // both read what a program writes to the one console of the process
public sealed partial class ReadmeTests
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly Dictionary<string, string> Projects = new()
    {
        ["src/GutSkin.Tool"] = "gutskin.dll",
        ["samples/01.QuickStart"] = "QuickStart.dll",
    };

    /// <summary>The readmes of the packages, as paths from the root.</summary>
    public static TheoryData<string> PackageReadmes => new(Readmes);

    private static IEnumerable<string> Readmes => Directory.GetDirectories(Repository.Path("src")).Order(StringComparer.Ordinal)
        .Where(d => File.Exists(Path.Combine(d, "README.md"))).Select(d => $"src/{Path.GetFileName(d)}/README.md");

    /// <summary>Each block of README and of the packages' readmes, and those of the page of follow-ups as one program.</summary>
    public static TheoryData<string> CSharpBlocks => new(
    [
        .. Blocks("csharp"),
        .. Readmes.SelectMany(r => Blocks("csharp", r)),
        string.Join('\n', Blocks("csharp", "docs/follow-up.md")),
        .. Blocks("csharp", "docs/observability.md"),
        .. Blocks("csharp", "docs/consultation.md"),
        .. Blocks("csharp", "docs/audit.md"),
    ]);

    public static TheoryData<string> Commands => new(Blocks("bash")
        .SelectMany(b => b.Split('\n'))
        .Select(l => l.Split(" #")[0].Trim())
        .Where(l => l.Length > 0 && l != "dotnet test"));

    [Theory]
    [MemberData(nameof(CSharpBlocks))]
    public void A_csharp_block_compiles_and_runs(string code)
    {
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        var references = trusted.Split(Path.PathSeparator).Append(typeof(Core.Assessment).Assembly.Location).Distinct()
            .Select(p => MetadataReference.CreateFromFile(p));
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        var compilation = CSharpCompilation.Create(
            "Readme",
            [CSharpSyntaxTree.ParseText(ImplicitUsings, options), CSharpSyntaxTree.ParseText(code, options)],
            references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var assembly = new MemoryStream();

        var result = compilation.Emit(assembly);

        result.Diagnostics.Where(d => d.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).Should().BeEmpty();
        string printed = Run(Assembly.Load(assembly.ToArray()));
        printed.Should().MatchRegex("[0-9]");
        if (code.Contains(".Assessment.ToText", StringComparison.Ordinal) || code.Contains("(assessment.ToText", StringComparison.Ordinal))
            printed.Should().ContainAny("not a diagnosis", "keine Diagnose");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_ends_well(string command)
    {
        var parts = DotnetRun().Match(command);
        parts.Success.Should().BeTrue($"'{command}' should be of the form dotnet run --project X -- …");
        string[] arguments = parts.Groups["arguments"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var outcome = Programs.Run(Projects[parts.Groups["project"].Value], arguments);

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        (outcome.Output + outcome.Error).Should().NotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(PackageReadmes))]
    public void A_package_says_how_to_get_it_what_it_is_not_and_leads_somewhere(string readme)
    {
        string text = Repository.Read(readme), folder = Path.GetDirectoryName(Repository.Path(readme))!;
        text.Should().MatchRegex("dotnet (add package|tool install --global) GutSkin").And.MatchRegex("not a\\s+diagnosis").And.Contain("CHANGELOG.md");
        foreach (Match link in Link().Matches(text))
            Path.Exists(Path.Combine(folder, link.Groups["target"].Value.Split('#')[0])).Should().BeTrue($"{link.Value} in {readme}");
    }

    [Fact]
    public void The_rule_set_shown_lints()
    {
        using var folder = new TemporaryFolder();
        foreach (string json in Blocks("json"))
        {
            var outcome = Programs.Gutskin("lint", folder.Write("readme.json", json));
            outcome.ExitCode.Should().Be(0, outcome.ToString());
        }
    }

    [Fact]
    public void The_quick_start_runs_the_ten_lines_of_readme_and_shows_what_it_promises()
    {
        string shown = Blocks("csharp")[0];
        string tenLines = shown[(shown.IndexOf('\n', StringComparison.Ordinal) + 1)..].Trim();
        Repository.Read("samples/01.QuickStart/Program.cs").Should().StartWith("using GutSkin.Core;").And.Contain(tenLines);

        var outcome = Programs.Run("QuickStart.dll", []);

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Error.Should().BeEmpty();
        outcome.Output.Should().Contain("Acne: ").And.Contain("WHEN TO SEE SOMEONE").And.Contain("WHAT STANDS OUT FOR YOU")
            .And.Contain("WHAT YOU COULD DO FIRST").And.Contain("WHAT IS NOT KNOWN").And.Contain("WHY MILK?").And.Contain("WHAT IF").And.Contain("not a diagnosis");
        outcome.Output[..outcome.Output.IndexOf("pages were asked", StringComparison.Ordinal)].Split('\n').Should().HaveCountLessThanOrEqualTo(61, "the first page is one page");
    }

    [Fact]
    public void Only_the_disclaimer_speaks_of_a_diagnosis()
    {
        Repository.Read("README.md").Split('\n')
            .Where(l => l.Contains("diagnosis", StringComparison.OrdinalIgnoreCase))
            .Should().OnlyContain(l => l.Contains("not a diagnosis", StringComparison.Ordinal));
    }

    private static string Run(Assembly program)
    {
        var before = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            program.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(before);
        }

        return output.ToString();
    }

    private static string[] Blocks(string language, string page = "README.md") =>
        [.. Fence().Matches(Repository.Read(page)).Where(m => m.Groups["language"].Value == language).Select(m => m.Groups["code"].Value)];

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\[[^\]]+\]\((?!https?://|#)(?<target>[^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^dotnet run --project (?<project>[^ ]+)( -- (?<arguments>.*))?$")]
    private static partial Regex DotnetRun();
}
