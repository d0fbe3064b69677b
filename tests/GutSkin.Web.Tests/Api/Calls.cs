using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace GutSkin.Web.Tests.Api;

/// <summary>Calls of the API.</summary>
internal static class Calls
{
    public static async Task<HttpResponseMessage> PostJson(this HttpClient client, string path, string body) =>
        await client.PostAsync(path, Content(body));

    public static async Task<JsonElement> Json(this HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    public static StringContent Content(string body)
    {
        var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}
