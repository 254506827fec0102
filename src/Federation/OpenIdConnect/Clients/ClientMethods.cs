namespace CrossBorder.Federation.OpenIdConnect.Clients;

/// <summary>How a client proves itself (OpenID Connect Core section 9).</summary>
internal static class ClientMethods
{
    public const string Basic = "client_secret_basic";
    public const string Post = "client_secret_post";
    public const string PrivateKeyJwt = "private_key_jwt";
    public const string None = "none";

    public static IReadOnlyList<string> All { get; } = [Basic, Post, PrivateKeyJwt, None];

    public static bool NeedsSecret(string method) => method is Basic or Post;
}
