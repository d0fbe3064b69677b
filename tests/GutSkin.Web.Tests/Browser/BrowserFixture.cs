using Microsoft.Playwright;

namespace GutSkin.Web.Tests.Browser;

/// <summary>One browser and one server for all browser tests. Without a browser the tests say so; on a build server that is a failure.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] UsualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private PlainFiles? files;

    public WebSite Site { get; } = new();

    /// <summary>The browser; null where none is installed.</summary>
    public IBrowser? Browser { get; private set; }

    public async Task InitializeAsync()
    {
        string? path = Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } named ? named : Array.Find(UsualPlaces, File.Exists);
        if (path is null)
        {
            if (Environment.GetEnvironmentVariable("CI") == "true")
                throw new InvalidOperationException("No browser: install chromium, or set CHROMIUM_PATH.");
            Console.WriteLine("The browser tests were skipped: install chromium, or set CHROMIUM_PATH.");
            return;
        }

        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Arguments });
    }

    /// <summary>The page with the library in it, as plain files.</summary>
    public async Task<PlainFiles> Files() => files ??= await PlainFiles.Serve(await PublishedPage.Folder);

    public async Task DisposeAsync()
    {
        if (files is not null)
            await files.DisposeAsync();
        if (Browser is not null)
            await Browser.DisposeAsync();
        playwright?.Dispose();
        await Site.DisposeAsync();
    }
}

/// <summary>The tests that share the browser.</summary>
[CollectionDefinition(Name)]
public sealed class SharedBrowser : ICollectionFixture<BrowserFixture>
{
    public const string Name = "browser";
}
