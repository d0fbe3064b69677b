using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GutSkin.Core.Tests.Architecture;

/// <summary>The sources of a project below <c>src</c>, compiled in memory: who declares what, and who uses it.</summary>
internal sealed class SourceTree
{
    private static readonly Lazy<SourceTree> LazyCore = new(() => new SourceTree("GutSkin.Core"));
    private readonly string root;
    private readonly CSharpCompilation compilation;

    public SourceTree(string project)
    {
        root = Repository.Path("src", project);
        compilation = CSharpCompilation.Create(
            project,
            Files(root).Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), new CSharpParseOptions(LanguageVersion.Preview), f)),
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(p => !Path.GetFileName(p).StartsWith("GutSkin", StringComparison.Ordinal))
                .Select(p => MetadataReference.CreateFromFile(p)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: ImplicitUsings));
    }

    /// <summary>The library.</summary>
    public static SourceTree Core => LazyCore.Value;

    /// <summary>The files, relative to the project.</summary>
    public IEnumerable<string> Paths => compilation.SyntaxTrees.Select(t => Path.GetRelativePath(root, t.FilePath));

    private static readonly string[] ImplicitUsings = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading", "System.Threading.Tasks"];

    /// <summary>The source files of a folder, without what a build leaves there.</summary>
    public static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(f => !IsBuilt(f));

    /// <summary>The folder of a file, with forward slashes.</summary>
    public static string RoomOf(string file) => (Path.GetDirectoryName(file) ?? "").Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>Each use of a type declared in another file: (the file that uses, the file that declares).</summary>
    /// <param name="inAttributes">Whether naming a type in an attribute is a use.</param>
    public IEnumerable<(string From, string To)> Uses(bool inAttributes = true)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            string from = Path.GetRelativePath(root, tree.FilePath);
            foreach (var name in tree.GetRoot().DescendantNodes(n => inAttributes || n is not AttributeListSyntax).OfType<SimpleNameSyntax>())
            {
                var symbol = model.GetSymbolInfo(name).Symbol;
                var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
                foreach (var declared in type?.DeclaringSyntaxReferences ?? [])
                {
                    string to = Path.GetRelativePath(root, declared.SyntaxTree.FilePath);
                    if (to != from)
                        yield return (from, to);
                }
            }
        }
    }

    /// <summary>The types at the top of each file.</summary>
    public IEnumerable<(string File, BaseTypeDeclarationSyntax Type)> Types() =>
        from tree in compilation.SyntaxTrees
        from type in tree.GetRoot().DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<BaseTypeDeclarationSyntax>()
        select (Path.GetRelativePath(root, tree.FilePath), type);

    private static bool IsBuilt(string file)
    {
        string relative = Path.GetRelativePath(Repository.Root, file);
        return relative.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            || relative.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
    }
}
