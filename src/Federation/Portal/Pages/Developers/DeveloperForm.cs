using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Registrations.Metadata;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.Developers;

/// <summary>A registration as it was typed. What it says is judged by the same rules as a registration over the API.</summary>
internal sealed class DeveloperForm
{
    public string? NameHant { get; set; }

    public string? NameHans { get; set; }

    public string? NameEn { get; set; }

    public string? PurposeHant { get; set; }

    public string? PurposeHans { get; set; }

    public string? PurposeEn { get; set; }

    public string? Contact { get; set; }

    public string ApplicationType { get; set; } = ApplicationTypes.Web;

    /// <summary>One address in a line.</summary>
    public string? RedirectUris { get; set; }

    /// <summary>One address in a line.</summary>
    public string? PostLogoutRedirectUris { get; set; }

    public string? BackchannelLogoutUri { get; set; }

    /// <summary>What most libraries do where nobody tells them otherwise.</summary>
    public string Method { get; set; } = ClientMethods.Post;

    public string? Jwks { get; set; }

    public string Algorithm { get; set; } = "RS256";

    public List<string> Scopes { get; set; } = [];

    public string? PolicyUri { get; set; }

    public string? SoftwareStatement { get; set; }

    public static DeveloperForm Of(ClientMetadata metadata) => new()
    {
        NameHant = metadata.Name.Hant, NameHans = metadata.Name.Hans, NameEn = metadata.Name.En,
        PurposeHant = metadata.Purpose.Hant, PurposeHans = metadata.Purpose.Hans, PurposeEn = metadata.Purpose.En,
        Contact = string.Join('\n', metadata.Contacts), ApplicationType = metadata.ApplicationType, RedirectUris = string.Join('\n', metadata.RedirectUris),
        PostLogoutRedirectUris = string.Join('\n', metadata.PostLogoutRedirectUris), BackchannelLogoutUri = metadata.BackchannelLogoutUri,
        Method = metadata.AuthenticationMethod, Jwks = metadata.Jwks, Algorithm = metadata.IdTokenAlgorithm, Scopes = [.. metadata.Scopes], PolicyUri = metadata.PolicyUri,
    };

    /// <summary>As the API takes it (RFC 7591). What the form does not ask for stays as it was.</summary>
    /// <param name="before">What was registered before; null for a new registration.</param>
    /// <returns>CB2111 where the keys are no JSON.</returns>
    public Outcome<JsonElement> ToMetadata(ClientMetadata? before = null)
    {
        var body = before is null ? [] : RegistrationDocument.Write(before);
        foreach (var (name, value) in new[]
        {
            ("client_name", NameEn), ("client_name#zh-Hant", NameHant), ("client_name#zh-Hans", NameHans),
            ("purpose", PurposeEn), ("purpose#zh-Hant", PurposeHant), ("purpose#zh-Hans", PurposeHans),
            ("application_type", ApplicationType), ("backchannel_logout_uri", BackchannelLogoutUri), ("token_endpoint_auth_method", Method),
            ("id_token_signed_response_alg", Algorithm), ("policy_uri", PolicyUri), ("software_statement", SoftwareStatement),
        })
        {
            body.Remove(name);
            if (value?.Trim() is { Length: > 0 } text)
                body[name] = text;
        }

        body["contacts"] = Lines(Contact);
        body["redirect_uris"] = Lines(RedirectUris);
        body["post_logout_redirect_uris"] = Lines(PostLogoutRedirectUris);
        string[] scopes = [MetadataRules.Scopes[0], .. Scopes.Where(scope => scope != MetadataRules.Scopes[0])];
        body["scope"] = string.Join(' ', scopes);
        body["grant_types"] = scopes.Contains("offline_access") ? new JsonArray("authorization_code", "refresh_token") : new JsonArray("authorization_code");
        body.Remove("jwks");
        if (Jwks?.Trim() is { Length: > 0 } keys)
        {
            try
            {
                body["jwks"] = JsonNode.Parse(keys);
            }
            catch (JsonException)
            {
                return ErrorCatalogue.ClientMetadataInvalid.With("jwks is no JSON.", "/jwks");
            }
        }

        return JsonSerializer.SerializeToElement(body);
    }

    private static JsonArray Lines(string? typed) =>
        [.. (typed ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => JsonValue.Create(line))];
}
