namespace CrossBorder.Verification.Evidence;

/// <summary>What a department said of a delivery after it had it.</summary>
/// <param name="Event">The event as it came, JWS compact serialization.</param>
/// <param name="VerifiedAt">When the hub verified and stored it.</param>
public sealed record EvidenceEvent(string Event, DateTimeOffset VerifiedAt);
