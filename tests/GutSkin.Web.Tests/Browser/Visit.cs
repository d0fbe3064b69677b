using Microsoft.Playwright;

namespace GutSkin.Web.Tests.Browser;

/// <summary>How a visitor's browser is set.</summary>
public sealed record Visitor(string Language = "en", int Width = 1280, int Height = 900, bool Dark = false, string? Script = null);

/// <summary>One visit of the page. At its end nothing may have gone wrong in the browser, and nothing may have been asked of another server.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly List<string> troubles = [];
    private readonly IBrowserContext context;
    private int loaded;

    private Visit(IBrowserContext context, IPage page, Uri site)
    {
        this.context = context;
        Page = page;
        page.SetDefaultTimeout(30_000);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !Expected(message.Text))
                troubles.Add($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => troubles.Add("error: " + error);
        page.Dialog += async (_, dialog) =>
        {
            if (dialog.Type == DialogType.BeforeUnload)
                AskedBeforeLeaving++;
            else
                troubles.Add("dialog: " + dialog.Message);
            await dialog.AcceptAsync();
        };
        page.Request += (_, request) =>
        {
            bool own = request.Url.StartsWith(site.ToString(), StringComparison.Ordinal)
                || request.Url.StartsWith("about:", StringComparison.Ordinal)
                || request.Url.StartsWith("data:", StringComparison.Ordinal)
                || request.Url.StartsWith("blob:", StringComparison.Ordinal);
            if (!own)
                troubles.Add("asked elsewhere: " + request.Url);
        };
    }

    public IPage Page { get; }

    /// <summary>Statuses of 400 and more that this visit brings about on purpose: the browser logs them as errors.</summary>
    public bool ExpectsRefusals { get; set; }

    /// <summary>How often the browser asked whether the page may be left.</summary>
    public int AskedBeforeLeaving { get; private set; }

    public static async Task<Visit> Start(IBrowser browser, Uri site, Visitor? visitor = null)
    {
        visitor ??= new Visitor();
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = visitor.Language,
            ViewportSize = new ViewportSize { Width = visitor.Width, Height = visitor.Height },
            ColorScheme = visitor.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            AcceptDownloads = true,
        });
        var visit = new Visit(context, await context.NewPageAsync(), site);
        if (visitor.Script is { } script)
            await visit.Page.AddInitScriptAsync(script);
        await visit.Page.GotoAsync(site.ToString());
        await visit.Page.WaitForSelectorAsync("html[data-ready=true]");
        return visit;
    }

    /// <summary>Loads the page again: what was there is gone.</summary>
    public async Task Reload()
    {
        await Page.ReloadAsync();
        await Page.WaitForSelectorAsync("html[data-ready=true]");
        loaded = 0;
    }

    public async Task Choose(params string[] concerns)
    {
        foreach (string concern in concerns)
            await Page.CheckAsync($"#card input[name=concern][value='{concern}']");
        await Page.ClickAsync("#card button[type=submit]");
        await Page.WaitForSelectorAsync("#card:not([data-question=concerns])");
    }

    /// <summary>The id of the factor or screen asked now; <c>enough</c> at the end.</summary>
    public async Task<string> Question() => (await Page.GetAttributeAsync("#card", "data-question"))!;

    /// <summary>Answers the question shown; an answer not given is "none of these", "no", or not said.</summary>
    public async Task Answer(IReadOnlyDictionary<string, object> person)
    {
        string question = await Question();
        int step = int.Parse((await Page.GetAttributeAsync("#card", "data-step"))!, System.Globalization.CultureInfo.InvariantCulture);
        if (await Page.Locator("#card .item[data-factor]").CountAsync() > 0)
            await AnswerForm(person);
        else if (await Page.Locator("#card input[type=checkbox]").CountAsync() > 0)
            await AnswerScreen(person);
        else
            await AnswerByOneTap(person, question);
        await Page.WaitForSelectorAsync($"#card[data-step='{step + 1}']");
    }

    /// <summary>Answers until it is enough.</summary>
    /// <returns>What was asked.</returns>
    public async Task<IReadOnlyList<string>> AnswerUntilEnough(IReadOnlyDictionary<string, object> person)
    {
        var asked = new List<string>();
        var shown = new HashSet<string>(StringComparer.Ordinal);
        while (await Question() is var question && question != "enough")
        {
            // A form comes again where an answer opened a further item of it; no item comes twice.
            string[] items = (await Page.GetAttributeAsync("#card", "data-items"))!.Split(' ');
            shown.Should().NotIntersectWith(items, question);
            shown.UnionWith(items);
            asked.Add(question);
            asked.Count.Should().BeLessThan(150);
            await Answer(person);
        }

        return asked;
    }

    public async Task Open(string view)
    {
        await Page.ClickAsync($".tab[data-view={view}]");
        await Page.WaitForSelectorAsync($"#{view}-title");
    }

    public async Task<string> Download(string button)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.ClickAsync(button));
        return await File.ReadAllTextAsync(await download.PathAsync());
    }

    /// <summary>Loads a file by the page's own input.</summary>
    public async Task Load(string content) => await Page.SetInputFilesAsync("#load", new FilePayload
    {
        Name = "consultation.json",
        MimeType = "application/json",
        Buffer = System.Text.Encoding.UTF8.GetBytes(content),
    });

    /// <summary>Loads a profile and waits for its scores.</summary>
    public async Task LoadProfile(string profile)
    {
        loaded++;
        await Load(profile);
        await Page.WaitForSelectorAsync($"#files[data-loaded='{loaded}']", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        troubles.Should().BeEmpty();
    }

    private async Task AnswerScreen(IReadOnlyDictionary<string, object> person)
    {
        bool any = false;
        foreach (var box in await Page.Locator("#card input[type=checkbox]").AllAsync())
        {
            string factor = (await box.GetAttributeAsync("value"))!;
            if (!person.TryGetValue(factor, out object? value) || value is not true)
                continue;
            await box.CheckAsync();
            any = true;
        }

        await Page.ClickAsync(any ? "#card button[type=submit]" : "#card .buttons button >> nth=0");
    }

    /// <summary>Fills the fields of a form that the person has an answer for; the others stay open.</summary>
    private async Task AnswerForm(IReadOnlyDictionary<string, object> person)
    {
        foreach (var item in await Page.Locator("#card .item[data-factor]").AllAsync())
        {
            if (!person.TryGetValue((await item.GetAttributeAsync("data-factor"))!, out object? value))
                continue;
            if (await item.Locator("input[type=number]").CountAsync() > 0)
                await item.Locator("input").FillAsync(Written(value));
            else
                await item.Locator($".chip:has(input[value='{Written(value)}'])").ClickAsync();
        }

        await Page.ClickAsync("#card button[type=submit]");
    }

    private async Task AnswerByOneTap(IReadOnlyDictionary<string, object> person, string question)
    {
        bool isYesNo = await Page.Locator("#card .buttons button[value=false]").CountAsync() > 0;
        if (person.TryGetValue(question, out object? value) || isYesNo)
            await Page.ClickAsync($"#card .buttons button[value='{Written(value ?? false)}']");
        else
            await Page.ClickAsync("#card .buttons button.quiet");
    }

    private static string Written(object value) => value switch
    {
        bool yes => yes ? "true" : "false",
        string choice => choice,
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value}"),
    };

    private bool Expected(string text) => ExpectsRefusals && text.Contains("status of 4", StringComparison.Ordinal);
}
