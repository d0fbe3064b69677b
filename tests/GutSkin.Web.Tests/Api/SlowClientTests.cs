using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GutSkin.Web.Tests.Api;

/// <summary>Who sends slowly, or never ends, is cut off; the others are served meanwhile.</summary>
public sealed class SlowClientTests : IAsyncLifetime
{
    private const string Head = "POST /api/assess HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n";

    private readonly WebSite site = WebSite.With(
        ("Limits:HeaderSeconds", "1"), ("Limits:BodyBytesPerSecond", "1000"), ("Limits:BodyGraceSeconds", "2"), ("Limits:IdleSeconds", "1"));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task A_body_that_comes_drop_by_drop_is_408_and_others_are_served()
    {
        using var client = site.Client();
        var slow = Enumerable.Range(0, 20).Select(_ => Drip(Head, " ")).ToList();

        for (int i = 0; i < 10; i++)
            (await client.PostJson("/api/assess", "{}")).StatusCode.Should().Be(HttpStatusCode.OK);

        foreach (string answer in await Task.WhenAll(slow))
            answer.Should().StartWith("HTTP/1.1 408 ");
    }

    [Fact]
    public async Task A_head_that_never_ends_is_cut() => (await Drip("POST /api/assess HTTP/1.1\r\nHost: localhost\r\n", "X-A: b\r\n")).Should().StartWith("HTTP/1.1 408 ");

    [Fact]
    public async Task A_connection_that_says_nothing_is_closed() => (await Drip("", "")).Should().BeEmpty();

    [Fact]
    public async Task A_steady_client_is_served()
    {
        string body = "{ \"x-note\": \"" + new string('n', 6000) + "\" }";
        using var socket = new TcpClient();
        await socket.ConnectAsync(site.Address.Host, site.Address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/assess HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"));
        foreach (char[] part in body.Chunk(1500))
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(part));
            await Task.Delay(400);
        }

        (await new StreamReader(stream).ReadToEndAsync()).Should().StartWith("HTTP/1.1 200 ");
    }

    /// <summary>The rest of the body is taken, so that whoever sends first and reads then finds an answer and not a connection that broke.</summary>
    [Fact]
    public async Task A_body_that_is_late_is_answered()
    {
        await using var hasty = WebSite.With(("Limits:TimeoutSeconds", "0.2"));
        byte[] half = new byte[400_000];
        half.AsSpan().Fill((byte)' ');
        using var socket = new TcpClient();
        await socket.ConnectAsync(hasty.Address.Host, hasty.Address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/assess HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {2 * half.Length}\r\n\r\n"));
        await stream.WriteAsync(half);
        await Task.Delay(1000);
        await stream.WriteAsync(half);

        (await new StreamReader(stream).ReadToEndAsync()).Should().StartWith("HTTP/1.1 503 ");
    }

    /// <summary>Sends a beginning and then a little again and again, until the server has enough of it.</summary>
    /// <returns>What the server said before it closed.</returns>
    private async Task<string> Drip(string beginning, string drop)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var socket = new TcpClient();
        await socket.ConnectAsync(site.Address.Host, site.Address.Port, patience.Token);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(beginning), patience.Token);
        var answer = ReadToEnd(stream, patience.Token);
        while (!answer.IsCompleted && drop.Length > 0)
        {
            await Task.Delay(200, patience.Token);
            try
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(drop), patience.Token);
            }
            catch (IOException)
            {
                break; // closed: what it said is read
            }
        }

        return await answer;
    }

    private static async Task<string> ReadToEnd(NetworkStream stream, CancellationToken cancellation)
    {
        var said = new StringBuilder();
        byte[] part = new byte[4096];
        try
        {
            for (int read; (read = await stream.ReadAsync(part, cancellation)) > 0;)
                said.Append(Encoding.UTF8.GetString(part, 0, read));
        }
        catch (IOException)
        {
            // reset after the answer
        }

        return said.ToString();
    }
}
