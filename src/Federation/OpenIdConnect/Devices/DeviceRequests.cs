using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.OpenIdConnect.Tokens;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.Devices;

/// <summary>
/// The resident's side of the device authorization grant (RFC 8628 section 3.3): finds the device behind a code, and says yes or no to it.
/// Every way to it counts wrong codes, so that nobody finds a stranger's device by trying.
/// </summary>
internal sealed class DeviceRequests(SessionPrincipal principals, IConsents consents, UserCodeTries tries)
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    /// <summary>The device whose code the present request bears. CB2020 where no device waits with it, CB2021 after too many wrong ones.</summary>
    public async Task<Outcome<DeviceRequest>> FindAsync(HttpContext context, VerifiedSession session)
    {
        if (!tries.MayTry(session.ResidentId))
            return ErrorCatalogue.UserCodeTries.With($"More than {UserCodeTries.Most} wrong codes.");

        var ticket = await context.AuthenticateAsync(Scheme);
        if (ticket.Principal?.GetClaim(Claims.ClientId) is { Length: > 0 } client
            && ticket.Properties?.GetTokenValue(OpenIddictServerAspNetCoreConstants.Tokens.UserCode) is { Length: > 0 } code)
            return new DeviceRequest(client, UserCodes.Shown(code), ticket.Principal.GetScopes());

        tries.Count(session.ResidentId);
        return ErrorCatalogue.UserCodeUnknown.With("No device waits with this code.");
    }

    public Task<bool> IsAgreedAsync(DeviceRequest device, VerifiedSession session, CancellationToken cancellationToken) =>
        consents.IsGivenAsync(session.ResidentId, device.ClientId, device.Scopes, cancellationToken);

    /// <summary>Lets the device have its tokens, and answers the present request by leading to an address of ours.</summary>
    public async Task AcceptAsync(HttpContext context, DeviceRequest device, VerifiedSession session, string next)
    {
        var principal = await principals.CreateAsync(session, device.ClientId, new Grant(device.Scopes, []), context.RequestAborted);
        await context.SignInAsync(Scheme, principal, new AuthenticationProperties { RedirectUri = next });
    }

    /// <summary>The device is told <c>access_denied</c>.</summary>
    public static Task DenyAsync(HttpContext context, string next) => context.ForbidAsync(Scheme, new AuthenticationProperties { RedirectUri = next });
}
