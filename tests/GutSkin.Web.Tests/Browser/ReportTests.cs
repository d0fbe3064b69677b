using System.Text;
using System.Text.RegularExpressions;
using GutSkin.Core;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace GutSkin.Web.Tests.Browser;

/// <summary>The library's report on paper and on small screens: of every sample profile, in both languages.</summary>
public sealed partial class ReportTests(BrowserFixture fixture, ITestOutputHelper output) : BrowserTests(fixture, output)
{
    private const int MostPages = 3;

    // Visible texts of charts that meet another or leave their chart, and pieces wider than the screen. Letters reach a little over
    // and under their line, so two pixels are no meeting.
    private const string Collisions =
        """
        () => {
          const found = [];
          for (const chart of document.querySelectorAll('figure [role=img], figure > svg')) {
            const frame = chart.getBoundingClientRect();
            if (frame.width === 0) continue;
            const texts = [...chart.querySelectorAll('text, .row span')].map((t) => ({ words: t.textContent, box: t.getBoundingClientRect() })).filter((t) => t.box.width > 0);
            if (texts.length === 0) found.push('a chart without texts');
            texts.forEach(({ words, box }, i) => {
              if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 2) found.push(`"${words}" leaves its chart`);
              for (const other of texts.slice(i + 1)) {
                const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
                const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
                if (across > 0 && down > 2) found.push(`"${words}" meets "${other.words}"`);
              }
            });
            for (const rect of chart.querySelectorAll(':scope > rect[stroke]')) {
              const box = rect.getBoundingClientRect();
              for (const text of texts.filter((t) => t.box.top > box.top - 3 && t.box.bottom < box.bottom + 3 && t.box.left >= box.left && t.box.left < box.right))
                if (text.box.right > box.right) found.push(`"${text.words}" leaves its box`);
            }
          }
          if (document.documentElement.scrollWidth > window.innerWidth) found.push('the page is wider than the screen');
          return found;
        }
        """;

    // What would not be printed of the sections about safety.
    private const string HiddenSafety =
        """
        () => [...document.querySelectorAll('#see-someone *, #held *, #disclaimer *, .first, #change tbody *')]
          .filter((e) => e.getClientRects().length === 0).map((e) => e.outerHTML.slice(0, 100))
        """;

    private const string FontPackage = "roboto-fontface";

    // Where lines and pages break depends on the font: these tests bring their own, so that they see the same on every machine.
    private static readonly Lazy<string> OwnFont = new(() => string.Concat(new[] { ("Regular", "400", "normal"), ("Bold", "700", "normal"), ("RegularItalic", "400", "italic") }
        .Select(face => $"@font-face {{ font-family: Own; font-weight: {face.Item2}; font-style: {face.Item3}; src: url(data:font/woff2;base64,{FontFile(face.Item1)}); }}\n"))
        + "* { font-family: Own !important; }\n");

    private readonly ITestOutputHelper output = output;

    public static TheoryData<string> Languages => ["en", "de"];

    [Theory]
    [MemberData(nameof(Languages))]
    public Task Prints_its_first_page_on_one_and_all_on_three_with_everything_about_safety(string language) => Visiting(async visit =>
    {
        if (NpmPackages.Lacks(FontPackage, output))
            return;
        var faults = new List<string>();
        await visit.Page.GotoAsync("about:blank");
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        foreach (var (name, html) in Reports(language, ReportDetail.FirstPage))
        {
            if (await Pages(visit, html) is > 1 and int pages)
                faults.Add($"{name}: the first page takes {pages}");
        }

        foreach (var (name, html) in Reports(language))
        {
            if (await Pages(visit, html) is > MostPages and int pages)
                faults.Add($"{name}: {pages} pages");
            faults.AddRange((await visit.Page.EvaluateAsync<string[]>(HiddenSafety)).Select(h => $"{name}: not printed: {h}"));
        }

        faults.Should().BeEmpty();
    });

    [Theory]
    [InlineData("en", 320)]
    [InlineData("de", 320)]
    [InlineData("de", 360)]
    [InlineData("de", 545)]
    [InlineData("de", 1280)]
    public Task No_text_of_a_chart_meets_another_or_leaves_it(string language, int width) => Visiting(
        async visit =>
        {
            if (NpmPackages.Lacks(FontPackage, output))
                return;
            var faults = new List<string>();
            await visit.Page.GotoAsync("about:blank");
            foreach (var (name, html) in Reports(language).Append(("long names", LongNames(language))))
            {
                await ShowAsync(visit, html);
                faults.AddRange((await visit.Page.EvaluateAsync<string[]>(Collisions)).Select(c => $"{name}: {c}"));
            }

            faults.Should().BeEmpty();
        },
        new Visitor(language, width, 740));

    private static string FontFile(string face) => Convert.ToBase64String(
        File.ReadAllBytes(NpmPackages.PathIn(FontPackage, "fonts", "roboto", $"Roboto-{face}.woff2")));

    private static async Task ShowAsync(Visit visit, string html)
    {
        // The report's own policy allows no font but those of the machine.
        await visit.Page.SetContentAsync(Policy().Replace(html, ""));
        await visit.Page.AddStyleTagAsync(new PageAddStyleTagOptions { Content = OwnFont.Value });
        (await visit.Page.EvaluateAsync<bool>("async () => { await document.fonts.load('16px Own'); await document.fonts.load('bold 16px Own'); await document.fonts.ready; return document.fonts.check('16px Own'); }"))
            .Should().BeTrue("the layout is that of the tests' own font");
    }

    private static async Task<int> Pages(Visit visit, string html)
    {
        await ShowAsync(visit, html);
        byte[] pdf = await visit.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });
        int pages = PdfPage().Count(Encoding.Latin1.GetString(pdf));
        pages.Should().BePositive("the pages of the print must be countable");
        return pages;
    }

    private static IEnumerable<(string Name, string Html)> Reports(string language, ReportDetail detail = ReportDetail.Full) =>
        Directory.GetFiles(Repository.Path("samples", "profiles"), "*.json").Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileNameWithoutExtension(file), Assess(File.ReadAllText(file), language).ToHtml(detail)));

    /// <summary>Names no chart has room for.</summary>
    private static string LongNames(string language)
    {
        var assessment = Assess(Repository.Profile("rosacea-alcohol"), language);
        return (assessment with
        {
            Conditions = [.. assessment.Conditions.Select((c, i) => c with { Name = i % 2 == 0 ? new string('W', 60) : "Donaudampfschifffahrtskapitänsmützenausschlag am Unterarm" })],
        }).ToHtml(ReportDetail.Full);
    }

    private static Assessment Assess(string profile, string language) =>
        ScoringService.Default.Assess(ProfileJson.Read(profile).GetValueOrThrow(), new AssessmentOptions { Culture = language });

    [GeneratedRegex("""<meta http-equiv="Content-Security-Policy"[^>]*>""")]
    private static partial Regex Policy();

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PdfPage();
}
