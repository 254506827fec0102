using System.Text;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Accounts;

/// <summary>Who receives data, and what for.</summary>
internal sealed record Recipient(string ClientId, LocalizedText Name, string Contact, LocalizedText Purpose)
{
    public string PurposeKey => KeyOf(Purpose);

    /// <summary>What the ledger knows a purpose by.</summary>
    public static string KeyOf(LocalizedText purpose) => Digests.Sha256(Encoding.UTF8.GetBytes($"{purpose.Hant}\n{purpose.Hans}\n{purpose.En}"));
}
