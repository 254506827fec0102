using System.Text;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Accounts;

/// <summary>Who receives data, and what for.</summary>
internal sealed record Recipient(string ClientId, LocalizedText Name, string Contact, LocalizedText Purpose)
{
    public string PurposeKey => Digests.Sha256(Encoding.UTF8.GetBytes($"{Purpose.Hant}\n{Purpose.Hans}\n{Purpose.En}"));
}
