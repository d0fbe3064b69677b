using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace GutSkin.Web.Tests.Api;

/// <summary>Bad input gives the right status and a problem document, and the server goes on.</summary>
public sealed class HostileInputTests(WebSite site) : IClassFixture<WebSite>
{
    private readonly HttpClient client = site.Client();

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{ \"concerns\": 1 }")]
    [InlineData("{ \"observations\": { \"diet.milk\": 1e999 } }")]
    [InlineData("{ \"observations\": { \"diet.milk\": 1, \"diet.milk\": 2 } }")]
    [InlineData("{ \"unknown\": true }")]
    [InlineData("\u0000\u0001")]
    [InlineData("<html>")]
    public async Task What_is_no_profile_is_400_with_diagnostics(string body)
    {
        foreach (string path in (string[])["/api/assess", "/api/next", "/api/report", "/api/explain?id=acne.milk"])
        {
            var response = await client.PostJson(path, body);
            response.StatusCode.Should().Be(HttpStatusCode.BadRequest, path);
            response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
            (await response.Json()).GetProperty("diagnostics").GetArrayLength().Should().BePositive();
        }
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_400()
    {
        using var content = new ByteArrayContent([0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x3A, 0x31, 0x7D]);
        (await client.PostAsync("/api/assess", content)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Depth_is_limited()
    {
        string deep = "{ \"observations\": " + string.Concat(Enumerable.Repeat("{\"a\":", 100_000)) + "1" + new string('}', 100_001);
        foreach (string path in (string[])["/api/assess", "/api/whatif", "/api/compare", "/api/rules/try"])
            (await client.PostJson(path, deep)).StatusCode.Should().Be(HttpStatusCode.BadRequest, path);
    }

    [Fact]
    public async Task Ten_thousand_unknown_observations_are_400_and_the_answer_stays_small()
    {
        string body = "{ \"observations\": {" + string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"diet.f{i}\": {i}")) + "} }";
        var response = await client.PostJson("/api/assess", body);
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).Length.Should().BeLessThan(2_000_000);
    }

    [Theory]
    [InlineData("/api/assess")]
    [InlineData("/api/next")]
    [InlineData("/api/whatif")]
    [InlineData("/api/compare")]
    [InlineData("/api/report")]
    [InlineData("/api/rules/lint")]
    [InlineData("/api/rules/try")]
    public async Task A_body_over_the_limit_is_413(string path)
    {
        // The server answers and hangs up; a client that asks first does not write into a closed connection.
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Calls.Content(new string(' ', (1024 * 1024) + 1)) };
        request.Headers.ExpectContinue = true;
        var response = await client.SendAsync(request);
        response.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    [Fact]
    public async Task Fifty_megabytes_are_413_before_they_are_sent()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/assess") { Content = new ByteArrayContent(new byte[50 * 1024 * 1024]) };
        request.Headers.ExpectContinue = true;
        (await client.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Fifty_megabytes_of_unknown_length_are_cut_off()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/assess") { Content = new StreamContent(new EndlessStream(50 * 1024 * 1024)) };
        try
        {
            (await client.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        }
        catch (HttpRequestException)
        {
            // the server closed the connection while the client was still sending
        }

        (await client.PostJson("/api/assess", "{}")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_client_that_breaks_off_harms_nobody()
    {
        for (int i = 0; i < 20; i++)
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(site.Address.Host, site.Address.Port);
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes("POST /api/assess HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\n{ \"conc"));
        }

        (await client.PostJson("/api/assess", "{}")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Many_at_once_all_get_their_own_answer()
    {
        string[] profiles = [.. Directory.GetFiles(Repository.Path("samples", "profiles"), "*.json").Select(File.ReadAllText)];
        var alone = new List<string>();
        foreach (string profile in profiles)
            alone.Add(await (await client.PostJson("/api/assess", profile)).Content.ReadAsStringAsync());

        var together = await Task.WhenAll(Enumerable.Range(0, 110).Select(async i =>
            (Index: i % profiles.Length, Text: await (await client.PostJson("/api/assess", profiles[i % profiles.Length])).Content.ReadAsStringAsync())));

        together.Should().OnlyContain(t => t.Text == alone[t.Index]);
    }

    [Theory]
    [InlineData("GET", "/api/assess", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/api/catalog", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound)]
    [InlineData("GET", "/../appsettings.json", HttpStatusCode.NotFound)]
    [InlineData("GET", "/WebConsultation.dll", HttpStatusCode.NotFound)]
    public async Task Other_methods_and_paths_are_refused_with_a_problem(string method, string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        var response = await client.SendAsync(request);
        response.StatusCode.Should().Be(expected);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    [Fact]
    public async Task Another_media_type_is_415()
    {
        using var content = new StringContent("{}", Encoding.UTF8, "text/plain");
        (await client.PostAsync("/api/assess", content)).StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Diagnostics_hold_ids_never_values()
    {
        var response = await client.PostJson("/api/assess", """{ "observations": { "diet.milk": -98765, "skin.type": "geheimnis" } }""");
        var text = await response.Content.ReadAsStringAsync();
        text.Should().NotContain("98765").And.NotContain("geheimnis");
        JsonDocument.Parse(text).RootElement.GetProperty("diagnostics").GetArrayLength().Should().Be(2);
    }

    /// <summary>So many bytes of nothing, of unknown length.</summary>
    private sealed class EndlessStream(long length) : Stream
    {
        private long left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = (int)Math.Min(count, left);
            Array.Fill(buffer, (byte)' ', offset, read);
            left -= read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
