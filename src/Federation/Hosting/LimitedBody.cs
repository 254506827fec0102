namespace CrossBorder.Federation.Hosting;

/// <summary>A body of which no more is read than it may have.</summary>
internal static class LimitedBody
{
    /// <summary>Null where there is more.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int most)
    {
        if (request.ContentLength > most)
            return null;

        var buffer = new byte[most + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        return length > most ? null : buffer[..length];
    }
}
