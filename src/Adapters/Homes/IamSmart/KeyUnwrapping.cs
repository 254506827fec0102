using System.Security.Cryptography;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Homes.IamSmart;

/// <summary>
/// Opens content keys with the padding of the profile, and with no other: a receiver that tries one padding after another tells by its
/// answers which of them fitted.
/// </summary>
internal sealed class KeyUnwrapping(IamSmartSecrets secrets, IOptions<IamSmartOptions> options)
{
    private const int KeyLength = 32;

    /// <summary>The content key; CB4061 alike for every reason.</summary>
    public Outcome<byte[]> Open(string? base64)
    {
        var wrapped = new byte[secrets.KeyEncryptionKey.KeySize / 8];
        if (base64 is null || !Convert.TryFromBase64String(base64, wrapped, out var length) || length != wrapped.Length)
            return Unusable;

        try
        {
            var key = secrets.KeyEncryptionKey.Decrypt(wrapped, Padding(options.Value.Profile.KeyPadding));
            return key.Length == KeyLength ? key : Unusable;
        }
        catch (CryptographicException)
        {
            return Unusable;
        }
    }

    private static RSAEncryptionPadding Padding(string name) => name switch
    {
        IamSmartProfileSettings.OaepSha1 => RSAEncryptionPadding.OaepSHA1,
        IamSmartProfileSettings.Pkcs1 => RSAEncryptionPadding.Pkcs1,
        _ => RSAEncryptionPadding.OaepSHA256,
    };

    private static Error Unusable => ErrorCatalogue.HomeKeyUnusable.With("The content key does not open with this service's key and padding.");
}
