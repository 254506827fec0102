using System.Text.Json;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Encryption;
using CrossBorder.Verification.Crypto.IdentityModel;
using CrossBorder.Verification.Outcomes;
using Microsoft.IdentityModel.Tokens;

namespace CrossBorder.Federation.OpenIdConnect.Clients;

/// <summary>The public keys of one client: what it signs with, and what it wants to be encrypted for.</summary>
/// <param name="Json">The set as it was registered.</param>
/// <param name="Keys">Those that sign.</param>
/// <param name="EncryptionKeys">Those that say by <c>use</c> that they are for encryption: nothing that they sign is believed.</param>
internal sealed record ClientKeySet(string Json, IReadOnlyList<VerificationKey> Keys, IReadOnlyList<RecipientKey> EncryptionKeys)
{
    /// <summary>The keys that sign, as the protocol's library takes them: made once, so that what verifies with them is kept.</summary>
    public IReadOnlyList<SecurityKey> Verifiers { get; } = [.. Keys.Select(SecurityKeys.From)];

    public static Outcome<ClientKeySet> Read(string setting, string path)
    {
        if (!File.Exists(path))
            return ErrorCatalogue.SettingInvalid.With($"{setting}:JwksFile names a file that is not there: {path}");

        return Parse($"{setting}:JwksFile", File.ReadAllText(path));
    }

    /// <param name="setting">What the set is called where it does not hold.</param>
    /// <param name="json">The set.</param>
    public static Outcome<ClientKeySet> Parse(string setting, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(setting, json, document.RootElement.GetProperty("keys"));
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return ErrorCatalogue.SettingInvalid.With($"{setting} is not a JSON Web Key Set");
        }
    }

    private static Outcome<ClientKeySet> Read(string setting, string json, JsonElement set)
    {
        var keys = new List<VerificationKey>();
        var encryption = new List<RecipientKey>();
        foreach (var element in set.EnumerateArray())
        {
            if (element.TryGetProperty("use", out var use) && use.ValueEquals("enc"))
            {
                var recipient = RecipientKey.FromJwk(element.GetRawText());
                if (!recipient.Succeeded)
                    return ErrorCatalogue.SettingInvalid.With($"{setting}: {recipient.Error.Detail}");
                encryption.Add(recipient.Value);
                continue;
            }

            var key = VerificationKey.FromJwk(element.GetRawText());
            if (!key.Succeeded)
                return ErrorCatalogue.SettingInvalid.With($"{setting}: {key.Error.Detail}");
            // Else the client would learn at its first request that the algorithm is not taken, and not whose mistake it is.
            if (!AlgorithmPolicy.Default.Takes(SignatureUse.ClientAssertions, key.Value.Kind))
                return ErrorCatalogue.SettingInvalid.With($"{setting}: no algorithm for a key of kind {key.Value.Kind} is taken from clients.");
            keys.Add(key.Value);
        }

        return keys.Count + encryption.Count > 0
            ? new ClientKeySet(json, keys, encryption)
            : ErrorCatalogue.SettingInvalid.With($"{setting} holds no key");
    }
}
