namespace CrossBorder.Verification.Trust;

/// <summary>What an OCSP response says of one certificate (RFC 6960 section 2.2).</summary>
/// <param name="Status">The answer itself.</param>
/// <param name="ThisUpdate">Since when it is known to hold.</param>
/// <param name="NextUpdate">When a newer one is there at the latest; null where newer ones are there at any time.</param>
public sealed record RevocationStatement(RevocationStatementStatus Status, DateTimeOffset ThisUpdate, DateTimeOffset? NextUpdate);

/// <summary>The three answers that a responder has.</summary>
public enum RevocationStatementStatus
{
    /// <summary>Not revoked.</summary>
    Good,

    /// <summary>Revoked, for good or for the time being.</summary>
    Revoked,

    /// <summary>The responder does not know the certificate.</summary>
    Unknown,
}
