namespace CrossBorder.Federation.Applications.Materials;

/// <summary>What a file is by its first bytes. Its name and declared type are claims of whoever sent it.</summary>
internal static class ContentSniffer
{
    private const int BoxHeader = 8;

    // Brands of ISO 23008-12 (HEIF) that hold HEVC pictures.
    private static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

    /// <summary>The media type, or null where it is none that is accepted.</summary>
    public static string? MediaTypeOf(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("%PDF-"u8))
            return "application/pdf";
        if (content.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]))
            return "image/jpeg";
        if (content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a]))
            return "image/png";
        return IsHeic(content) ? "image/heic" : null;
    }

    private static bool IsHeic(ReadOnlySpan<byte> content)
    {
        if (content.Length < BoxHeader + 4 || !content[4..BoxHeader].SequenceEqual("ftyp"u8))
            return false;
        var brand = System.Text.Encoding.ASCII.GetString(content.Slice(BoxHeader, 4));
        return HeicBrands.Contains(brand, StringComparer.Ordinal);
    }
}
