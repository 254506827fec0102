namespace CrossBorder.Verification.Trust;

/// <summary>How old an answer about revocation may be, and for which purposes there must be one.</summary>
/// <param name="Grace">For how long after its nextUpdate a list or response still counts, where <see cref="Graces"/> says nothing else.</param>
public sealed record RevocationPolicy(TimeSpan Grace)
{
    /// <summary>For how long a late answer still counts where the purpose has a measure of its own.</summary>
    public IReadOnlyDictionary<TrustPurpose, TimeSpan> Graces { get; init; } = new Dictionary<TrustPurpose, TimeSpan>();

    /// <summary>What each purpose requires. A purpose that is not here is <see cref="RevocationRequirement.Required"/>: closed by default.</summary>
    public IReadOnlyDictionary<TrustPurpose, RevocationRequirement> Requirements { get; init; } = new Dictionary<TrustPurpose, RevocationRequirement>();

    /// <summary>For how long after its nextUpdate an answer counts for this purpose.</summary>
    public TimeSpan GraceOf(TrustPurpose purpose) => Graces.GetValueOrDefault(purpose, Grace);

    /// <summary>What this purpose requires.</summary>
    public RevocationRequirement RequirementOf(TrustPurpose purpose) => Requirements.GetValueOrDefault(purpose, RevocationRequirement.Required);
}
