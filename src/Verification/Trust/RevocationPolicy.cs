namespace CrossBorder.Verification.Trust;

/// <summary>How old an answer about revocation may be, and for which purposes there must be one.</summary>
/// <param name="Grace">For how long after its nextUpdate a list or response still counts.</param>
public sealed record RevocationPolicy(TimeSpan Grace)
{
    /// <summary>What each purpose requires. A purpose that is not here is <see cref="RevocationRequirement.Required"/>: closed by default.</summary>
    public IReadOnlyDictionary<TrustPurpose, RevocationRequirement> Requirements { get; init; } = new Dictionary<TrustPurpose, RevocationRequirement>();

    /// <summary>What this purpose requires.</summary>
    public RevocationRequirement RequirementOf(TrustPurpose purpose) => Requirements.GetValueOrDefault(purpose, RevocationRequirement.Required);
}
