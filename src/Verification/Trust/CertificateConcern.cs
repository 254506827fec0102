namespace CrossBorder.Verification.Trust;

/// <summary>What an officer should know of a certificate before it is believed. None of these alone forbids it.</summary>
public enum CertificateConcern
{
    /// <summary>It ends within 30 days.</summary>
    EndsSoon,

    /// <summary>It was issued for less than 30 days altogether.</summary>
    ShortValidity,

    /// <summary>A leaf that holds for more than 825 days.</summary>
    LongValidity,

    /// <summary>It is not valid yet.</summary>
    NotYetValid,

    /// <summary>An RSA key of less than 3072 bits.</summary>
    WeakKey,

    /// <summary>Its key usage does not fit what it is admitted as.</summary>
    KeyUsageUnfit,

    /// <summary>A leaf without the extended key usage of its purpose.</summary>
    PurposeUnstated,

    /// <summary>It names neither a revocation list nor an OCSP responder.</summary>
    NoRevocationAddress,

    /// <summary>The signature on it holds with an SM2 user id other than <c>1234567812345678</c>, which no path here is verified with.</summary>
    OtherUserId,

    /// <summary>It does not verify by the key of the issuer that is known.</summary>
    SignatureDoubtful,

    /// <summary>It was issued by itself, so nobody vouches for it.</summary>
    SelfIssued,

    /// <summary>Another certificate that is known has the same key.</summary>
    SameKey,

    /// <summary>Another certificate that is known has the same name and another key.</summary>
    SameName,

    /// <summary>It names no party, or another party than it is to be admitted for.</summary>
    NameUnstated,

    /// <summary>It was generated for development.</summary>
    Development,
}
