using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CrossBorder.Sandbox.RelyingParty;

/// <summary>
/// Takes logout tokens (OpenID Connect Back-Channel Logout 1.0 section 2.6), with the keys and the validation that the stock handler of that
/// client has anyway. The stock handler itself knows front-channel logout alone.
/// </summary>
internal static class BackChannelLogout
{
    public const string Path = "/backchannel-logout/";
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    public static void MapBackChannelLogout(this IEndpointRouteBuilder app)
    {
        app.MapPost(Path + "{client}", TakeAsync).DisableAntiforgery();
        // For people and scripts that look from outside.
        app.MapGet(Path.TrimEnd('/'), (EndedSignIns ended) => Results.Ok(new { ended = ended.Count }));
    }

    private static async Task<IResult> TakeAsync(
        string client, HttpRequest request, IOptionsMonitor<OpenIdConnectOptions> handlers, EndedSignIns ended, TimeProvider clock)
    {
        if (client is not (RelyingPartyHost.Rsa or RelyingPartyHost.ShangMiClient))
            return Results.NotFound();

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var handler = handlers.Get(client);
        var token = await ValidateAsync(handler, form["logout_token"].ToString(), request.HttpContext.RequestAborted);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        // A token that holds and came before is a repetition: the sign-in is over already.
        return token is not null && ended.TryEnd(token.Id, token.GetPayloadValue<string>("sid"), clock.GetUtcNow())
            ? Results.Ok()
            : Results.BadRequest(new { error = "invalid_request" });
    }

    private static async Task<JsonWebToken?> ValidateAsync(OpenIdConnectOptions handler, string compact, CancellationToken cancellationToken)
    {
        var configuration = await handler.ConfigurationManager!.GetConfigurationAsync(cancellationToken);
        var parameters = handler.TokenValidationParameters.Clone();
        parameters.ValidIssuer = configuration.Issuer;
        parameters.ValidAudience = handler.ClientId;
        parameters.ValidTypes = ["logout+jwt"];
        parameters.IssuerSigningKeys = configuration.SigningKeys;
        parameters.ConfigurationManager = null;
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(compact, parameters);
        return result.IsValid && result.SecurityToken is JsonWebToken token && token.Id.Length > 0
            && !token.TryGetPayloadValue<string>("nonce", out _)
            && token.TryGetPayloadValue<string>("sid", out _)
            && token.TryGetPayloadValue<System.Text.Json.JsonElement>("events", out var events) && events.TryGetProperty(Event, out _)
                ? token
                : null;
    }
}
