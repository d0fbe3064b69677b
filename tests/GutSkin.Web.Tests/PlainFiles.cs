using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace GutSkin.Web.Tests;

/// <summary>A server that knows nothing but files: what any host of plain files does. It notes what it was asked for.</summary>
public sealed class PlainFiles : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> asked = new();
    private long bytes;

    private PlainFiles(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        var types = new FileExtensionContentTypeProvider();
        app.Run(context => Give(context, folder, types));
    }

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>The requests so far: method, path and query.</summary>
    public IReadOnlyCollection<string> Asked => asked;

    /// <summary>The bytes of all answers so far, as sent.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    public static async Task<PlainFiles> Serve(string folder)
    {
        var files = new PlainFiles(folder);
        await files.app.StartAsync();
        return files;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static bool IsText(string type) => type.StartsWith("text/", StringComparison.Ordinal) || type is "application/json" or "image/svg+xml";

    private async Task Give(HttpContext context, string folder, FileExtensionContentTypeProvider types)
    {
        var request = context.Request;
        asked.Enqueue($"{request.Method} {request.Path}{request.QueryString}");
        string path = Path.GetFullPath(Path.Combine(folder, "." + (request.Path == "/" ? "/index.html" : request.Path.Value)));
        if (!HttpMethods.IsGet(request.Method) || !path.StartsWith(folder, StringComparison.Ordinal) || !File.Exists(path))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = types.TryGetContentType(path, out string? type) ? type : "application/octet-stream";
        context.Response.Headers.CacheControl = "no-cache";
        var whole = new FileInfo(path);
        context.Response.Headers.ETag = $"\"{whole.LastWriteTimeUtc.Ticks:x}-{whole.Length:x}\"";
        if (request.Headers.IfNoneMatch == context.Response.Headers.ETag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (File.Exists(path + ".br") && request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
        {
            context.Response.Headers.ContentEncoding = "br";
            path += ".br";
        }

        else if (request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal) && IsText(context.Response.ContentType))
        {
            // As hosts of plain files do with texts.
            context.Response.Headers.ContentEncoding = "gzip";
            using var packed = new MemoryStream();
            await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
                await gzip.WriteAsync(await File.ReadAllBytesAsync(path));
            Interlocked.Add(ref bytes, packed.Length);
            await context.Response.Body.WriteAsync(packed.ToArray());
            return;
        }

        Interlocked.Add(ref bytes, new FileInfo(path).Length);
        await context.Response.SendFileAsync(new PhysicalFileProvider(Path.GetDirectoryName(path)!).GetFileInfo(Path.GetFileName(path)));
    }
}
