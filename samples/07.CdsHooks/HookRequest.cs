using System.Text;
using System.Text.Json;

namespace GutSkin.Samples.CdsHooks;

/// <summary>A call of the hook: who is looked at, and what the client brought, as one Bundle.</summary>
/// <param name="Instance">The id of the call.</param>
/// <param name="Patient">The id of the patient.</param>
/// <param name="Bundle">The resources, as a FHIR Bundle in UTF-8.</param>
internal sealed record HookRequest(string Instance, string Patient, byte[] Bundle)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 72 };

    /// <summary>Reads a call; where it is wrong, the status and a sentence. No sentence repeats what was sent.</summary>
    public static async Task<(HookRequest? Request, int Status, string? Fault)> ReadAsync(HttpRequest request)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, Options, request.HttpContext.RequestAborted);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return (null, StatusCodes.Status400BadRequest, "The body is not well-formed JSON.");
        }
    }

    private static (HookRequest? Request, int Status, string? Fault) Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || Text(root, "hook") is not { } hook || Text(root, "hookInstance") is not { } instance)
            return (null, StatusCodes.Status400BadRequest, "A call has hook, hookInstance, and context.");
        if (hook != Discovery.Hook)
            return (null, StatusCodes.Status400BadRequest, $"This service answers the hook {Discovery.Hook} only.");
        if (!Guid.TryParse(instance, out _))
            return (null, StatusCodes.Status400BadRequest, "hookInstance is a UUID.");
        if (!root.TryGetProperty("context", out var context) || context.ValueKind != JsonValueKind.Object || Text(context, "patientId") is not { } patient)
            return (null, StatusCodes.Status400BadRequest, "The context of patient-view has a patientId.");
        if (!root.TryGetProperty("prefetch", out var prefetch) || prefetch.ValueKind != JsonValueKind.Object || !prefetch.EnumerateObject().Any(p => p.Value.ValueKind == JsonValueKind.Object))
            return (null, StatusCodes.Status412PreconditionFailed, "This service needs its prefetch; it calls no FHIR server.");
        return (new HookRequest(instance, patient, Collect(prefetch)), StatusCodes.Status200OK, null);
    }

    /// <summary>All that was brought, one level deep: the entries of Bundles, and single resources. What could not be fetched (null) says nothing.</summary>
    private static byte[] Collect(JsonElement prefetch)
    {
        var resources = new List<string>();
        foreach (var part in prefetch.EnumerateObject().Select(p => p.Value).Where(v => v.ValueKind == JsonValueKind.Object))
        {
            if (Text(part, "resourceType") != "Bundle")
                resources.Add($$"""{"resource":{{part.GetRawText()}}}""");
            else if (part.TryGetProperty("entry", out var entries) && entries.ValueKind == JsonValueKind.Array)
                resources.AddRange(entries.EnumerateArray().Select(e => e.GetRawText()));
        }

        return Encoding.UTF8.GetBytes($$"""{"resourceType":"Bundle","type":"collection","entry":[{{string.Join(',', resources)}}]}""");
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
