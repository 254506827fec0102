namespace CrossBorder.Federation.Trust.Revocation;

/// <summary>The last good OCSP response about one certificate.</summary>
internal sealed class RevocationResponseRow
{
    /// <summary>Name of the responder in the settings.</summary>
    public required string Responder { get; init; }

    /// <summary>SHA-256 thumbprint of <see cref="Certificate"/>, base64url.</summary>
    public required string Fingerprint { get; init; }

    public required byte[] Certificate { get; init; }

    /// <summary>The authority's certificate, of which it was found that its key signed <see cref="Certificate"/>.</summary>
    public required byte[] Issuer { get; init; }

    public required byte[] Encoded { get; set; }

    public required DateTimeOffset ThisUpdate { get; set; }

    public DateTimeOffset? NextUpdate { get; set; }

    public required DateTimeOffset FetchedAt { get; set; }

    /// <summary>When a judgement last had it fetched. Long after that it is not kept fresh any more.</summary>
    public required DateTimeOffset NeededAt { get; set; }
}
