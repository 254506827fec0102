using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Trust.Keys;

/// <summary>The keys for tokens as this node knows them at this moment.</summary>
internal interface ITokenKeys
{
    /// <summary>Announced, active and retiring keys: what relying parties find in the key set.</summary>
    IReadOnlyList<PublishedKey> Published { get; }

    /// <summary>The key that signs with an algorithm; null where there is none. On a node that has not the active one, one that it has.</summary>
    PublishedKey? SignerFor(string algorithm);

    /// <summary>Called after each change, once the new keys are in use here.</summary>
    event Action? Changed;
}

/// <summary>A key that others are shown.</summary>
/// <param name="Id">The <c>kid</c>.</param>
/// <param name="Use">Of <see cref="KeyUses.Managed"/>.</param>
/// <param name="Algorithm">What it signs with.</param>
/// <param name="State">Announced, active or retiring.</param>
/// <param name="Origin">Where its private half lies.</param>
/// <param name="PublicKey">What others verify with.</param>
/// <param name="Signer">Null where this node does not hold the private half.</param>
internal sealed record PublishedKey(
    string Id, string Use, SignatureAlgorithm Algorithm, KeyState State, KeyOrigin Origin, VerificationKey PublicKey, ISigningKey? Signer);
