using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Adapters.Homes;

/// <summary>One entry of section <c>Homes</c>: a provider at which residents sign in.</summary>
public sealed class HomeOptions
{
    /// <summary>Name of the authentication scheme; stands in addresses.</summary>
    public string Scheme { get; set; } = "";

    /// <summary>What residents read.</summary>
    public HomeNameSettings DisplayName { get; set; } = new();

    /// <summary>The issuer.</summary>
    public string Authority { get; set; } = "";

    /// <summary>Addresses that the home itself sends residents on to: browsers hold such a redirect against the form that led to the home.</summary>
    public IList<string> LeadsTo { get; } = [];

    /// <summary>The hub's client id there.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Jurisdiction whose anchors its assertions must lead to.</summary>
    public string Jurisdiction { get; set; } = "";

    /// <summary>Id of the hub's key that proves the client (RFC 7523).</summary>
    public string SigningKey { get; set; } = "";

    /// <summary>Where residents of this home sign documents, such as <c>https://gateway.example/signing</c>; empty where the home has no signing service.</summary>
    public string SigningEndpoint { get; set; } = "";

    /// <summary>Where the identity assertion stands: <c>token-response</c> or <c>id-token</c>.</summary>
    public string AssertionSource { get; set; } = TokenResponse;

    /// <summary>How old an assertion may be.</summary>
    public TimeSpan MaximumAge { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How far its clock may be ahead.</summary>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Algorithms that an assertion may be signed with.</summary>
    public IList<string> AssertionAlgorithms { get; } = [];

    /// <summary>Where the authorities that certify its signer publish revocation lists; empty where section <c>Trust</c> names them.</summary>
    public IList<string> RevocationLists { get; } = [];

    /// <summary>What its own values of <c>acr</c> mean; empty where it speaks in the levels of this product.</summary>
    public IList<HomeLevelSettings> Levels { get; } = [];

    /// <summary>What this home's assertions are judged by.</summary>
    public HomePolicy ToPolicy() => new(
        Authority, new Jurisdiction(Jurisdiction), ClientId, [.. AssertionAlgorithms], MaximumAge, ClockSkew)
    {
        Levels = Levels.ToDictionary(level => level.Acr, level => level.Level, StringComparer.Ordinal),
    };

    /// <summary>All that is wrong with it, in words.</summary>
    public IEnumerable<string> Faults() => HomeFaults.Of(this);

    /// <summary>The levels that the hub asks for, in the words of this home; null where it has none for them.</summary>
    /// <param name="levels">Levels of this product as URNs, separated by spaces.</param>
    internal string? AcrValues(string? levels)
    {
        if (Levels.Count == 0 || levels is null)
            return levels;
        var wanted = levels.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var theirs = string.Join(' ', Levels.Where(level => wanted.Contains(level.Level.ToUrn(), StringComparer.Ordinal)).Select(level => level.Acr));
        return theirs.Length == 0 ? null : theirs;
    }

    /// <summary>Beside the tokens, as member <c>identity_assertion</c>.</summary>
    public const string TokenResponse = "token-response";
    /// <summary>As claim <c>identity_assertion</c> of the id token.</summary>
    public const string IdToken = "id-token";
}

/// <summary>The name of a home in three languages.</summary>
public sealed class HomeNameSettings
{
    /// <summary>Traditional Chinese.</summary>
    public string Hant { get; set; } = "";

    /// <summary>Simplified Chinese.</summary>
    public string Hans { get; set; } = "";

    /// <summary>English.</summary>
    public string En { get; set; } = "";
}
