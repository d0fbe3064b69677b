using Xunit.Abstractions;

namespace GutSkin.Web.Tests.Browser;

/// <summary>Who answers the page's calls.</summary>
public enum Way
{
    /// <summary>The API of the sample, over HTTP.</summary>
    Server,

    /// <summary>The library in the browser; the page comes from a server of plain files.</summary>
    Browser,
}

/// <summary>What every class of browser tests needs.</summary>
[Collection(SharedBrowser.Name)]
public abstract class BrowserTests(BrowserFixture fixture, ITestOutputHelper output, Way way = Way.Server)
{
    /// <summary>Who answers here.</summary>
    protected Way Way => way;

    /// <summary>Runs a visit; without a browser it says that it was skipped.</summary>
    private protected async Task Visiting(Func<Visit, Task> visit, Visitor? visitor = null, Uri? site = null)
    {
        if (fixture.Browser is not { } browser)
        {
            output.WriteLine("Skipped: no browser is installed. Install chromium, or set CHROMIUM_PATH.");
            return;
        }

        site ??= way == Way.Server ? fixture.Site.Address : (await fixture.Files()).Address;
        await using var started = await Visit.Start(browser, site, visitor);
        await visit(started);
    }
}
