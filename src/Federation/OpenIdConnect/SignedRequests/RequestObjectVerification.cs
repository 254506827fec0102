using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.OpenIdConnect.SignedRequests;

/// <summary>
/// Judges a request object (RFC 9101 section 6): by the keys that the client registered and by nothing that the message brings along.
/// Pure: keys, policy and the moment come in.
/// </summary>
/// <param name="ClientId">Who sent it, by the parameter outside.</param>
/// <param name="Keys">The client's registered keys.</param>
/// <param name="Policy">What the client registered about its requests.</param>
/// <param name="Issuer">This hub, for whom the request must be.</param>
/// <param name="Now">The moment at which it is judged.</param>
internal sealed record RequestObjectVerification(
    string ClientId, IReadOnlyCollection<VerificationKey> Keys, MessagePolicy Policy, string Issuer, DateTimeOffset Now)
{
    private const int LongestMessage = 32_768;

    // Section 4 wants the first. OpenID Connect Core section 6.1 knows no type; other JWTs that clients sign for this hub have one of their own.
    private static readonly string[] Types = ["oauth-authz-req+jwt", "JWT", ""];

    /// <summary>Refusals: CB2050 for the signature, CB2051 for what it says.</summary>
    public Outcome<RequestObject> Verify(string compact)
    {
        if (Keys.Count == 0)
            return ErrorCatalogue.RequestObjectUnverified.With("The client has registered no key.");

        Outcome<SignedContent> outcome = null!;
        foreach (var type in Types)
        {
            outcome = SignedContent.Verify(compact, new SignedContentPolicy
            {
                Type = type, Algorithms = Policy.RequestAlgorithms, RegisteredKeys = Keys, MaximumLength = LongestMessage,
            });
            if (outcome.Succeeded || outcome.Error.Code != ErrorCatalogue.ContentTypeWrong.Code)
                break;
        }

        return outcome.Succeeded
            ? RequestObjectClaims.Read(outcome.Value.Payload, this)
            : ErrorCatalogue.RequestObjectUnverified.With($"{outcome.Error.Code} {outcome.Error.Detail}");
    }
}
