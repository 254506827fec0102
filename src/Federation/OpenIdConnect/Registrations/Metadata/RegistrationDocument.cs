using System.Text.Json.Nodes;
using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdConnect.Registrations.Metadata;

/// <summary>A registration as its client reads it (RFC 7591 section 3.2.1, RFC 7592 section 3).</summary>
internal sealed class RegistrationDocument(IOptions<HubOptions> hub)
{
    public string Issuer => hub.Value.Issuer;

    /// <summary>Where a registration is managed.</summary>
    public string AddressOf(string clientId) => new Uri(new Uri(hub.Value.Issuer), $"{ProtocolPaths.Register}/{clientId}").AbsoluteUri;

    /// <summary>With what is shown once.</summary>
    /// <param name="registered">Who, and what it registered last.</param>
    /// <param name="accessToken">The new registration access token; null where the one that the caller has stays.</param>
    /// <param name="secret">The new secret; null where there is none, or the one before stays.</param>
    public JsonObject Of(Registered registered, string? accessToken, string? secret)
    {
        var document = Write(registered.Latest);
        document["client_id"] = registered.Registration.ClientId;
        document["client_id_issued_at"] = registered.Registration.CreatedAt.ToUnixTimeSeconds();
        document["registration_client_uri"] = AddressOf(registered.Registration.ClientId);
        if (accessToken is not null)
            document["registration_access_token"] = accessToken;
        if (secret is not null)
            (document["client_secret"], document["client_secret_expires_at"]) = (secret, 0);
        document["registration_status"] = StatusOf(registered);
        return document;
    }

    /// <summary>The hub's own member: whether it counts, and what counts where that is something older.</summary>
    private static JsonObject StatusOf(Registered registered)
    {
        var status = new JsonObject
        {
            ["state"] = registered.Standing switch
            {
                Standing.InForce => "in_force",
                Standing.SentBack => "sent_back",
                Standing.Suspended => "suspended",
                Standing.Ended => "ended",
                _ => "waiting",
            },
        };
        if (registered.LatestVersion.Reason is { } reason)
            status["reason"] = reason;
        if (registered.InForce is { } counts && registered.InForceVersion!.Id != registered.LatestVersion.Id)
            status["in_force"] = Write(counts);
        return status;
    }

    public static JsonObject Write(ClientMetadata metadata)
    {
        var document = new JsonObject
        {
            ["client_name"] = metadata.Name.En, ["client_name#zh-Hant"] = metadata.Name.Hant, ["client_name#zh-Hans"] = metadata.Name.Hans,
            ["purpose"] = metadata.Purpose.En, ["purpose#zh-Hant"] = metadata.Purpose.Hant, ["purpose#zh-Hans"] = metadata.Purpose.Hans,
            ["contacts"] = List(metadata.Contacts), ["application_type"] = metadata.ApplicationType,
            ["redirect_uris"] = List(metadata.RedirectUris), ["post_logout_redirect_uris"] = List(metadata.PostLogoutRedirectUris),
            ["grant_types"] = List(metadata.GrantTypes), ["response_types"] = List(["code"]), ["scope"] = string.Join(' ', metadata.Scopes),
            ["token_endpoint_auth_method"] = metadata.AuthenticationMethod, ["id_token_signed_response_alg"] = metadata.IdTokenAlgorithm,
            ["subject_type"] = "pairwise", ["dpop_bound_access_tokens"] = metadata.DpopBoundAccessTokens,
        };
        if (metadata.Jwks is { } jwks)
            document["jwks"] = JsonNode.Parse(jwks);
        foreach (var (name, value) in new[]
        {
            ("backchannel_logout_uri", metadata.BackchannelLogoutUri), ("client_uri", metadata.ClientUri), ("logo_uri", metadata.LogoUri),
            ("policy_uri", metadata.PolicyUri), ("tos_uri", metadata.TosUri), ("software_id", metadata.SoftwareId), ("software_version", metadata.SoftwareVersion),
        })
            if (value is not null)
                document[name] = value;
        return document;
    }

    private static JsonArray List(IEnumerable<string> values) => [.. values.Select(value => JsonValue.Create(value))];
}
