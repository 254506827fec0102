using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Dpop;

/// <summary>A code that was asked for with <c>dpop_jkt</c> is for the holder of that key (RFC 9449 section 10).</summary>
internal sealed class BindCode : IOpenIddictServerHandler<ProcessSignInContext>
{
    /// <summary>The parameter of the request, and the claim in the code.</summary>
    public const string Name = "dpop_jkt";

    public ValueTask HandleAsync(ProcessSignInContext context)
    {
        if ((string?)context.Request[Name] is { Length: > 0 } thumbprint)
            context.AuthorizationCodePrincipal?.SetClaim(Name, thumbprint);
        return default;
    }
}
