namespace CrossBorder.Federation.Tests.Applications;

internal static class StreamReading
{
    public static async Task<byte[]> AllAsync(this Stream stream)
    {
        using var whole = new MemoryStream();
        await stream.CopyToAsync(whole);
        return whole.ToArray();
    }
}
