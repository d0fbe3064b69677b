using Xunit.Abstractions;

namespace GutSkin.Web.Tests.Browser;

/// <summary>What every class of browser tests needs.</summary>
[Collection(SharedBrowser.Name)]
public abstract class BrowserTests(BrowserFixture fixture, ITestOutputHelper output)
{
    /// <summary>Runs a visit; without a browser it says that it was skipped.</summary>
    private protected async Task Visiting(Func<Visit, Task> visit, Visitor? visitor = null, WebSite? site = null)
    {
        if (fixture.Browser is not { } browser)
        {
            output.WriteLine("Skipped: no browser is installed. Install chromium, or set CHROMIUM_PATH.");
            return;
        }

        await using var started = await Visit.Start(browser, (site ?? fixture.Site).Address, visitor);
        await visit(started);
    }
}
