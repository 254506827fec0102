using CrossBorder.Verification.Outcomes;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.TokenExchange;

/// <summary>What the protocol calls each refusal (RFC 8693 section 2.2.2, RFC 6749 section 5.2).</summary>
internal static class ExchangeErrors
{
    public static string Of(Error error) =>
        error.Descriptor == ErrorCatalogue.ExchangeUnsupported ? Errors.InvalidRequest
        : error.Descriptor == ErrorCatalogue.ExchangeTargetMissing ? Errors.InvalidTarget
        : error.Descriptor == ErrorCatalogue.ExchangeWidens ? Errors.InvalidScope
        : Errors.InvalidGrant;
}
