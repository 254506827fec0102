using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Checks;

/// <summary>A receipt that was verified. The only way to one is <see cref="ReceiptPipeline"/>.</summary>
public sealed class VerifiedReceipt
{
    internal VerifiedReceipt()
    {
    }

    /// <summary>The id of the delivery.</summary>
    public required string Delivery { get; init; }

    /// <summary>The slug of the department.</summary>
    public required string Department { get; init; }

    /// <summary>True for outcome <c>accepted</c>, false for <c>rejected</c>.</summary>
    public required bool Accepted { get; init; }

    /// <summary>The department's own reference.</summary>
    public string? Reference { get; init; }

    /// <summary>The department's reason, where it gave one.</summary>
    public string? Reason { get; init; }

    /// <summary>When the department received the envelope, by its own clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The receipt as it came, to be kept as evidence.</summary>
    public required string Compact { get; init; }

    /// <summary>The signer's chain; null where the receipt stands on a registered key alone.</summary>
    public VerifiedChain? Chain { get; init; }
}
