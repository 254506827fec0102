using System.Security.Cryptography;
using System.Text;
using CrossBorder.Benchmarks.Load;

namespace CrossBorder.Benchmarks.Tokens;

/// <summary>The measured clients as the hub's settings name them, beside those of the sandbox.</summary>
internal static class HubClients
{
    // After all that the sandbox registers.
    private const int First = 100;

    public static Dictionary<string, string> Settings()
    {
        var settings = new Dictionary<string, string>(MeasuredWorlds.NoLimits);
        foreach (var (index, client) in MeasuredClient.All.Index())
        {
            var section = $"RelyingParties:{First + index}:";
            settings[section + "ClientId"] = client.Id;
            settings[section + "Contact"] = "privacy@example.test";
            settings[section + "Type"] = "confidential";
            settings[section + "SecretHashes:0"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(MeasuredClient.Secret)));
            settings[section + "AuthenticationMethods:0"] = "client_secret_basic";
            settings[section + "IdTokenAlgorithm"] = client.Algorithm;
            settings[section + "RedirectUris:0"] = MeasuredClient.Callback;
            foreach (var language in new[] { "Hant", "Hans", "En" })
                settings[$"{section}Name:{language}"] = settings[$"{section}Purpose:{language}"] = client.Id;
            foreach (var (place, grant) in new[] { "authorization_code", "refresh_token", "client_credentials" }.Index())
                settings[$"{section}GrantTypes:{place}"] = grant;
            foreach (var (place, scope) in new[] { "openid", "profile", "offline_access", MeasuredClient.OwnScope }.Index())
                settings[$"{section}Scopes:{place}"] = scope;
        }

        return settings;
    }
}
