namespace GutSkin.Cohorts.Tests;

/// <summary>The package sees only what everyone sees of the core, and its own surface is a committed text file.</summary>
public class ArchitectureTests
{
    private static readonly System.Reflection.Assembly Package = typeof(CohortReader).Assembly;

    [Fact]
    public void No_static_field_can_be_changed() => PublicSurface.MutableStatics(Package).Should().BeEmpty();

    [Fact]
    public void It_depends_on_the_framework_the_core_and_two_packages() =>
        Package.GetReferencedAssemblies().Select(a => a.Name).Where(n => !n!.StartsWith("System", StringComparison.Ordinal))
            .Should().BeEquivalentTo(["GutSkin.Core", "Sep", "Parquet"]);

    [Fact]
    public void The_core_does_not_know_the_package() =>
        typeof(PersonProfile).Assembly.GetReferencedAssemblies().Select(a => a.Name).Should().NotContain("GutSkin.Cohorts");

    [Fact]
    public void Every_diagnostic_is_documented()
    {
        string page = Repository.Read("docs/cohorts.md");
        typeof(CohortDiagnostics).GetFields(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)
            .Select(f => (string)f.GetRawConstantValue()!).Should().OnlyHaveUniqueItems().And.OnlyContain(code => page.Contains($"| {code} |", StringComparison.Ordinal));
    }
}
