using System.Reflection;
using System.Text.RegularExpressions;
using GutSkin.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GutSkin.Tool.Tests;

/// <summary>
/// Every step of the guides is taken, in order, in an empty folder: a JSON block names its file, a shell block runs, a text block
/// is found in what came out since the last one, a C# block compiles and runs.
/// </summary>
[Collection("Console")] // both read what a program writes to the one console of the process
public sealed partial class GuideTests
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq;";

    [Theory]
    [InlineData("samples/02.CustomRules/README.md")]
    [InlineData("docs/authoring.md")]
    public void Every_step_of_a_guide_works(string guide)
    {
        using var folder = new TemporaryFolder();
        string output = "";
        int steps = 0;
        foreach (Match block in Fence().Matches(Repository.Read(guide)))
        {
            string code = block.Groups["code"].Value, argument = block.Groups["argument"].Value;
            steps++;
            switch (block.Groups["language"].Value)
            {
                case "json":
                    folder.Write(argument["file=".Length..], code);
                    break;
                case "bash":
                    output = "";
                    foreach (string line in code.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    {
                        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                        words[0].Should().Be("gutskin", line);
                        var outcome = Programs.Run("gutskin.dll", words[1..], folder: folder.Path);
                        outcome.ExitCode.Should().Be(argument == "exit=1" ? 1 : 0, $"{line}\n{outcome}");
                        output += outcome.Output + outcome.Error;
                    }

                    break;
                case "text":
                    foreach (string line in code.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                        output.Should().Contain(line.Trim());
                    break;
                case "csharp":
                    Execute(code).Should().NotBeEmpty();
                    break;
                default:
                    Assert.Fail($"{guide} has a block of another language: {block.Value}");
                    break;
            }
        }

        steps.Should().BeGreaterThan(8);
    }

    [Fact]
    public void The_sample_of_custom_rules_runs_and_its_tests_pass()
    {
        var lint = Programs.Gutskin("lint", "samples/02.CustomRules/clinic.example.json", "--analyze");
        lint.ExitCode.Should().Be(0, lint.ToString());
        lint.Error.Should().Be("0 errors, 0 warnings\n", lint.ToString());
        Programs.Gutskin("test", "samples/02.CustomRules/clinic.example.json").Output.Should().Be("2 passed, 0 failed\n");

        var outcome = Programs.Run("CustomRules.dll", []);

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Output.Should().Contain("clinic.example:  2 of 2 tests passed").And.Contain("clinic.oat-milk: 1 of 1 tests passed")
            .And.Contain("a class:         4 of 4 tests passed")
            .And.Contain("computes from Sugar-sweetened drinks, Oat milk counts towards a higher Acne index.")
            .And.Contain("From clinic.oat-milk 1.0.0.").And.Contain("not a diagnosis");
    }

    private static string Execute(string code)
    {
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        var references = trusted.Split(Path.PathSeparator).Append(typeof(Core.Assessment).Assembly.Location).Distinct()
            .Select(p => MetadataReference.CreateFromFile(p));
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        var compilation = CSharpCompilation.Create(
            "Guide",
            [CSharpSyntaxTree.ParseText(Usings, options), CSharpSyntaxTree.ParseText(code, options)],
            references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var assembly = new MemoryStream();
        compilation.Emit(assembly).Diagnostics.Where(d => d.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).Should().BeEmpty();
        var before = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            Assembly.Load(assembly.ToArray()).EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(before);
        }

        return output.ToString();
    }

    [GeneratedRegex(@"^```(?<language>\w+)(?: (?<argument>\S+))?\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
