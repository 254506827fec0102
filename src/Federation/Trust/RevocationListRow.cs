namespace CrossBorder.Federation.Trust;

/// <summary>The last good revocation list of one issuer, kept so that a restart does not forget who was revoked.</summary>
internal sealed class RevocationListRow
{
    public required string Name { get; init; }

    public required byte[] Encoded { get; set; }

    public required DateTimeOffset ThisUpdate { get; set; }

    public DateTimeOffset? NextUpdate { get; set; }

    public required DateTimeOffset FetchedAt { get; set; }
}
