using System.Security.Claims;
using System.Text.Encodings.Web;
using CrossBorder.Federation.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Tests.Portal;

/// <summary>Stands where the session cookie is read: a header names the resident.</summary>
internal sealed class NamedSession(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Header = "X-Resident";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header] is not [{ Length: > 0 } name])
            return Task.FromResult(AuthenticateResult.NoResult());

        var identity = new ClaimsIdentity([new(HubClaims.SessionId, name)], Scheme.Name);
        return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme.Name)));
    }
}

/// <summary>Stands where the sign-in journey begins, and shows what it was told.</summary>
internal sealed class ShownJourney(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var told = properties.Items.ToDictionary(item => item.Key.TrimStart('.'), item => item.Value, StringComparer.Ordinal);
        Response.Redirect(QueryHelpers.AddQueryString("/journey", told));
        return Task.CompletedTask;
    }
}
