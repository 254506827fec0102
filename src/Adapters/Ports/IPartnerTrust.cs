using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Adapters.Ports;

/// <summary>The anchors and revocation answers that a partner's signature is judged by, as they stand now.</summary>
public interface IPartnerTrust
{
    /// <summary>One consistent view; taken once per judgement.</summary>
    PartnerTrust Current { get; }
}

/// <summary>What a chain is verified against.</summary>
public sealed record PartnerTrust(TrustList TrustList, RevocationAnswers Revocation, RevocationPolicy RevocationPolicy);

/// <summary>The keys that an adapter signs its own messages with.</summary>
public interface IPartnerKeys
{
    /// <summary>The key of that id; null where none is configured.</summary>
    ISigningKey? Find(string keyId);
}
