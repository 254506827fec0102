namespace CrossBorder.Verification.Crypto;

/// <summary>The kinds of key pair that the product signs and verifies with.</summary>
public enum KeyKind
{
    /// <summary>RSA, 2048 bits or more.</summary>
    Rsa,

    /// <summary>The curve P-256 (FIPS 186-5).</summary>
    EcP256,

    /// <summary>The curve sm2p256v1 (GB/T 32918.5).</summary>
    Sm2,

    /// <summary>The curve P-384 (FIPS 186-5).</summary>
    EcP384,

    /// <summary>The curve P-521 (FIPS 186-5).</summary>
    EcP521,

    /// <summary>The curve Ed25519 (RFC 8032), for EdDSA alone.</summary>
    Ed25519,
}
