using System.Collections.Concurrent;
using System.Text.Json;
using CrossBorder.Sandbox.Residents;
using CrossBorder.Verification.Crypto;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;

namespace CrossBorder.Sandbox.Home;

/// <summary>The end of a sign-in at the home: it tells the hub by a logout token (OpenID Connect Back-Channel Logout 1.0).</summary>
internal sealed class HomeSignOut(HomePlace place, Uri hub, string scheme, TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<string, string> latest = new(StringComparer.Ordinal);
    private readonly HttpClient http = new() { BaseAddress = hub };

    /// <summary>A session of the home's own, for the claim <c>sid</c>.</summary>
    public string Begin(SandboxResident resident) => latest[resident.Login] = Guid.NewGuid().ToString("N");

    /// <summary>
    /// By the form field <c>resident</c>, or for whoever is signed in with this browser. <c>which=latest</c> ends the last session alone. Answers
    /// with what the hub answered.
    /// </summary>
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : FormCollection.Empty;
        var session = await context.AuthenticateAsync(HomeAuthorizeEndpoint.Session);
        var login = form["resident"] is [{ Length: > 0 } named] ? named : session.Principal?.FindFirst(OpenIddictConstants.Claims.Subject)?.Value;
        if (place.Find(login) is not { } resident)
            return Results.BadRequest();

        await context.SignOutAsync(HomeAuthorizeEndpoint.Session);
        var sid = form["which"] == "latest" ? latest.GetValueOrDefault(resident.Login) : null;
        using var answer = await http.PostAsync(new Uri($"signin/{scheme}/backchannel-logout", UriKind.Relative), new FormUrlEncodedContent(
            [KeyValuePair.Create("logout_token", Token(resident.HomeSubject, sid))]));
        return Results.Text(await answer.Content.ReadAsStringAsync(), statusCode: (int)answer.StatusCode);
    }

    public void Dispose() => http.Dispose();

    private string Token(string subject, string? sid)
    {
        var now = clock.GetUtcNow();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = place.Issuer.AbsoluteUri,
            ["aud"] = HomeHost.HubClient,
            ["sub"] = subject,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(2).ToUnixTimeSeconds(),
            ["jti"] = Guid.NewGuid().ToString("N"),
            ["events"] = new Dictionary<string, object> { ["http://schemas.openid.net/event/backchannel-logout"] = new { } },
        };
        if (sid is not null)
            claims["sid"] = sid;
        return Jws.Sign(place.Keys[0], "logout+jwt", JsonSerializer.SerializeToUtf8Bytes(claims));
    }
}
