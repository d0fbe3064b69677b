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
    public void The_full_text_of_each_sample_is_committed(string name) =>
        Check(Samples.Assess(name), a => a.ToText(ReportDetail.Full), name + ".full.txt");

    [Theory]
    [MemberData(nameof(Names))]
    public void The_first_page_has_at_most_60_lines_in_every_language(string name)
    {
        foreach (string? culture in new[] { null, "de" })
            Samples.Assess(name, culture).ToText().TrimEnd().Split('\n').Should().HaveCountLessThanOrEqualTo(60, "{0} in {1}", name, culture ?? "en");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_of_each_sample_is_committed(string name) => Check(Samples.Assess(name), a => a.ToHtml(ReportDetail.Full), name + ".html");

    [Theory]
    [InlineData("rosacea-alcohol")]
    [InlineData("urgent-red-flag")]
    public void The_German_text_is_committed(string name) => Check(Samples.Assess(name, "de"), a => a.ToText(), name + ".de.txt");

    [Fact]
    public void The_small_reports_are_committed()
    {
        Check(Small.Assess(Small.Person()), a => a.ToText(ReportDetail.Full), "small.txt");
        Check(Small.Assess(Small.Person()), a => a.ToMarkdown(ReportDetail.Full), "small.md");
        Check(Small.Assess(Small.Person()), a => a.ToHtml(ReportDetail.Full), "small.html");
        Check(Small.Assess(Small.Person(), "de-AT"), a => a.ToText(ReportDetail.Full), "small.de.txt");
        Check(Small.Assess(Small.Person()) with { Knowledge = null }, a => a.ToText(ReportDetail.Full), "small.ids.txt");
    }

    // The hash stands for every byte of the rule set; a report does not change with it.
    private static void Check(Assessment assessment, Func<Assessment, string> render, string file) => Golden.Check(
        render(assessment).Replace(assessment.RuleSet.Sha256, "(hash of the rule set)", StringComparison.Ordinal),
        "tests", "GutSkin.Core.Tests", "Reports", "Golden", file);
}
