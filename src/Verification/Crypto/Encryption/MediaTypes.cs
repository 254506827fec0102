namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>Media types in <c>typ</c> and <c>cty</c>: compared without case, and <c>application/</c> may be left out (RFC 7515 section 4.1.9).</summary>
internal static class MediaTypes
{
    private const string Prefix = "application/";

    public static bool AreSame(string? found, string wanted) =>
        found is not null && string.Equals(Bare(found), Bare(wanted), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string type) => type.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? type[Prefix.Length..] : type;
}
