namespace CrossBorder.Verification.Trust;

/// <summary>How old a revocation list may be.</summary>
/// <param name="Grace">For how long after its nextUpdate a list still counts.</param>
public sealed record RevocationPolicy(TimeSpan Grace);
