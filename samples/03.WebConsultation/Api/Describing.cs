using System.Text.Json.Nodes;

namespace GutSkin.Samples.WebConsultation;

/// <summary>What the OpenAPI document says of endpoints that read their body themselves.</summary>
internal static class Describing
{
    /// <summary>A JSON document in; problem documents where it is faulty, too large, or too many come.</summary>
    public static RouteHandlerBuilder TakesDocument(this RouteHandlerBuilder endpoint) => endpoint
        .Accepts<JsonNode>("application/json")
        .Produces(StatusCodes.Status200OK)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);
}
