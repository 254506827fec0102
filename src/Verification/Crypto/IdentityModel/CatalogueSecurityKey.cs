using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace CrossBorder.Verification.Crypto.IdentityModel;

/// <summary>A key that Microsoft.IdentityModel has no type for: SM2, or any key behind <see cref="ISigningKey"/>. It brings its own factory, so no global state is touched.</summary>
internal sealed class CatalogueSecurityKey : AsymmetricSecurityKey
{
    public CatalogueSecurityKey(VerificationKey publicKey, ISigningKey? signingKey)
    {
        PublicKey = publicKey;
        SigningKey = signingKey;
        KeyId = publicKey.KeyId;
        CryptoProviderFactory = CatalogueCryptoProvider.Factory;
    }

    public VerificationKey PublicKey { get; }

    public ISigningKey? SigningKey { get; }

    public override int KeySize => PublicKey.Kind switch
    {
        KeyKind.Rsa => ((Keys.RsaNumbers)PublicKey.Numbers).Parameters.Modulus!.Length * 8,
        KeyKind.EcP384 => 384,
        KeyKind.EcP521 => 521,
        _ => 256,
    };

    [Obsolete("The base class asks for it; PrivateKeyStatus is what is read.")]
    public override bool HasPrivateKey => SigningKey is not null;

    public override PrivateKeyStatus PrivateKeyStatus => SigningKey is not null ? PrivateKeyStatus.Exists : PrivateKeyStatus.DoesNotExist;

    public override bool CanComputeJwkThumbprint() => true;

    public override byte[] ComputeJwkThumbprint() => System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(PublicKey.Numbers.CanonicalJwk));
}
