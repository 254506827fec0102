using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.IdentityModel.Tokens;

namespace CrossBorder.Verification.Crypto.IdentityModel;

/// <summary>
/// Keeps what signs and verifies with a key as long as the key itself lives. The stock cache shows a provider before it knows that it is
/// kept: whoever finds it in that moment and lets go of it disposes it, and the one who made it refuses a valid token. Here it belongs to
/// the cache before anybody can find it.
/// </summary>
internal sealed class KeptSignatureProviders : CryptoProviderCache
{
    private readonly ConditionalWeakTable<SecurityKey, ConcurrentDictionary<string, SignatureProvider>> kept = [];

    /// <summary>The stock providers, kept here.</summary>
    public static CryptoProviderFactory Factory { get; } = new(new KeptSignatureProviders());

    public override bool TryAdd(SignatureProvider signatureProvider)
    {
        signatureProvider.CryptoProviderCache = this;
        if (kept.GetOrCreateValue(signatureProvider.Key).TryAdd(GetCacheKey(signatureProvider), signatureProvider))
            return true;

        // Another was faster. This one serves who made it, and goes with that.
        signatureProvider.CryptoProviderCache = null;
        return false;
    }

    public override bool TryGetSignatureProvider(
        SecurityKey securityKey, string algorithm, string typeofProvider, bool willCreateSignatures, [NotNullWhen(true)] out SignatureProvider? signatureProvider)
    {
        signatureProvider = null;
        return kept.TryGetValue(securityKey, out var providers) && providers.TryGetValue(NameOf(algorithm, typeofProvider, willCreateSignatures), out signatureProvider);
    }

    public override bool TryRemove(SignatureProvider signatureProvider) =>
        kept.TryGetValue(signatureProvider.Key, out var providers) && providers.TryRemove(new(GetCacheKey(signatureProvider), signatureProvider));

    protected override string GetCacheKey(SignatureProvider signatureProvider) =>
        NameOf(signatureProvider.Algorithm, signatureProvider.GetType().ToString(), signatureProvider.WillCreateSignatures);

    protected override string GetCacheKey(SecurityKey securityKey, string algorithm, string typeofProvider) => $"{algorithm}-{typeofProvider}";

    private static string NameOf(string algorithm, string typeofProvider, bool signs) => $"{algorithm}-{typeofProvider}-{signs}";
}
