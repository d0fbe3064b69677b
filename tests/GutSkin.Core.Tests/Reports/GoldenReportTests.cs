namespace GutSkin.Core.Tests.Reports;

/// <summary>The report of each sample profile is a committed file, so that a changed word or number is a change that someone sees.</summary>
public sealed class GoldenReportTests
{
    public static TheoryData<string> Names => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_text_of_each_sample_is_committed(string name) => Check(Samples.Assess(name), a => a.ToText(), name + ".txt");

    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_of_each_sample_is_committed(string name) => Check(Samples.Assess(name), a => a.ToHtml(), name + ".html");

    [Theory]
    [InlineData("rosacea-alcohol")]
    [InlineData("urgent-red-flag")]
    public void The_German_text_is_committed(string name) => Check(Samples.Assess(name, "de"), a => a.ToText(), name + ".de.txt");

    [Fact]
    public void The_small_reports_are_committed()
    {
        Check(Small.Assess(Small.Person()), a => a.ToText(), "small.txt");
        Check(Small.Assess(Small.Person()), a => a.ToMarkdown(), "small.md");
        Check(Small.Assess(Small.Person()), a => a.ToHtml(), "small.html");
        Check(Small.Assess(Small.Person(), "de-AT"), a => a.ToText(), "small.de.txt");
        Check(Small.Assess(Small.Person()) with { Knowledge = null }, a => a.ToText(), "small.ids.txt");
    }

    // The hash stands for every byte of the rule set; a report does not change with it.
    private static void Check(Assessment assessment, Func<Assessment, string> render, string file) => Golden.Check(
        render(assessment).Replace(assessment.RuleSet.Sha256, "(hash of the rule set)", StringComparison.Ordinal),
        "tests", "GutSkin.Core.Tests", "Reports", "Golden", file);
}
