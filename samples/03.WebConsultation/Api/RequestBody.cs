using System.Buffers;

namespace GutSkin.Samples.WebConsultation;

/// <summary>A body read whole, up to the limit, whatever the server in front allows.</summary>
internal static class RequestBody
{
    /// <summary>Reads the body.</summary>
    /// <exception cref="BadHttpRequestException">It is larger than the limit (413), or it broke off (400).</exception>
    public static async Task<byte[]> ReadAsync(HttpContext context)
    {
        int limit = context.RequestServices.GetRequiredService<Limits>().BodyBytes;
        if (context.Request.ContentLength > limit)
            throw TooLarge();

        var reader = context.Request.BodyReader;
        while (true)
        {
            // Nothing is copied until all of it is there.
            var part = await reader.ReadAsync(context.RequestAborted);
            if (part.Buffer.Length > limit)
                throw TooLarge();
            if (part.IsCompleted)
            {
                byte[] whole = part.Buffer.ToArray();
                reader.AdvanceTo(part.Buffer.End);
                return whole;
            }

            reader.AdvanceTo(part.Buffer.Start, part.Buffer.End);
        }
    }

    private static BadHttpRequestException TooLarge() =>
        new("The document is larger than this server accepts.", StatusCodes.Status413PayloadTooLarge);
}
