using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Verification.Crypto.Encryption;

namespace CrossBorder.Federation.OpenIdConnect.Encryption;

/// <summary>Whether encryption to a client can be kept to: algorithms of the catalogue, and a key of the client for them.</summary>
internal static class EncryptionFaults
{
    public static void Find(string setting, EncryptionOptions? how, ClientKeySet keys, SettingFaults faults)
    {
        if (how is null)
            return;
        if (!EncryptionCatalogue.TryGetKeyManagement(how.Alg, out _))
            faults.Invalid($"{setting}:Alg", $"is '{how.Alg}'; there are {string.Join(", ", EncryptionCatalogue.KeyManagement)}");
        else if (!keys.EncryptionKeys.Any(key => key.Algorithm.Name == how.Alg))
            faults.Invalid($"{setting}:Alg", $"is '{how.Alg}', and no key of the client's set with use 'enc' is for it");
        if (!EncryptionCatalogue.TryGetContentEncryption(how.Enc, out _))
            faults.Invalid($"{setting}:Enc", $"is '{how.Enc}'; there are {string.Join(", ", EncryptionCatalogue.ContentEncryption)}");
    }
}
