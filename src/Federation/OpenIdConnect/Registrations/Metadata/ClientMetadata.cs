using System.Text.Json;
using System.Text.Json.Serialization;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.OpenIdConnect.Registrations.Metadata;

/// <summary>What a relying party registered about itself (RFC 7591 section 2), checked: what it cannot have is not in here.</summary>
internal sealed record ClientMetadata
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public required LocalizedText Name { get; init; }

    /// <summary>What residents read on the consent page: why it asks for what it asks for.</summary>
    public required LocalizedText Purpose { get; init; }

    /// <summary>Mail addresses; the first is shown to residents.</summary>
    public required IReadOnlyList<string> Contacts { get; init; }

    /// <summary>Of <see cref="ApplicationTypes"/>.</summary>
    public required string ApplicationType { get; init; }

    /// <summary>One of <see cref="ClientMethods"/>.</summary>
    public required string AuthenticationMethod { get; init; }

    /// <summary>The key set as it was registered; null where it has no keys.</summary>
    public string? Jwks { get; init; }

    public required string IdTokenAlgorithm { get; init; }

    public required IReadOnlyList<string> GrantTypes { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public required IReadOnlyList<string> RedirectUris { get; init; }

    public IReadOnlyList<string> PostLogoutRedirectUris { get; init; } = [];

    public string? BackchannelLogoutUri { get; init; }

    public bool DpopBoundAccessTokens { get; init; }

    public string? ClientUri { get; init; }

    public string? LogoUri { get; init; }

    public string? PolicyUri { get; init; }

    public string? TosUri { get; init; }

    public string? SoftwareId { get; init; }

    public string? SoftwareVersion { get; init; }

    public bool NeedsSecret => ClientMethods.NeedsSecret(AuthenticationMethod);

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>CB2111 for what this hub does not understand, such as a row that a newer one wrote.</summary>
    public static Outcome<ClientMetadata> Read(string stored)
    {
        try
        {
            return JsonSerializer.Deserialize<ClientMetadata>(stored, Json) is { } metadata
                ? metadata
                : ErrorCatalogue.ClientMetadataInvalid.With("The row is empty.");
        }
        catch (JsonException fault)
        {
            return ErrorCatalogue.ClientMetadataInvalid.With($"The row is not understood at {fault.Path}.");
        }
    }

    /// <summary>True where this is the other with something taken away: addresses, scopes or keys. A leaked key need not wait for officers.</summary>
    public bool IsLessThan(ClientMetadata other) =>
        RedirectUris.All(other.RedirectUris.Contains) && PostLogoutRedirectUris.All(other.PostLogoutRedirectUris.Contains)
        && Scopes.All(other.Scopes.Contains) && GrantTypes.All(other.GrantTypes.Contains)
        && (BackchannelLogoutUri is null || BackchannelLogoutUri == other.BackchannelLogoutUri)
        && RegisteredKeys.AreFewer(Jwks, other.Jwks)
        && Everything(this) == Everything(other);

    // What is left once that which may shrink is left out.
    private static string Everything(ClientMetadata metadata) => (metadata with
    {
        RedirectUris = [], PostLogoutRedirectUris = [], Scopes = [], GrantTypes = [], BackchannelLogoutUri = null, Jwks = null,
    }).Write();
}
