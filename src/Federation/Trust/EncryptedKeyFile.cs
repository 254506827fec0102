using System.Security.Cryptography;
using System.Text;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust;

/// <summary>A signing key that is encrypted with a password out of another file. A line break at that file's end does not count.</summary>
internal static class EncryptedKeyFile
{
    public static Outcome<SoftwareSigningKey> Read(
        string pem, string passwordFile, SignatureAlgorithm algorithm, string keyId, IReadOnlyList<Certificate> chain)
    {
        var bytes = File.ReadAllBytes(passwordFile);
        var characters = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        try
        {
            var length = Encoding.UTF8.GetChars(bytes, characters);
            return SoftwareSigningKey.FromEncryptedPkcs8Pem(pem, characters.AsSpan(0, length).TrimEnd("\r\n"), algorithm, keyId, chain);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
            Array.Clear(characters);
        }
    }
}
