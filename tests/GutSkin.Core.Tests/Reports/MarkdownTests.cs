using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace GutSkin.Core.Tests.Reports;

public sealed class MarkdownTests
{
    private const string Hostile = "<script>alert(1)</script> <b>x</b> &amp; `c` *d* _e_ [f](http://g.example) ![h](i) <http://j.example> http://k.example www.l.example m@n.example | ~~o~~ $p$ \\ # q\n# r\n- s\n";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseEmphasisExtras().Build();

    [Theory]
    [InlineData("")]
    [InlineData("# ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    [InlineData("> ")]
    [InlineData("=== ")]
    public void Hostile_texts_stay_texts(string start)
    {
        var benign = Markdown.Parse(Small.Assess(Small.Person(), texts: t => "x " + t).ToMarkdown(ReportDetail.Full), Pipeline);
        var hostile = Markdown.Parse(Small.Assess(Small.Person(), texts: t => start + Hostile + t).ToMarkdown(ReportDetail.Full), Pipeline);
        Skeleton(hostile).Should().Equal(Skeleton(benign));
        hostile.Descendants<LinkInline>().Should().NotContain(l => l.IsImage || !l.Url!.StartsWith("https://doi.org/", StringComparison.Ordinal));
    }

    [Fact]
    public void The_samples_hold_no_html()
    {
        foreach (string name in Samples.Names)
        {
            var document = Markdown.Parse(Samples.Assess(name).ToMarkdown(ReportDetail.Full), Pipeline);
            document.Descendants<HtmlBlock>().Should().BeEmpty();
            document.Descendants<HtmlInline>().Should().BeEmpty();
            document.Descendants<LinkInline>().Should().NotContain(l => l.IsImage || !l.Url!.StartsWith("https://", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> Skeleton(MarkdownDocument document) =>
        document.Descendants().Where(d => d is Block or LinkInline or HtmlInline or CodeInline or EmphasisInline or AutolinkInline).Select(d => d.GetType().Name);
}
