namespace GutSkin.Core.Tests.Architecture;

/// <summary>The public API is a committed text file; a changed surface is a diff that someone signs.</summary>
public class PublicSurfaceTests
{
    [Fact]
    public void The_surface_is_the_committed_one() =>
        Golden.Check(PublicSurface.Of(typeof(ScoringService).Assembly), "docs", "api", "GutSkin.Core.txt");

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
