using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Ports;

/// <summary>The way to one department. It carries signed bytes both ways, encrypted ones among them, and judges neither.</summary>
public interface IDepartmentChannel
{
    /// <summary>
    /// Hands an envelope over and returns what the department answered, still unverified.
    /// A department that does not answer is a refusal (CB4xxx); the same delivery is then handed over again later.
    /// </summary>
    Task<Outcome<ChannelAnswer>> DeliverAsync(ChannelDelivery delivery, CancellationToken cancellationToken);
}

/// <summary>One hand-over.</summary>
/// <param name="DeliveryId">Stays the same through all retries.</param>
/// <param name="Department">Slug of the department.</param>
/// <param name="Envelope">
/// JWS compact serialization (RFC 7515 section 7.1); for a department that registered a key a JWE around it (RFC 7516 section 7.1), which is a
/// new one at each hand-over.
/// </param>
public sealed record ChannelDelivery(string DeliveryId, string Department, string Envelope);

/// <summary>The envelope was handed over.</summary>
/// <param name="Receipt">
/// What the department sent back: a JWS that is a receipt only once it is verified. Null where it was handed to a queue: the receipt comes by
/// itself, to <see cref="IReceiptDesk"/>.
/// </param>
public sealed record ChannelAnswer(string? Receipt);
