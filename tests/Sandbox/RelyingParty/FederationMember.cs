using System.Text;
using System.Text.Json;
using CrossBorder.Sandbox.Hosting;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Sandbox.RelyingParty;

/// <summary>The relying party as a member of the hub's federation: it says at a well-known address who it is (OpenID Federation 1.0 section 9).</summary>
internal static class FederationMember
{
    /// <summary>Its public federation keys, in the data folder.</summary>
    public const string KeySet = "federation/relying-party.jwks";

    private const string Key = "federation/relying-party.jwk";

    /// <summary>Its entity identifier, which is its client id.</summary>
    public static string IdentifierOf(SandboxPorts ports) => ports.RelyingPartyAddress.AbsoluteUri;

    /// <summary>Makes the key where there is none.</summary>
    public static void WriteKeys(string data)
    {
        OwnerOnly.Folder(data, "federation");
        var file = Path.Combine(data, Key);
        if (!File.Exists(file))
        {
            using var made = SoftwareSigningKey.Generate(AlgorithmCatalogue.ES256, "federation-rp-1");
            OwnerOnly.Write(file, made.ToPrivateJwk() + "\n");
        }

        using var key = SoftwareSigningKey.FromJwk(File.ReadAllText(file)).Value;
        File.WriteAllText(Path.Combine(data, KeySet), SetOf(key) + "\n");
    }

    public static void MapFederationMember(this WebApplication app, SandboxPorts ports, string data)
    {
        var key = SoftwareSigningKey.FromJwk(File.ReadAllText(Path.Combine(data, Key))).Value;
        app.Lifetime.ApplicationStopped.Register(key.Dispose);
        app.MapGet("/.well-known/openid-federation", (TimeProvider clock) =>
            Results.Bytes(Encoding.ASCII.GetBytes(Configuration(key, ports, clock.GetUtcNow())), "application/entity-statement+jwt"));
    }

    private static string Configuration(SoftwareSigningKey key, SandboxPorts ports, DateTimeOffset now)
    {
        var identifier = IdentifierOf(ports);
        return Jws.Sign(key, "entity-statement+jwt", JsonSerializer.SerializeToUtf8Bytes(new
        {
            iss = identifier,
            sub = identifier,
            iat = now.ToUnixTimeSeconds(),
            exp = now.AddHours(1).ToUnixTimeSeconds(),
            jwks = JsonDocument.Parse(SetOf(key)).RootElement,
            authority_hints = new[] { ports.HubAddress.AbsoluteUri },
            metadata = new
            {
                openid_relying_party = new
                {
                    client_name = "Federation member (demonstration)",
                    client_registration_types = new[] { "automatic" },
                    // The last one is not registered: what is resolved leaves it out.
                    redirect_uris = new[] { identifier + "signin-oidc", "https://elsewhere.example/callback" },
                    response_types = new[] { "code" },
                    grant_types = new[] { "authorization_code" },
                    scope = "openid profile identity",
                    token_endpoint_auth_method = "private_key_jwt",
                    id_token_signed_response_alg = "ES256",
                },
            },
        }));
    }

    private static string SetOf(SoftwareSigningKey key) => $$"""{"keys":[{{key.PublicKey.ToJwk(key.Algorithm)}}]}""";
}
