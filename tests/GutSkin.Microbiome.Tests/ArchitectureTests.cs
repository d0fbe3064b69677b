using System.Xml.Linq;

namespace GutSkin.Microbiome.Tests;

/// <summary>The package sees only what everyone sees of the core, and its own surface is a committed text file.</summary>
public class ArchitectureTests
{
    private static readonly System.Reflection.Assembly Package = typeof(TaxonomicProfile).Assembly;

    [Fact]
    public void Public_types_are_immutable() => PublicSurface.Mutable(Package).Should().BeEmpty();

    [Fact]
    public void No_static_field_can_be_changed() => PublicSurface.MutableStatics(Package).Should().BeEmpty();

    [Fact]
    public void It_depends_on_the_framework_the_core_and_one_package() =>
        Package.GetReferencedAssemblies().Select(a => a.Name).Where(n => !n!.StartsWith("System", StringComparison.Ordinal))
            .Should().BeEquivalentTo(["GutSkin.Core", "PureHDF"]);

    [Fact]
    public void The_core_opens_its_internals_to_no_companion() =>
        XDocument.Load(Repository.Path("src", "GutSkin.Core", "GutSkin.Core.csproj"))
            .Descendants("InternalsVisibleTo").Select(e => e.Attribute("Include")!.Value)
            .Should().OnlyContain(n => n.EndsWith(".Tests", StringComparison.Ordinal) || n == "GutSkin.Benchmarks");

    [Fact]
    public void The_core_does_not_know_the_package() =>
        typeof(PersonProfile).Assembly.GetReferencedAssemblies().Select(a => a.Name).Should().NotContain("GutSkin.Microbiome");
}
