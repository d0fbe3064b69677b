using System.Text.Json;

namespace GutSkin.Samples.CdsHooks;

/// <summary>Takes what clients say of cards: whether they were followed, and why not. Counts go to the log, comments nowhere.</summary>
internal static class Feedback
{
    public static async Task<IResult> TakeAsync(HttpRequest request, ILogger log)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            if (!document.RootElement.TryGetProperty("feedback", out var feedback) || feedback.ValueKind != JsonValueKind.Array)
                return Results.Problem("A feedback has the array feedback.", statusCode: StatusCodes.Status400BadRequest);
            var items = feedback.EnumerateArray().ToList();
            if (!items.TrueForAll(IsWhole))
                return Results.Problem("Each feedback has card, outcome (accepted or overridden), and outcomeTimestamp.", statusCode: StatusCodes.Status400BadRequest);
            log.LogInformation("feedback: {Accepted} accepted, {Overridden} overridden", items.Count(i => Text(i, "outcome") == "accepted"), items.Count(i => Text(i, "outcome") == "overridden"));
            return Results.Ok();
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return Results.Problem("The body is not well-formed JSON.", statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static bool IsWhole(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && Guid.TryParse(Text(item, "card"), out _) && Text(item, "outcome") is "accepted" or "overridden"
        && DateTimeOffset.TryParse(Text(item, "outcomeTimestamp"), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out _);

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
