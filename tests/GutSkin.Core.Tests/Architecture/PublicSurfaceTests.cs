namespace GutSkin.Core.Tests.Architecture;

/// <summary>
/// What may be public. Which members are is kept, with nullability, by the analyzer of public APIs in <c>PublicAPI.Unshipped.txt</c> beside
/// each package's project: a changed surface does not build until somebody signs the difference.
/// </summary>
public class PublicSurfaceTests
{
    [Theory]
    [InlineData("GutSkin.Core")]
    [InlineData("GutSkin.Microbiome")]
    [InlineData("GutSkin.Core.Testing")]
    [InlineData("GutSkin.Fhir")]
    [InlineData("GutSkin.Cohorts")]
    public void The_surface_of_each_package_is_under_the_analyzer(string package)
    {
        string folder = Repository.Path("src", package);
        foreach (string file in (string[])["PublicAPI.Shipped.txt", "PublicAPI.Unshipped.txt"])
        {
            string[] lines = File.ReadAllLines(Path.Combine(folder, file));
            lines[0].Should().Be("#nullable enable");
            lines.Where(l => l.StartsWith('~') && !l.EndsWith(".Equals(object obj) -> bool", StringComparison.Ordinal) && !l.EndsWith(".ToString() -> string", StringComparison.Ordinal))
                .Should().BeEmpty("only what the compiler writes for a record struct is oblivious to null");
        }
    }

    // A host's settings are bound to GutSkinOptions.
    [Fact]
    public void Public_types_are_immutable() =>
        PublicSurface.Mutable(typeof(ScoringService).Assembly, except: typeof(GutSkinOptions)).Should().BeEmpty();

    [Fact]
    public void No_static_field_of_the_library_can_be_changed() =>
        PublicSurface.MutableStatics(typeof(ScoringService).Assembly).Should().BeEmpty();

    [Fact]
    public void The_core_depends_on_the_framework_and_two_packages() =>
        typeof(ScoringService).Assembly.GetReferencedAssemblies().Select(a => a.Name)
            .Where(n => !n!.StartsWith("System", StringComparison.Ordinal))
            .Should().BeEquivalentTo(["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Options"]);
}
