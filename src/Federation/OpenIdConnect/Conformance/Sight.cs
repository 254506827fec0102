using System.Text.RegularExpressions;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.OpenIdConnect.Conformance;

/// <summary>What is counted of a relying party. A closed list: what a stranger writes into a request never becomes a name here.</summary>
internal static partial class Sight
{
    public const string NonceSent = "nonce.sent";
    public const string NonceMissing = "nonce.missing";
    public const string StateSent = "state.sent";
    public const string StateMissing = "state.missing";
    public const string RequestPushed = "request.pushed";
    public const string RequestInAddress = "request.in-address";
    public const string CodeRedeemed = "code.redeemed";
    public const string CodeLate = "code.late";
    public const string CodeReplayed = "code.replayed";
    public const string RefreshUsed = "refresh.used";
    public const string RefreshReplayed = "refresh.replayed";
    public const string ProvedAsRegistered = "proved.as-registered";
    public const string ProvedOtherwise = "proved.otherwise";
    public const string AssertionShort = "assertion.short";
    public const string AssertionLong = "assertion.long";
    public const string AssertionReplayed = "assertion.replayed";
    public const string AssertionForIssuer = "assertion.for-issuer";
    public const string AssertionForMany = "assertion.for-many";
    public const string TokenBound = "token.bound";
    public const string TokenUnbound = "token.unbound";
    public const string KeysFetched = "keys.fetched";
    public const string LogoutConfirmed = "logout.confirmed";
    public const string LogoutSlow = "logout.slow";
    public const string LogoutFailed = "logout.failed";
    public const string SignedOut = "signed-out";

    private const string Refusal = "refused.";

    // RFC 6749 sections 4.1.2.1 and 5.2, RFC 9449, RFC 9126, OpenID Connect Core section 3.1.2.6.
    private static readonly HashSet<string> Errors = new(StringComparer.Ordinal)
    {
        "invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type", "invalid_scope", "unsupported_response_type",
        "invalid_dpop_proof", "use_dpop_nonce", "invalid_request_object", "invalid_request_uri", "invalid_target", "request_not_supported", "invalid_token",
    };

    /// <summary>A refusal by the hub's own code, or by OAuth's where it has none; null for what is neither.</summary>
    public static string? Refused(string? error, string? description) =>
        description is not null && Code().Match(description) is { Success: true, Value: var code } && ErrorCatalogue.All.ContainsKey(code) ? Refusal + code
        : error is not null && Errors.Contains(error) ? Refusal + error
        : null;

    /// <summary>The code or the error of a refusal; null for every other sight.</summary>
    public static string? RefusalIn(string what) => what.StartsWith(Refusal, StringComparison.Ordinal) ? what[Refusal.Length..] : null;

    [GeneratedRegex(@"^CB\d{4}\b")]
    private static partial Regex Code();
}
