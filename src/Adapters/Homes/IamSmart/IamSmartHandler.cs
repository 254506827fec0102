using System.Security.Claims;
using System.Text.Encodings.Web;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Homes.IamSmart;

/// <summary>
/// Signing in: to the page with the QR code or, on a phone, to the app; back with a code; the code for a grant. The grant is handed over,
/// and no identity with it: what a resident discloses is asked afterwards.
/// </summary>
internal sealed class IamSmartHandler(
    IOptionsMonitor<IamSmartSchemeOptions> schemes, ILoggerFactory logger, UrlEncoder encoder, IOptions<IamSmartOptions> settings, IamSmartWire wire, IamSmartApi api)
    : RemoteAuthenticationHandler<IamSmartSchemeOptions>(schemes, logger, encoder)
{
    private IamSmartProfileSettings Profile => settings.Value.Profile;

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        GenerateCorrelationId(properties);
        var phone = IsPhone();
        Response.Redirect(QueryHelpers.AddQueryString(wire.AddressOf("auth/getQR").AbsoluteUri, new Dictionary<string, string?>
        {
            ["clientID"] = settings.Value.ClientId,
            ["responseType"] = "code",
            ["source"] = phone ? Profile.PhoneSource : Profile.BrowserSource,
            ["redirectURI"] = BuildRedirectUri(Options.CallbackPath),
            ["scope"] = Profile.Scope,
            ["state"] = Options.StateFormat.Protect(properties),
            ["lang"] = LanguageOf(properties.GetParameter<string>(HomeHandover.Languages)),
            // Their page shows the QR code; a phone goes to the app without it.
            ["brokerPage"] = phone ? "false" : "true",
        }));
        return Task.CompletedTask;
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        var properties = Options.StateFormat.Unprotect(Request.Query["state"]);
        if (properties is null)
            return Refuse(ErrorCatalogue.HomeFailed.With("The state did not come back as it was sent."), null);
        if (!ValidateCorrelationId(properties))
            return Refuse(ErrorCatalogue.HomeFailed.With("The answer came back to another browser than it was asked from."), properties);

        if (Request.Query["error_code"].ToString() is { Length: > 0 } error)
            return Refuse(Profile.DeclinedCodes.Contains(error)
                ? ErrorCatalogue.HomeCancelled.With(Scheme.Name)
                : ErrorCatalogue.HomeExchangeRefused.With("getQR"), properties);
        if (Request.Query["code"].ToString() is not { Length: > 0 and <= 1024 } code)
            return Refuse(ErrorCatalogue.PartnerAnswerMalformed.With("The answer to signing in has neither a code nor a reason."), properties);

        var redeemed = await api.RedeemAsync(code, Context.RequestAborted);
        if (!redeemed.TryGetValue(out var grant))
            return Refuse(redeemed.Error, properties);

        grant.KeepIn(properties);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, grant.Subject)], Scheme.Name);
        return HandleRequestResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name));
    }

    private static HandleRequestResult Refuse(Error error, AuthenticationProperties? properties) =>
        HandleRequestResult.Fail(new HomeRefusedException(error), properties);

    private static string LanguageOf(string? tag) => tag switch
    {
        "en" => "en-US",
        "zh-Hans" => "zh-CN",
        _ => "zh-HK",
    };

    // The client hint where the browser sends one; older phones say it in their name.
    private bool IsPhone() => Request.Headers["Sec-CH-UA-Mobile"].ToString() switch
    {
        "?1" => true,
        "?0" => false,
        _ => Request.Headers.UserAgent.ToString().Contains("Mobile", StringComparison.Ordinal),
    };
}
