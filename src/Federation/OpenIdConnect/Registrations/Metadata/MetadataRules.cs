using System.Text.Json;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.Registrations.Metadata;

/// <summary>What a relying party may register about itself (RFC 7591 section 2), by closed lists: whatever is not on them, operators set up by hand.</summary>
internal sealed class MetadataRules(ITokenKeys keys)
{
    private const int MostAddresses = 10;

    /// <summary>Everything else is a department's or an operator's.</summary>
    public static IReadOnlyList<string> Scopes { get; } =
        [OpenIddict.Abstractions.OpenIddictConstants.Scopes.OpenId, HubScopes.Profile, OpenIddict.Abstractions.OpenIddictConstants.Scopes.OfflineAccess, HubScopes.Identity, HubScopes.Applications];

    /// <summary>Of these, those that give more than who somebody is: officers ask why.</summary>
    public static IReadOnlyList<string> SensitiveScopes { get; } = [HubScopes.Identity, HubScopes.Applications];

    public static IReadOnlyList<string> Methods { get; } = [ClientMethods.PrivateKeyJwt, ClientMethods.Basic, ClientMethods.Post, ClientMethods.None];

    // RFC 7591 lets a server pass over what it does not know. Whoever asks for protection, or for an address of theirs to be fetched, hears that it is not so.
    private static readonly string[] NotOffered =
    [
        "jwks_uri", "sector_identifier_uri", "request_uris", "frontchannel_logout_uri", "initiate_login_uri", "tls_client_auth_subject_dn",
        "tls_client_certificate_bound_access_tokens", "require_signed_request_object", "request_object_signing_alg", "authorization_signed_response_alg",
        "authorization_encrypted_response_alg", "authorization_encrypted_response_enc", "request_object_encryption_alg", "request_object_encryption_enc",
        "userinfo_signed_response_alg", "userinfo_encrypted_response_alg", "userinfo_encrypted_response_enc",
        "id_token_encrypted_response_alg", "id_token_encrypted_response_enc",
        "introspection_signed_response_alg", "introspection_encrypted_response_alg", "introspection_encrypted_response_enc",
        "tls_client_auth_san_dns", "tls_client_auth_san_uri", "tls_client_auth_san_ip", "tls_client_auth_san_email",
        "require_pushed_authorization_requests", "require_auth_time", "default_max_age", "default_acr_values",
    ];

    public IReadOnlyList<string> Algorithms =>
        [.. new[] { AlgorithmCatalogue.RS256, AlgorithmCatalogue.PS256, AlgorithmCatalogue.ES256, AlgorithmCatalogue.Sm2 }.Select(algorithm => algorithm.Name).Where(name => keys.SignerFor(name) is not null)];

    /// <summary>CB2111 and CB2112: all that is wrong, each with its place.</summary>
    public Outcome<ClientMetadata> Read(JsonElement body)
    {
        var reader = new MetadataReader(body);
        foreach (var name in NotOffered.Where(reader.Asks))
            reader.Fault(name, name == "jwks_uri"
                ? "is not taken: the hub fetches nothing from an address that a stranger names. Send the keys themselves as jwks"
                : "is not offered to clients that register themselves; the operators can set it up");

        var type = OneOf(reader, "application_type", [ApplicationTypes.Web, ApplicationTypes.Native], ApplicationTypes.Web);
        var method = OneOf(reader, "token_endpoint_auth_method", Methods, ClientMethods.Basic);
        var grants = Grants(reader);
        var metadata = new ClientMetadata
        {
            Name = Localized(reader, "client_name", 60), Purpose = Localized(reader, "purpose", 200), Contacts = Contacts(reader),
            ApplicationType = type, AuthenticationMethod = method, Jwks = Keys(reader, method),
            IdTokenAlgorithm = OneOf(reader, "id_token_signed_response_alg", Algorithms, AlgorithmCatalogue.RS256.Name),
            GrantTypes = grants, Scopes = ScopesOf(reader, grants),
            RedirectUris = Addresses(reader, "redirect_uris", type, required: true),
            PostLogoutRedirectUris = Addresses(reader, "post_logout_redirect_uris", type, required: false),
            BackchannelLogoutUri = Public(reader, "backchannel_logout_uri"), DpopBoundAccessTokens = reader.Truth("dpop_bound_access_tokens"),
            ClientUri = Public(reader, "client_uri"), LogoUri = Public(reader, "logo_uri"), PolicyUri = Public(reader, "policy_uri"), TosUri = Public(reader, "tos_uri"),
            SoftwareId = reader.Text("software_id", 100), SoftwareVersion = reader.Text("software_version", 40),
        };
        OneOf(reader, "subject_type", [SubjectTypes.Pairwise], SubjectTypes.Pairwise);
        return reader.Faults.Count == 0 ? metadata : Outcome<ClientMetadata>.Refused(reader.Faults);
    }

