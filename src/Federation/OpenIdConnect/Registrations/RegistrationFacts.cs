using System.Text;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>What the log says of a step: which version, by its digest. Names and addresses stay in the row.</summary>
internal static class RegistrationFacts
{
    public static Dictionary<string, string> Of(RegistrationVersion version, params (string Name, string Value)[] more)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["version"] = version.Id.ToString("N"), ["metadata"] = Digests.Sha256(Encoding.UTF8.GetBytes(version.Metadata)),
        };
        foreach (var (name, value) in more)
            facts[name] = value;
        return facts;
    }
}
