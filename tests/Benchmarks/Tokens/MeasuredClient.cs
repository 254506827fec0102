namespace CrossBorder.Benchmarks.Tokens;

/// <summary>A client as every server of the comparison knows it: the same name, secret, grants and scopes.</summary>
/// <param name="Algorithm">What its tokens are signed with, as JOSE names it.</param>
/// <param name="Scope">What it asks for when somebody signs in.</param>
internal sealed record MeasuredClient(string Id, string Algorithm, string Scope)
{
    public const string Secret = "measured-5c7f2f0b1d8e4a06";
    public const string Callback = "http://localhost:9090/callback";

    /// <summary>What it asks for on its own behalf.</summary>
    public const string OwnScope = "identity.verify";

    private const string Login = "openid profile";

    public static MeasuredClient Rsa { get; } = new("measured-rs256", "RS256", Login);

    public static MeasuredClient Ecdsa { get; } = new("measured-es256", "ES256", Login);

    public static MeasuredClient ShangMi { get; } = new("measured-sm2", "SGD_SM3_SM2", Login);

    /// <summary>The one that gets refresh tokens, so that the others' logins cost no more than is needed.</summary>
    public static MeasuredClient Offline { get; } = new("measured-offline", "RS256", Login + " offline_access");

    public static IReadOnlyList<MeasuredClient> All { get; } = [Rsa, Ecdsa, ShangMi, Offline];
}
