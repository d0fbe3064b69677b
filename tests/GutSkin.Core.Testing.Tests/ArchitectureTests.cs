namespace GutSkin.Core.Testing.Tests;

/// <summary>The package sees what everyone sees of the core, and no test framework; its surface is a committed text file.</summary>
public class ArchitectureTests
{
    private static readonly System.Reflection.Assembly Package = typeof(RuleSetAssert).Assembly;

    [Fact]
    public void No_static_field_can_be_changed() => PublicSurface.MutableStatics(Package).Should().BeEmpty();

    [Fact]
    public void It_depends_on_the_framework_and_the_core_alone() =>
        Package.GetReferencedAssemblies().Select(a => a.Name).Where(n => !n!.StartsWith("System", StringComparison.Ordinal))
            .Should().BeEquivalentTo(["GutSkin.Core"]);
}
