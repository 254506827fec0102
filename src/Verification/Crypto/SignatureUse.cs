namespace CrossBorder.Verification.Crypto;

/// <summary>What a signature is relied on for; <see cref="AlgorithmPolicy"/> says for each which algorithms will do.</summary>
public enum SignatureUse
{
    /// <summary>Tokens that the hub issues and relying parties check (OpenID Connect Core section 2).</summary>
    Tokens,

    /// <summary>Assertions and id tokens of home providers.</summary>
    Assertions,

    /// <summary>Receipts of departments.</summary>
    Receipts,

    /// <summary>Envelopes that the hub signs for departments.</summary>
    Envelopes,

    /// <summary>Assertions by which clients authenticate (RFC 7523 section 3).</summary>
    ClientAssertions,

    /// <summary>Certificates and revocation lists; here an algorithm stands for its kind of key, with any SHA-2 or SM3.</summary>
    Certificates,

    /// <summary>Seals on evidence packages and other records of the hub.</summary>
    Evidence,
}
