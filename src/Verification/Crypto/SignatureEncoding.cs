namespace CrossBorder.Verification.Crypto;

/// <summary>How the two numbers of an SM2 signature are written.</summary>
public enum SignatureEncoding
{
    /// <summary>r||s, 32 bytes each, as JOSE writes elliptic curve signatures (RFC 7518 section 3.4).</summary>
    Raw,

    /// <summary>DER: SEQUENCE of INTEGER r and INTEGER s (GM/T 0009-2012).</summary>
    Der,
}
