using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using CrossBorder.Verification.Crypto.Keys;
using CrossBorder.Verification.Crypto.Sm2;
using Microsoft.IdentityModel.Tokens;
using ECDsa = System.Security.Cryptography.ECDsa;

namespace CrossBorder.Verification.Crypto.IdentityModel;

/// <summary>Keys of the catalogue as Microsoft.IdentityModel takes them.</summary>
public static class SecurityKeys
{
    /// <summary>
    /// The private key. RSA and ECDSA keys in memory become the stock types, which other libraries look for;
    /// SM2, and any key that lives elsewhere, becomes a type that carries its own crypto provider.
    /// </summary>
    public static SecurityKey From(ISigningKey key) => key is SoftwareSigningKey software
        ? software.Numbers switch
        {
            RsaPrivateNumbers rsa => new RsaSecurityKey(rsa.Parameters) { KeyId = key.KeyId, CryptoProviderFactory = KeptSignatureProviders.Factory },
            EcPrivateNumbers ec => new ECDsaSecurityKey(ECDsa.Create(ec.Parameters)) { KeyId = key.KeyId, CryptoProviderFactory = KeptSignatureProviders.Factory },
            _ => new CatalogueSecurityKey(key.PublicKey, key),
        }
        : new CatalogueSecurityKey(key.PublicKey, key);

    /// <summary>The public key.</summary>
    public static SecurityKey From(VerificationKey key) => key.Numbers switch
    {
        RsaNumbers rsa => new RsaSecurityKey(rsa.Parameters) { KeyId = key.KeyId, CryptoProviderFactory = KeptSignatureProviders.Factory },
        EcNumbers ec => new ECDsaSecurityKey(ECDsa.Create(ec.Parameters)) { KeyId = key.KeyId, CryptoProviderFactory = KeptSignatureProviders.Factory },
        _ => new CatalogueSecurityKey(key, signingKey: null),
    };

    /// <summary>A secret that authenticates by HMAC (RFC 2104).</summary>
    /// <param name="secret">At least as long as the digest.</param>
    public static SymmetricSecurityKey FromSecret(byte[] secret) => new(secret) { CryptoProviderFactory = KeptSignatureProviders.Factory };

    /// <summary>The private key with its one algorithm.</summary>
    public static SigningCredentials CredentialsFor(ISigningKey key) => new(From(key), key.Algorithm.Name);

    /// <summary>
    /// The crypto provider factory that knows SM2 and SM3: for validation parameters and protocol validators that meet keys or hashes of ours.
    /// </summary>
    public static CryptoProviderFactory ShangMiFactory => CatalogueCryptoProvider.Factory;

    /// <summary>An SM2 key out of a parsed JSON Web Key Set; false for any other key and for a malformed one.</summary>
    public static bool TryReadSm2(JsonWebKey jwk, [NotNullWhen(true)] out VerificationKey? key)
    {
        key = null;
        if (jwk.Kty != "EC" || !Sm2Curve.IsName(jwk.Crv))
            return false;

        var json = JsonSerializer.Serialize(new { kty = jwk.Kty, crv = jwk.Crv, x = jwk.X, y = jwk.Y, kid = jwk.Kid ?? "" });
        return VerificationKey.FromJwk(json).TryGetValue(out key);
    }
}
