namespace CrossBorder.Federation.OpenIdConnect.Clients;

/// <summary>How a client proves itself (OpenID Connect Core section 9).</summary>
internal static class ClientMethods
{
    public const string Basic = "client_secret_basic";
    public const string Post = "client_secret_post";
    public const string PrivateKeyJwt = "private_key_jwt";
    /// <summary>RFC 8705 section 2.1.</summary>
    public const string TlsClientAuth = "tls_client_auth";

    /// <summary>RFC 8705 section 2.2.</summary>
    public const string SelfSignedTlsClientAuth = "self_signed_tls_client_auth";

    public const string None = "none";

    public static IReadOnlyList<string> All { get; } = [Basic, Post, PrivateKeyJwt, TlsClientAuth, SelfSignedTlsClientAuth, None];

    public static bool NeedsKeySet(string method) => method is PrivateKeyJwt or SelfSignedTlsClientAuth;

    public static bool IsByCertificate(string method) => method is TlsClientAuth or SelfSignedTlsClientAuth;

    public static bool NeedsSecret(string method) => method is Basic or Post;
}
