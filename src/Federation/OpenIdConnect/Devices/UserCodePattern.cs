using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Portal;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdConnect.Devices;

/// <summary>
/// The pattern of <c>verification_uri_complete</c> as SVG, for devices that cannot draw one. It is made of the code that the device sends:
/// whether a device waits with it is not looked up, so that there is nothing to find out here.
/// </summary>
internal static class UserCodePattern
{
    public static IResult Handle(HttpContext context, string? user_code, IOptions<HubOptions> hub) =>
        UserCodes.Read(user_code) is { } code
            ? TypedResults.Text(
                Pattern.Draw(QueryHelpers.AddQueryString(new Uri(new Uri(hub.Value.Issuer), ProtocolPaths.Verification).AbsoluteUri, "user_code", UserCodes.Shown(code)), UserCodes.Shown(code)),
                "image/svg+xml; charset=utf-8")
            : Problems.From(ErrorCatalogue.UserCodeUnknown.With("user_code is no code of this hub."), context);
}
