using System.Diagnostics;
using System.Text.RegularExpressions;

namespace GutSkin.Web.Tests.Api;

/// <summary>The program as it is started: on the address it is given, soon ready.</summary>
public sealed partial class ProcessTests
{
    [Fact]
    public async Task It_listens_where_urls_says_and_serves_the_page()
    {
        string program = Path.Combine(AppContext.BaseDirectory, "WebConsultation.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        try
        {
            var address = await AddressOf(process);
            using var client = new HttpClient { BaseAddress = address };
            string page = await client.GetStringAsync(new Uri("/", UriKind.Relative));
            clock.Stop();

            page.Should().Contain("js/main.js");
            (await (await client.GetAsync(new Uri("/api/catalog", UriKind.Relative))).Content.ReadAsStringAsync()).Should().Contain("acne-vulgaris");
            clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(30), "two seconds on an idle machine, and builds may run beside");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<Uri> AddressOf(Process process)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
                return new Uri(match.Value);
        }

        throw new InvalidOperationException("The program ended without listening.");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex Listening();
}
