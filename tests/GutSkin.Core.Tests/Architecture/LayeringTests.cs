using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GutSkin.Core.Tests.Architecture;

/// <summary>Folders depend one way: each may use those before it in the list, never one behind it.</summary>
public class LayeringTests
{
    internal static readonly string[] Order =
    [
        "Primitives", "Knowledge", "Profiles", "Rules", "Json", "Composition", "Instruments", "Data",
        "Words", "Evaluation", "Recommendations", "Scoring", "Authoring", "Reports", "Serialization", "Schemas", "DependencyInjection",
    ];

    [Fact]
    public void Every_folder_uses_only_those_before_it()
    {
        var files = SourceFiles().ToList();
        var compilation = CSharpCompilation.Create(
            "core",
            files.Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f.Path), new CSharpParseOptions(LanguageVersion.Preview), f.Path)),
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(p => !Path.GetFileName(p).StartsWith("GutSkin", StringComparison.Ordinal))
                .Select(p => MetadataReference.CreateFromFile(p)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var faults = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            string from = FolderOf(tree.FilePath);
            var model = compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                var symbol = model.GetSymbolInfo(name).Symbol;
                var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
                string? declared = type?.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath;
                if (declared is null)
                    continue;
                string to = FolderOf(declared);
                if (Array.IndexOf(Order, to) > Array.IndexOf(Order, from))
                    faults.Add($"{from}/{Path.GetFileName(tree.FilePath)} uses {to}/{Path.GetFileName(declared)}");
            }
        }

        faults.Should().BeEmpty();
    }

    [Fact]
    public void Every_source_file_lives_in_a_listed_folder() =>
        SourceFiles().Select(f => FolderOf(f.Path)).Distinct().Should().BeSubsetOf(Order);

    [Fact]
    public void No_source_file_is_over_400_lines() =>
        Directory.EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(".g.cs", StringComparison.Ordinal) && !IsBuilt(f))
            .Where(f => File.ReadLines(f).Count() > 400)
            .Should().BeEmpty();

    internal static IEnumerable<(string Path, string Folder)> SourceFiles() =>
        Directory.EnumerateFiles(Repository.Path("src", "GutSkin.Core"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !IsBuilt(f))
            .Select(f => (f, FolderOf(f)));

    private static bool IsBuilt(string file)
    {
        string relative = Path.GetRelativePath(Repository.Root, file);
        return relative.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            || relative.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
    }

    private static string FolderOf(string file) =>
        Path.GetRelativePath(Repository.Path("src", "GutSkin.Core"), file).Split(Path.DirectorySeparatorChar)[0];
}
