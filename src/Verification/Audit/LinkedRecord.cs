namespace CrossBorder.Verification.Audit;

/// <summary>An entry and the hash that was stored for it when it was linked.</summary>
/// <param name="Record">The entry as it is now.</param>
/// <param name="Hash">The hash as it was then, <see cref="LogHash.Length"/> bytes.</param>
public sealed record LinkedRecord(AuditRecord Record, byte[] Hash);
