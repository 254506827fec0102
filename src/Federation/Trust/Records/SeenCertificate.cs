namespace CrossBorder.Federation.Trust.Records;

/// <summary>A certificate as a partner presented it, kept once. Being here says nothing about trust.</summary>
internal sealed class SeenCertificate
{
    /// <summary>SHA-256 thumbprint, base64url.</summary>
    public required string Fingerprint { get; init; }

    public required byte[] Encoded { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }
}
