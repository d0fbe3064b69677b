using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.BuiltIn.Pages;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>The pages of <c>docs/evidence</c> say what the rule set says.</summary>
public class EvidencePagesTests
{
    [Fact]
    public void PagesDoNotDrift()
    {
        var pages = new EvidencePages(BuiltInRuleSet.Resolved.Data).Make();
        foreach (var (name, text) in pages)
            Golden.Check(text, ["docs", "evidence", .. name.Split('/')]);
    }

    [Fact]
    public void NoPictureIsLeftOver()
    {
        var pages = new EvidencePages(BuiltInRuleSet.Resolved.Data).Make();
        Directory.EnumerateFiles(Repository.Path("docs", "evidence", "curves")).Select(f => "curves/" + Path.GetFileName(f)).Should().BeSubsetOf(pages.Keys);
    }
}
