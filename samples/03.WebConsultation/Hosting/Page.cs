using Microsoft.AspNetCore.Http.Extensions;

namespace GutSkin.Samples.WebConsultation;

/// <summary>The page itself. Published with the library in it (<c>--webroot</c>), it runs in the browser; else it is told to ask this server.</summary>
internal static class Page
{
    private const string LibraryFile = "_framework/dotnet.js";

    public static void UsePage(this WebApplication app)
    {
        bool hasLibrary = app.Environment.WebRootFileProvider.GetFileInfo(LibraryFile).Exists;
        app.Use((context, next) =>
        {
            if (hasLibrary || context.Request.Path != "/" || context.Request.Query.ContainsKey("api"))
                return next(context);
            context.Response.Redirect(UriHelper.BuildRelative(
                context.Request.PathBase, context.Request.Path, context.Request.QueryString.Add("api", "api")));
            return Task.CompletedTask;
        });
        app.UseDefaultFiles();
    }
}
