namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>How the content key encrypted with SM2 is written into a message: a setting of the partner, for both are met.</summary>
public enum Sm2CiphertextEncoding
{
    /// <summary>C1‖C3‖C2 of GB/T 32918.4, C1 as an uncompressed point (04, x, y) and C3 of 32 bytes.</summary>
    Raw,

    /// <summary>SEQUENCE { x INTEGER, y INTEGER, hash OCTET STRING, ciphertext OCTET STRING } of GM/T 0009, in DER.</summary>
    Der,
}
