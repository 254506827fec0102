using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust.Records;

/// <summary>One acceptance, stored in the transaction of what it led to. It names nobody: what it belongs to is named by id.</summary>
internal sealed class TrustRecord
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The beginning of its hour, for counting.</summary>
    public required DateTimeOffset Hour { get; init; }

    public required TrustPurpose Purpose { get; init; }

    public required string Party { get; init; }

    /// <summary>Id of the <see cref="TrustPath"/>.</summary>
    public required string Path { get; init; }

    public required string Algorithm { get; init; }

    public string? KeyId { get; init; }

    public required string Type { get; init; }

    /// <summary>The node that judged.</summary>
    public required string Node { get; init; }

    /// <summary>The relying party that the person was on the way to.</summary>
    public string? ClientId { get; init; }

    public string? SessionId { get; init; }

    public string? ApplicationId { get; init; }

    public string? DeliveryId { get; init; }

    public static TrustRecord Of(TrustUse use, TrustReference reference, string node) => new()
    {
        Id = Guid.CreateVersion7(use.At),
        At = use.At,
        Hour = Hours.Of(use.At),
        Purpose = use.Purpose,
        Party = use.Party,
        Path = use.Path,
        Algorithm = use.Algorithm,
        KeyId = use.KeyId,
        Type = use.Type,
        Node = node,
        ClientId = reference.ClientId,
        SessionId = reference.SessionId,
        ApplicationId = reference.ApplicationId,
        DeliveryId = reference.DeliveryId,
    };
}

/// <summary>What an acceptance led to.</summary>
internal sealed record TrustReference(string? ClientId = null, string? SessionId = null, string? ApplicationId = null, string? DeliveryId = null)
{
    /// <summary>To nothing that is kept, such as an answer of the directory.</summary>
    public static TrustReference None { get; } = new();
}
