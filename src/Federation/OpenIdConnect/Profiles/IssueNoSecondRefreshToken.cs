using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Profiles;

/// <summary>Where <see cref="KeepRefreshToken"/> leaves the token as it is, none comes beside it.</summary>
internal sealed class IssueNoSecondRefreshToken(IOpenIddictApplicationManager applications) : IOpenIddictServerHandler<ProcessSignInContext>
{
    public async ValueTask HandleAsync(ProcessSignInContext context)
    {
        if (await KeepRefreshToken.IsKeptAsync(applications, context))
            context.GenerateRefreshToken = context.IncludeRefreshToken = false;
    }
}
