using System.Text.Json;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.OpenIdConnect.Clients;

/// <summary>The public keys of one client, and the algorithm that each signs with.</summary>
/// <param name="Json">The set as it was registered.</param>
internal sealed record ClientKeySet(string Json, IReadOnlyList<VerificationKey> Keys)
{
    public static Outcome<ClientKeySet> Read(string setting, string path)
    {
        if (!File.Exists(path))
            return ErrorCatalogue.SettingInvalid.With($"{setting}:JwksFile names a file that is not there: {path}");

        var json = File.ReadAllText(path);
        try
        {
            using var document = JsonDocument.Parse(json);
            var keys = new List<VerificationKey>();
            foreach (var element in document.RootElement.GetProperty("keys").EnumerateArray())
            {
                var key = VerificationKey.FromJwk(element.GetRawText());
                if (!key.Succeeded)
                    return ErrorCatalogue.SettingInvalid.With($"{setting}:JwksFile: {key.Error.Detail}");
                // Else the client would learn at its first request that the algorithm is not taken, and not whose mistake it is.
                if (!AlgorithmPolicy.Default.Takes(SignatureUse.ClientAssertions, key.Value.Kind))
                    return ErrorCatalogue.SettingInvalid.With($"{setting}:JwksFile: no algorithm for a key of kind {key.Value.Kind} is taken from clients.");
                keys.Add(key.Value);
            }

            return keys.Count > 0
                ? new ClientKeySet(json, keys)
                : ErrorCatalogue.SettingInvalid.With($"{setting}:JwksFile holds no key");
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return ErrorCatalogue.SettingInvalid.With($"{setting}:JwksFile is not a JSON Web Key Set");
        }
    }
}
