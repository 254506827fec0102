using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.SignedRequests;

/// <summary>Writes the seal beside the parameters of a signed request once nothing changes them any more, for the way back from the sign-in.</summary>
internal sealed class SealVerifiedRequest(RequestSeal seal) : IOpenIddictServerHandler<ValidateAuthorizationRequestContext>
{
    public ValueTask HandleAsync(ValidateAuthorizationRequestContext context)
    {
        if (VerifiedRequest.Of(context.Transaction) is not null)
            context.Request[RequestSeal.Parameter] = seal.Of(context.Request);
        return default;
    }
}
