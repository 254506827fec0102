using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace CrossBorder.Verification.Crypto.IdentityModel;

/// <summary>Teaches Microsoft.IdentityModel the algorithms and keys that it does not know.</summary>
internal sealed class CatalogueCryptoProvider : ICryptoProvider
{
    public static CryptoProviderFactory Factory { get; } = new() { CustomCryptoProvider = new CatalogueCryptoProvider(), CacheSignatureProviders = false };

    public bool IsSupportedAlgorithm(string algorithm, params object[] args) =>
        IsSm3(algorithm) || (args is [var key, ..] && AlgorithmCatalogue.TryGet(algorithm, out var known) && KeyOf(key)?.PublicKey.Kind == known.Kind);

    public object Create(string algorithm, params object[] args)
    {
        if (IsSm3(algorithm))
            return new Sm3HashAlgorithm();

        return args is [var given, ..] && AlgorithmCatalogue.TryGet(algorithm, out var known) && KeyOf(given) is { } key
            ? new CatalogueSignatureProvider(key, known)
            : throw new NotSupportedException($"No key of the catalogue for '{algorithm}'.");
    }

    public void Release(object cryptoInstance) => (cryptoInstance as IDisposable)?.Dispose();

    private static bool IsSm3(string algorithm) => string.Equals(algorithm, AlgorithmCatalogue.Sm2.Digest, StringComparison.Ordinal);

    private static CatalogueSecurityKey? KeyOf(object given) => given switch
    {
        CatalogueSecurityKey key => key,
        JsonWebKey { HasPrivateKey: false } jwk when SecurityKeys.TryReadSm2(jwk, out var key) => new CatalogueSecurityKey(key, signingKey: null),
        _ => null,
    };

    private sealed class Sm3HashAlgorithm : HashAlgorithm
    {
        private MemoryStream data = new();

        public Sm3HashAlgorithm() => HashSizeValue = 256;

        public override void Initialize() => data = new MemoryStream();

        protected override void HashCore(byte[] array, int ibStart, int cbSize) => data.Write(array, ibStart, cbSize);

        protected override byte[] HashFinal() => Digests.Sm3Bytes(data.ToArray());
    }
}
