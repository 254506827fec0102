using CrossBorder.Verification.Outcomes;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Profiles;

/// <summary>An assertion for somebody else proves nobody here, and is answered so (RFC 7523 section 3.2); OpenIddict calls it a token that does not hold.</summary>
internal sealed class RequireAssertionForHub : IOpenIddictServerHandler<ValidateTokenContext>
{
    public ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (context.ValidTokenTypes.Count == 1 && context.ValidTokenTypes.Contains(TokenTypeIdentifiers.Private.ClientAssertion)
            && context.Principal is { } assertion && !context.ValidAudiences.Overlaps(assertion.GetAudiences()))
            context.Reject(Errors.InvalidClient, ProtocolRefusal.Describe(ErrorCatalogue.ClientAssertionUnsound.With("Its aud is not the issuer.")));
        return default;
    }
}
