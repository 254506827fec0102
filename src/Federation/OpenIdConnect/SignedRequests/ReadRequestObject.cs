using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.EncryptedRequests;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.SignedRequests;

/// <summary>
/// Puts what stands in a signed request object in the place of the request (RFC 9101 section 6.3), before anything of it is looked at: all
/// other handlers then judge what the client signed. Parameters beside the object are not heard, but for those that prove the client.
/// </summary>
internal sealed class ReadRequestObject(
    MessagePolicies policies, ClientKeys keys, RequestKeys encryption, RequestSeal seal, IOptions<HubOptions> hub, TimeProvider clock) :
    IOpenIddictServerHandler<ExtractAuthorizationRequestContext>, IOpenIddictServerHandler<ExtractPushedAuthorizationRequestContext>
{
    private static readonly string[] Outside =
        [Parameters.ClientId, Parameters.ClientAssertion, Parameters.ClientAssertionType, Parameters.ClientSecret];

    public ValueTask HandleAsync(ExtractAuthorizationRequestContext context)
    {
        if (context.Request is not { ClientId.Length: > 0 } request)
            return default;

        var policy = policies.Of(request.ClientId);
        if (!string.IsNullOrEmpty(request.Request))
            Read(context, request, policy);
        else if (policy.RequestAlgorithms.Count > 0 && seal.Holds(request))
            VerifiedRequest.Mark(context.Transaction, requestObject: null);
        // What was pushed was judged when it was pushed.
        else if (policy.RequiresSignedRequests && string.IsNullOrEmpty(request.RequestUri))
            Refuse(context, Errors.InvalidRequest, ErrorCatalogue.RequestObjectMissing.With("This client signs its requests."));
        return default;
    }

    public ValueTask HandleAsync(ExtractPushedAuthorizationRequestContext context)
    {
        if (context.Request is not { ClientId.Length: > 0 } request)
            return default;

        var policy = policies.Of(request.ClientId);
        if (!string.IsNullOrEmpty(request.Request))
            Read(context, request, policy);
        else if (policy.RequiresSignedRequests)
            Refuse(context, Errors.InvalidRequest, ErrorCatalogue.RequestObjectMissing.With("This client signs its requests."));
        return default;
    }

    private void Read(BaseValidatingContext context, OpenIddictRequest outer, MessagePolicy policy)
    {
        // OpenIddict's own answer follows: request_not_supported.
        if (policy.RequestAlgorithms.Count == 0)
            return;
        if (!string.IsNullOrEmpty(outer.RequestUri))
        {
            Refuse(context, Errors.InvalidRequest, ErrorCatalogue.RequestObjectWrong.With("A request has a request object or refers to one, not both."));
            return;
        }

        var verification = new RequestObjectVerification(
            outer.ClientId!, keys.Find(outer.ClientId)?.Keys ?? [], policy, hub.Value.Issuer, clock.GetUtcNow());
        var outcome = RequestKeys.IsEncrypted(outer.Request!)
            ? encryption.Open(outer.Request!).Then(verification.Verify)
            : verification.Verify(outer.Request!);
        if (!outcome.Succeeded)
        {
            Refuse(context, Errors.InvalidRequestObject, outcome.Error);
            return;
        }

        var request = new OpenIddictRequest();
        foreach (var (name, value) in outcome.Value.Parameters)
            request.SetParameter(name, value);
        foreach (var name in Outside)
            request.SetParameter(name, outer[name]);
        context.Transaction.Request = request;
        VerifiedRequest.Mark(context.Transaction, outcome.Value);
    }

    private static void Refuse(BaseValidatingContext context, string error, Error reason) =>
        context.Reject(error, $"{reason.Code} {reason.Detail}");
}
