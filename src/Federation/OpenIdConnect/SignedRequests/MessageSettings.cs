using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Encryption;
using CrossBorder.Federation.OpenIdConnect.Profiles;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.OpenIdConnect.SignedRequests;

/// <summary>Whether what a client registered about its messages can be kept: checked when the hub starts, not at the client's first request.</summary>
internal static class MessageSettings
{
    /// <summary>True where the client needs registered keys beyond those that it may prove itself with.</summary>
    public static bool NeedKeys(RelyingPartyOptions client) =>
        client.RequestObjects is not null || client.IdTokenEncryption is not null || client.UserInfoEncryption is not null
        || client.Profile == ClientProfile.Fapi2MessageSigning;

    /// <param name="setting">The client's place in the settings.</param>
    /// <param name="client">The client.</param>
    /// <param name="tokenAlgorithms">What the hub's keys for tokens sign with.</param>
    /// <param name="paths">Where the settings' files lie.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void Check(
        string setting, RelyingPartyOptions client, IReadOnlySet<string> tokenAlgorithms, SettingsPaths paths, SettingFaults faults)
    {
        foreach (var (name, algorithm) in new[]
        {
            (nameof(client.AuthorizationResponseAlgorithm), client.AuthorizationResponseAlgorithm),
            (nameof(client.IntrospectionAlgorithm), client.IntrospectionAlgorithm),
            (nameof(client.UserInfoAlgorithm), client.UserInfoAlgorithm),
        })
            if (algorithm is not null && !tokenAlgorithms.Contains(algorithm))
                faults.Invalid($"{setting}:{name}", $"is '{algorithm}', for which no signing key for tokens is configured");

        if (client.UserInfoEncryption is not null && client.UserInfoAlgorithm is null)
            faults.Invalid($"{setting}:{nameof(client.UserInfoEncryption)}", "goes with UserInfoAlgorithm: what is encrypted is signed");
        if (client.JwksFile is not { } file || !ClientKeySet.Read(setting, paths.Resolve(file)).TryGetValue(out var keys))
            return;
        if (client.AuthenticationMethods.Contains(ClientMethods.PrivateKeyJwt) && keys.Keys.Count == 0)
            faults.Invalid($"{setting}:JwksFile", "holds no key that the client could prove itself with");
        if (client.RequestObjects is { } requests)
            CheckRequests($"{setting}:RequestObjects", requests, keys, faults);
        EncryptionFaults.Find($"{setting}:{nameof(client.IdTokenEncryption)}", client.IdTokenEncryption, keys, faults);
        EncryptionFaults.Find($"{setting}:{nameof(client.UserInfoEncryption)}", client.UserInfoEncryption, keys, faults);
    }

    private static void CheckRequests(string setting, RequestObjectOptions requests, ClientKeySet keys, SettingFaults faults)
    {
        if (requests.Algorithms.Count == 0)
            faults.Invalid($"{setting}:Algorithms", "is empty");
        foreach (var name in requests.Algorithms)
            if (!AlgorithmCatalogue.TryGet(name, out var algorithm) || !AlgorithmPolicy.Default.Takes(SignatureUse.ClientAssertions, name))
                faults.Invalid($"{setting}:Algorithms", $"names '{name}', which is not taken from clients");
            else if (requests.Required && algorithm == AlgorithmCatalogue.RS256)
                faults.Invalid($"{setting}:Algorithms", "names RS256, which is not for a client that must sign (FAPI 2.0 Security Profile section 5.4.1)");
            else if (!keys.Keys.Any(key => key.Kind == algorithm.Kind))
                faults.Invalid($"{setting}:Algorithms", $"names '{name}', and no key of the client's set is for it");
    }
}
