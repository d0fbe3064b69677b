using System.Text.Json;
using System.Xml.Linq;

namespace GutSkin.Tool.Tests;

/// <summary>The templates begin with what the repository has: its version, its test packages, rules that lint and test. The package check builds them.</summary>
public sealed class TemplatesTests
{
    private const string Content = "src/GutSkin.Templates/content";

    [Theory]
    [InlineData("rules")]
    [InlineData("app")]
    public void A_template_asks_for_the_packages_of_this_version(string template)
    {
        string version = XDocument.Load(Repository.Path("Directory.Build.props")).Descendants("Version").Single().Value;
        using var json = JsonDocument.Parse(Repository.Read($"{Content}/{template}/.template.config/template.json"));
        json.RootElement.GetProperty("symbols").GetProperty("gutskinVersion").GetProperty("defaultValue").GetString().Should().Be(version);
    }

    [Fact]
    public void Its_test_packages_are_those_that_the_repository_uses()
    {
        var used = XDocument.Load(Repository.Path("Directory.Packages.props")).Descendants("PackageVersion").ToDictionary(p => (string)p.Attribute("Include")!, p => (string)p.Attribute("Version")!);
        XDocument.Load(Repository.Path(Content, "rules", "GutSkinRules.csproj")).Descendants("PackageReference")
            .Where(p => ((string)p.Attribute("Include")!).StartsWith("GutSkin", StringComparison.Ordinal) == false)
            .Should().OnlyContain(p => used[(string)p.Attribute("Include")!] == (string)p.Attribute("Version")!);
    }

    [Fact]
    public void Its_rules_lint_and_test()
    {
        using var folder = new TemporaryFolder();
        string rules = folder.Write("clinic.example.rules.json", Repository.Read($"{Content}/rules/my-rule-set-id.rules.json")
            .Replace("my-rule-set-id", "clinic.example", StringComparison.Ordinal).Replace("own-prefix", "practice", StringComparison.Ordinal));
        Programs.Gutskin("lint", rules).Error.Should().Be("0 errors, 0 warnings\n");
        Programs.Gutskin("test", rules).Output.Should().Be("1 passed, 0 failed\n");
    }
}
