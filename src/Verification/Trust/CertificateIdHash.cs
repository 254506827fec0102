namespace CrossBorder.Verification.Trust;

/// <summary>
/// By which hash a question to a responder names the issuer (RFC 6960 section 4.1.1, CertID). It finds an entry and secures nothing; which
/// one a responder understands is for its authority to say.
/// </summary>
public enum CertificateIdHash
{
    /// <summary>What every responder understands.</summary>
    Sha1,

    /// <summary>SHA-256.</summary>
    Sha256,

    /// <summary>SM3, for authorities whose keys are SM2.</summary>
    Sm3,
}
