namespace GutSkin.Core.Tests.FollowUp;

/// <summary>The page of follow-ups names every reason to refuse.</summary>
public class FollowUpPageTests
{
    [Fact]
    public void The_page_has_a_row_for_every_code()
    {
        string page = Repository.Read("docs/follow-up.md");
        foreach (var code in FollowUpDiagnostics.All)
            page.Should().Contain($"| {code.Code} | {code.Meaning} | {code.Remedy} |");
    }
}
