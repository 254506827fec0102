using CrossBorder.Federation.OpenIdConnect.Encryption;
using CrossBorder.Federation.OpenIdConnect.SignedRequests;

namespace CrossBorder.Federation.OpenIdConnect.Clients;

/// <summary>Section <c>RelyingParties</c>, as far as the protocol goes. What residents read of it belongs to the accounts.</summary>
internal sealed class RelyingPartiesOptions
{
    public List<RelyingPartyOptions> RelyingParties { get; set; } = [];
}

internal sealed class RelyingPartyOptions
{
    public string ClientId { get; set; } = "";

    /// <summary><c>confidential</c> or <c>public</c>.</summary>
    public string Type { get; set; } = "";

    /// <summary>SHA-256 of each secret in hex; two while a secret is being changed.</summary>
    public List<string> SecretHashes { get; set; } = [];

    /// <summary>JSON Web Key Set of a client that proves itself by private_key_jwt.</summary>
    public string? JwksFile { get; set; }

    /// <summary>Of <see cref="ClientMethods"/>.</summary>
    public List<string> AuthenticationMethods { get; set; } = [];

    /// <summary>Null where the client never gets an id token.</summary>
    public string? IdTokenAlgorithm { get; set; }

    public List<string> Scopes { get; set; } = [];

    public List<string> RedirectUris { get; set; } = [];

    public List<string> PostLogoutRedirectUris { get; set; } = [];

    /// <summary>Where the client wants to be told that a sign-in has ended (Back-Channel Logout 1.0 section 2.2); null where it does not.</summary>
    public string? BackchannelLogoutUri { get; set; }

    /// <summary>Of <see cref="Profiles.ClientProfile"/>.</summary>
    public string Profile { get; set; } = Profiles.ClientProfile.Plain;

    /// <summary>The client's tokens are bound to the key of its DPoP proofs, and none is issued without (RFC 9449 section 5.2).</summary>
    public bool DpopBoundAccessTokens { get; set; }

    /// <summary>The client's proofs carry a nonce of the hub (RFC 9449 section 8).</summary>
    public bool DpopNonce { get; set; }

    /// <summary>The client's tokens are bound to its certificate (RFC 8705 section 3.4).</summary>
    public bool CertificateBoundAccessTokens { get; set; }

    /// <summary>For tls_client_auth: the subject of the client's certificate (RFC 8705 section 2.1.2, RFC 4514).</summary>
    public string? TlsClientSubject { get; set; }

    /// <summary>For tls_client_auth: the place whose authorities certify the client, such as <c>CN-GD</c>.</summary>
    public string? TlsClientJurisdiction { get; set; }

    public List<string> GrantTypes { get; set; } = [];

    /// <summary>Client ids of the departments that this client may call on a resident's behalf (RFC 8693); goes with the grant for token exchange.</summary>
    public List<string> ExchangeAudiences { get; set; } = [];

    /// <summary>Null where the client does not sign its authorization requests: one that is signed is refused then.</summary>
    public RequestObjectOptions? RequestObjects { get; set; }

    /// <summary><c>authorization_signed_response_alg</c>: authorization responses always come signed. Null where they do when asked for.</summary>
    public string? AuthorizationResponseAlgorithm { get; set; }

    /// <summary><c>introspection_signed_response_alg</c>, where the client wants introspection signed; that of its id tokens where null.</summary>
    public string? IntrospectionAlgorithm { get; set; }

    /// <summary><c>userinfo_signed_response_alg</c>: userinfo comes as a JWT. Null for plain JSON.</summary>
    public string? UserInfoAlgorithm { get; set; }

    /// <summary>Null where id tokens are signed and not encrypted.</summary>
    public EncryptionOptions? IdTokenEncryption { get; set; }

    /// <summary>Null where userinfo is not encrypted; goes with <see cref="UserInfoAlgorithm"/>.</summary>
    public EncryptionOptions? UserInfoEncryption { get; set; }
}
