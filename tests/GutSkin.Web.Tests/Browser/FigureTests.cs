using System.Globalization;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace GutSkin.Web.Tests.Browser;

/// <summary>
/// What a visit of the page with the library in it costs: bytes, and how long one waits. The figures of the sample's README are what
/// this prints on an idle machine; the test itself holds the download to its limit, and waiting to what a busy machine may take.
/// </summary>
public sealed class FigureTests(BrowserFixture fixture, ITestOutputHelper output) : BrowserTests(fixture, output, Way.Browser)
{
    private const long MostBytes = 3_000_000;
    private const double MostMilliseconds = 2000;

    // Answers what is asked, the first choice of everything, and waits until what follows from it is drawn.
    private const string Tap =
        """
        async () => {
          const card = document.getElementById('card');
          if (card.dataset.question === 'enough') return -1;
          for (const item of card.querySelectorAll('.item')) {
            const input = item.querySelector('input');
            if (input.type === 'radio') input.click();
            else input.value = Math.max(Number(input.min), 20);
          }
          const drawn = new Promise((done) => new MutationObserver((_, observer) => {
            observer.disconnect();
            requestAnimationFrame(() => setTimeout(done));
          }).observe(card, { attributes: true, attributeFilter: ['data-step'] }));
          const start = performance.now();
          card.querySelector('.buttons button:not([disabled])').click();
          await drawn;
          return performance.now() - start;
        }
        """;

    private readonly ITestOutputHelper output = output;

    [Fact]
    public async Task A_visit()
    {
        await using var files = await PlainFiles.Serve(await PublishedPage.Folder);
        await Visiting(
            async visit =>
            {
                Say("start page drawn, cold", await Since(visit, "html[data-ready=true]"));
                Say("library ready, cold", await Since(visit, "html[data-library=true]"));
                await visit.Page.WaitForSelectorAsync("html[data-offline=true]");
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bytes over the wire: {files.Bytes}"));
                files.Bytes.Should().BeInRange(1_000_000, MostBytes);
                long first = files.Bytes;

                await visit.Reload();
                Say("start page drawn, warm", await Since(visit, "html[data-ready=true]"));
                Say("library ready, warm", await Since(visit, "html[data-library=true]"));
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bytes over the wire, second visit: {files.Bytes - first}"));
                (files.Bytes - first).Should().BeLessThan(first / 10);

                await visit.Page.CheckAsync("#card input[name=concern][value='acne-vulgaris']");
                var taps = new List<double>();
                for (double tap = await visit.Page.EvaluateAsync<double>(Tap); tap >= 0; tap = await visit.Page.EvaluateAsync<double>(Tap))
                    taps.Add(tap);
                Say("first question after the start page", taps[0]);
                var answers = taps.Skip(1).Order().ToList();
                answers.Count.Should().BeGreaterThan(5);
                Say($"tap to drawn score, median of {answers.Count}", answers[answers.Count / 2]);
                Say("tap to drawn score, longest", answers[^1]);
                answers[answers.Count / 2].Should().BeLessThan(MostMilliseconds);
            },
            site: files.Address);
    }

    private static async Task<double> Since(Visit visit, string selector)
    {
        await visit.Page.WaitForSelectorAsync(selector, new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
        return await visit.Page.EvaluateAsync<double>("performance.now()");
    }

    private void Say(string what, double milliseconds) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {milliseconds:0} ms"));
}
