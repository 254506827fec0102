using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Trust.Keys;

/// <summary>Who signs for the hub at this moment, in uses whose receivers look at a certificate.</summary>
internal interface IHubSigners
{
    /// <summary>The keys that sign in a use of <see cref="KeyUses.Managed"/>; at most one for each algorithm.</summary>
    IReadOnlyList<ISigningKey> For(string use);

    /// <summary>The key that signs in a use with an algorithm; null while there is none, as after a revocation.</summary>
    ISigningKey? Find(string use, string algorithm);
}
