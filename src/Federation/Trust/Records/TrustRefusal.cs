using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust.Records;

/// <summary>How often in an hour a party's messages were refused for one reason. Counted, not kept: refusals cost a stranger nothing.</summary>
internal sealed class TrustRefusal
{
    public required DateTimeOffset Hour { get; init; }

    public required TrustPurpose Purpose { get; init; }

    public required string Party { get; init; }

    /// <summary>Id of the refused <see cref="TrustPath"/>; empty where the signature does not hold, or where too many different ones came.</summary>
    public required string Path { get; init; }

    public required string Code { get; init; }

    public long Count { get; set; }
}