    private static string OneOf(MetadataReader reader, string name, IReadOnlyList<string> offered, string usual)
    {
        var value = reader.Text(name, 100) ?? usual;
        if (!offered.Contains(value, StringComparer.Ordinal))
            reader.Fault(name, $"is '{value}'; offered are {string.Join(", ", offered)}");
        return value;
    }

    private static IReadOnlyList<string> Grants(MetadataReader reader)
    {
        var grants = reader.Has("grant_types") ? reader.Texts("grant_types", 10, 100) : [GrantTypes.AuthorizationCode];
        foreach (var grant in grants.Where(grant => grant is not (GrantTypes.AuthorizationCode or GrantTypes.RefreshToken)))
            reader.Fault("grant_types", $"names '{grant}', which is not offered to clients that register themselves");
        if (!grants.Contains(GrantTypes.AuthorizationCode))
            reader.Fault("grant_types", "must hold authorization_code");
        if (reader.Has("response_types") && reader.Texts("response_types", 10, 100) is not [ResponseTypes.Code])
            reader.Fault("response_types", "must be code alone, which goes with authorization_code");
        return grants;
    }

    private static string[] ScopesOf(MetadataReader reader, IReadOnlyList<string> grants)
    {
        string[] scopes = [.. (reader.Text("scope", 300) ?? Scopes[0]).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
        foreach (var scope in scopes.Where(scope => !Scopes.Contains(scope)))
            reader.Fault("scope", $"names '{scope}', which is not offered to clients that register themselves");
        if (!scopes.Contains(Scopes[0]))
            reader.Fault("scope", "must hold openid");
        if (scopes.Contains(OpenIddict.Abstractions.OpenIddictConstants.Scopes.OfflineAccess) != grants.Contains(GrantTypes.RefreshToken))
            reader.Fault("scope", "has offline_access where grant_types has refresh_token, and nowhere else");
        return scopes;
    }

    private static string? Keys(MetadataReader reader, string method)
    {
        var json = reader.Object("jwks");
        if (json is null)
        {
            if (ClientMethods.NeedsKeySet(method))
                reader.Fault("jwks", $"is missing, and goes with {method}");
            return null;
        }

        var read = RegisteredKeys.Read(json);
        if (!read.TryGetValue(out var set))
            reader.Fault("jwks", $"does not hold: {read.Error.Detail.TrimEnd('.')}");
        else if (ClientMethods.NeedsKeySet(method) && set.Keys.Count == 0)
            reader.Fault("jwks", "holds no key that you could prove yourself with");
        else if (!ClientMethods.NeedsKeySet(method))
            reader.Fault("jwks", $"is for private_key_jwt, and you registered {method}");
        return json;
    }

    private static IReadOnlyList<string> Contacts(MetadataReader reader)
    {
        var contacts = reader.Texts("contacts", 5, 100);
        if (contacts.Count == 0)
            reader.Fault("contacts", "is missing: residents must be able to reach you");
        foreach (var contact in contacts.Where(contact => !IsMail(contact)))
            reader.Fault("contacts", $"holds '{contact}', which is no mail address");
        return contacts;
    }

    private static bool IsMail(string contact) => contact.Split('@') is [{ Length: > 0 } box, { Length: > 2 } host]
        && host.Contains('.', StringComparison.Ordinal) && (box + host).All(character => character is > ' ' and < '\x7f' and not ('<' or '>' or '"' or ',' or ';'));

    private static IReadOnlyList<string> Addresses(MetadataReader reader, string name, string type, bool required)
    {
        var addresses = reader.Texts(name, MostAddresses, RegisteredAddress.Longest);
        if (required && addresses.Count == 0)
            reader.Fault(name, "is missing or empty: a code could be sent nowhere");
        for (var index = 0; index < addresses.Count; index++)
            if (RegisteredAddress.FaultOfReturn(addresses[index], type == ApplicationTypes.Native) is { } fault)
                reader.AddressFault(name, index, fault);
        return addresses;
    }

    private static string? Public(MetadataReader reader, string name)
    {
        var address = reader.Text(name, RegisteredAddress.Longest);
        if (address is not null && RegisteredAddress.FaultOfPublic(address) is { } fault)
            reader.Fault(name, fault);
        return address;
    }

    private static LocalizedText Localized(MetadataReader reader, string name, int most)
    {
        // RFC 7591 section 2.2. The plain member is what libraries send: it may stand for English.
        var english = reader.Has(name + "#en") ? name + "#en" : name;
        return new LocalizedText(
            reader.Text(name + "#zh-Hant", most, required: true) ?? "", reader.Text(name + "#zh-Hans", most, required: true) ?? "", reader.Text(english, most, required: true) ?? "");
    }
}
