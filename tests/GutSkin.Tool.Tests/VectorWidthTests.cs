using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GutSkin.Tool.Tests;

/// <summary>The same bytes on machines with other vectors: the runtime's own switches take them away, a process at a time.</summary>
public sealed class VectorWidthTests
{
    private static readonly Dictionary<string, (string Switch, string Lost)[]> Machines = new()
    {
        ["as it is"] = [],
        ["no 512 bits"] = [("DOTNET_EnableAVX512", "512")],
        ["no 256 bits"] = [("DOTNET_EnableAVX2", "512 256")],
        ["no AVX"] = [("DOTNET_EnableAVX", "512 256")],
        ["no vectors"] = [("DOTNET_EnableHWIntrinsic", "512 256")],
    };

    public static TheoryData<string> Names => new(Machines.Keys);

    public static TheoryData<string> Narrower => new(Machines.Keys.Skip(1));

    [Theory]
    [MemberData(nameof(Narrower))]
    public void Scores_and_assessments_have_the_same_bytes(string machine)
    {
        using var folder = new TemporaryFolder();
        string cohort = folder.Write("cohort.csv", SampleTable.OfPeople(500));
        string[][] commands =
        [
            ["score", cohort],
            ["assess", "samples/profiles/laboratory-values.json", "--format", "json"],
            ["assess", "samples/profiles/psoriasis-smoker.json", "--format", "json"],
        ];
        foreach (string[] command in commands)
        {
            var here = Run("gutskin.dll", command, "as it is");
            var there = Run("gutskin.dll", command, machine);

            here.ExitCode.Should().Be(0, here.ToString());
            here.Bytes.Should().NotBeEmpty();
            there.ExitCode.Should().Be(0, there.ToString());
            there.Bytes.Should().Equal(here.Bytes);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_switches_do_what_they_are_taken_for(string machine)
    {
        const string Code = """
            using System;
            using System.Runtime.Intrinsics;
            if (Vector512.IsHardwareAccelerated) Console.Write("512 ");
            if (Vector256.IsHardwareAccelerated) Console.Write("256 ");
            """;
        using var folder = new TemporaryFolder();
        string program = folder.PathOf("widths.dll");
        var compilation = CSharpCompilation.Create(
            "widths",
            [CSharpSyntaxTree.ParseText(Code)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        compilation.Emit(program).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        File.Copy(Path.Combine(AppContext.BaseDirectory, "gutskin.runtimeconfig.json"), folder.PathOf("widths.runtimeconfig.json"));

        var outcome = Run(program, [], machine);

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        string[] lost = [.. Machines[machine].SelectMany(m => m.Lost.Split(' '))];
        outcome.Output.Split(' ', StringSplitOptions.RemoveEmptyEntries).Should().NotContain(w => lost.Contains(w));
        if (machine == "as it is")
            outcome.Output.Contains("256", StringComparison.Ordinal).Should().Be(System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated);
    }

    private static Outcome Run(string assembly, string[] arguments, string machine) =>
        Programs.Run(assembly, arguments, environment: Machines[machine].ToDictionary(m => m.Switch, _ => "0"));
}
