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

        using var whole = new MemoryStream((int)(context.Request.ContentLength ?? 0));
        byte[] part = new byte[16 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(part, context.RequestAborted)) > 0)
        {
            if (whole.Length + read > limit)
                throw TooLarge();
            whole.Write(part, 0, read);
        }

        return whole.ToArray();
    }

    private static BadHttpRequestException TooLarge() =>
        new("The document is larger than this server accepts.", StatusCodes.Status413PayloadTooLarge);
}
