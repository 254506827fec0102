namespace CrossBorder.Verification.Trust;

/// <summary>What follows where the revocation status of a certificate is not known.</summary>
public enum RevocationRequirement
{
    /// <summary>Not knowing counts as revoked: a missing, stale or unusable answer is refused.</summary>
    Required,

    /// <summary>Not knowing is accepted. A revocation that is known is refused all the same.</summary>
    NotRequired,
}
