using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Trust;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.SignIn;

/// <summary>The hub's trust, as the adapters see it.</summary>
internal sealed class HubPartnerTrust(ITrustSnapshot trust) : IPartnerTrust
{
    public PartnerTrust Current
    {
        get
        {
            var material = trust.Current;
            return new PartnerTrust(material.TrustList, material.RevocationAnswers, material.RevocationPolicy);
        }
    }
}

/// <summary>The hub's keys, as the adapters see them.</summary>
internal sealed class HubPartnerKeys(IHubKeys keys) : IPartnerKeys
{
    public ISigningKey? Find(string keyId) => keys.ById(keyId);
}
