using GutSkin.Core.Values;

namespace GutSkin.Core.Tests.Values;

/// <summary>Versions by Semantic Versioning 2.0.0, section 11 for their order, and the ranges that a dependency may name.</summary>
public class VersionTests
{
    [Fact]
    public void The_order_is_that_of_semver_org()
    {
        // The example of section 11.4, and one below and above it.
        string[] rising = ["0.9.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0-rc.2", "1.0.0-rc.100", "1.0.0-rc.1a", "1.0.0-rc.2a", "1.0.0", "1.0.1", "1.10.0", "2.0.0"];
        var versions = rising.Select(Version).ToList();
        for (int i = 0; i < versions.Count; i++)
        {
            for (int j = 0; j < versions.Count; j++)
            {
                Math.Sign(versions[i].CompareTo(versions[j])).Should().Be(i.CompareTo(j), "{0} and {1}", rising[i], rising[j]);
                (versions[i] < versions[j]).Should().Be(i < j);
                (versions[i] <= versions[j]).Should().Be(i <= j);
                (versions[i] > versions[j]).Should().Be(i > j);
                (versions[i] >= versions[j]).Should().Be(i >= j);
                (versions[i] == versions[j]).Should().Be(i == j);
                (versions[i] != versions[j]).Should().Be(i != j);
            }
        }
    }

    [Fact]
    public void None_precedes_every_version()
    {
        SemanticVersion? none = null;
        (none < Version("0.0.0")).Should().BeTrue();
        (Version("0.0.0") > none).Should().BeTrue();
        (none == Version("0.0.0")).Should().BeFalse();
        (none <= null).Should().BeTrue();
        (none == null).Should().BeTrue();
        (none < null).Should().BeFalse();
    }

    [Fact]
    public void A_build_does_not_count_and_a_version_is_written_as_it_was()
    {
        Version("1.0.0+a").Should().Be(Version("1.0.0+b"));
        Version("1.0.0+a").GetHashCode().Should().Be(Version("1.0.0+b").GetHashCode());
        Version("1.2.0-rc.1+exp.5").ToString().Should().Be("1.2.0-rc.1+exp.5");
        Version("999999999999999999999999.0.0").Should().Be(Version("999999999999999999999999.0.0"), "numbers have no greatest");
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.2")]
    [InlineData("1.2.3.4")]
    [InlineData("v1.2.3")]
    [InlineData("01.2.3")]
    [InlineData("1.2.3-01")]
    [InlineData("1.2.3-")]
    [InlineData("1.2.3+")]
    [InlineData("1.2.3-a..b")]
    [InlineData("1.2.3-a!b")]
    [InlineData("1.2.3-ok.a_b")]
    [InlineData("1.2.3+a!b")]
    [InlineData("1.2.3+ok.a_b")]
    [InlineData("1.2.3+a_b.ok")]
    [InlineData("+1.2.3")]
    [InlineData("1..3")]
    [InlineData("1.2.x")]
    [InlineData("-1.2.3")]
    [InlineData(" 1.2.3")]
    public void What_is_no_version_is_refused(string text) => SemanticVersion.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [InlineData("1.2.3-0a")]
    [InlineData("1.2.3-0-1.00a.-")]
    [InlineData("1.2.3-0")]
    [InlineData("1.2.3+00.1-")]
    [InlineData("1.2.3--.--+-")]
    [InlineData("0.0.0")]
    public void Zeros_may_lead_what_is_no_number(string text) => Version(text).ToString().Should().Be(text);

    [Theory]
    [InlineData(">=1.0.0 <2.0.0", "1.0.0 1.9.9 2.0.0-rc.1", "0.9.9 2.0.0 1.0.0-rc.1")]
    [InlineData("^9.1.0", "9.1.0 9.9.9", "10.0.0 9.0.9")]
    [InlineData("~1.99.0", "1.99.5", "1.100.0 2.0.0")]
    [InlineData("1.2.3", "1.2.3 1.2.3+build", "1.2.4 1.2.3-rc")]
    [InlineData("^1.2.3", "1.2.3 1.9.0", "1.2.2 2.0.0 2.0.0-rc.1")]
    [InlineData("^0.2.3", "0.2.3 0.2.9", "0.3.0 1.0.0")]
    [InlineData("^0.0.3", "0.0.3", "0.0.4 0.1.0")]
    [InlineData("~1.2.3", "1.2.3 1.2.9", "1.3.0 1.2.2")]
    [InlineData("*", "0.0.1 9.9.9", "")]
    [InlineData(">= 1.0.0  < 1.1.0 || =3.0.0", "1.0.5 3.0.0", "1.1.0 3.0.1")]
    [InlineData(">1.0.0", "1.0.1", "1.0.0")]
    [InlineData("<=1.0.0", "1.0.0 1.0.0-rc", "1.0.1")]
    public void A_range_holds_what_it_says(string range, string inside, string outside)
    {
        VersionRange.TryParse(range, out var parsed).Should().BeTrue();
        foreach (string version in inside.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            parsed!.IsSatisfiedBy(Version(version)).Should().BeTrue(version);
        foreach (string version in outside.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            parsed!.IsSatisfiedBy(Version(version)).Should().BeFalse(version);
        parsed!.ToString().Should().Be(range);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("2 or so")]
    [InlineData("||")]
    [InlineData("1.0.0 ||")]
    [InlineData(">=")]
    [InlineData("^1.2")]
    [InlineData("=>1.0.0")]
    public void What_is_no_range_is_refused(string text) => VersionRange.TryParse(text, out _).Should().BeFalse();

    private static SemanticVersion Version(string text) =>
        SemanticVersion.TryParse(text, out var version) ? version : throw new ArgumentException($"{text} is no version.");
}
