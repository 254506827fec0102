using System.Globalization;
using System.Text.Json;
using CrossBorder.Sandbox.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace CrossBorder.Sandbox.RelyingParty.Kiosk;

/// <summary>A machine in a hall: it shows a code, a resident lets it act from their own phone, and in the end it knows nobody.</summary>
internal static class KioskPages
{
    private const string Cookie = "relying-party.kiosk";
    private const string LooksAgainAfterSeconds = "5";
    private const string Bar = "#7a3e00";

    public static void MapKiosk(this IEndpointRouteBuilder app)
    {
        app.MapGet("/kiosk", ShowAsync);
        app.MapPost("/kiosk", async (RelyingPartyPage page, KioskHub hub, IDataProtectionProvider protection) =>
        {
            await page.CheckTokenAsync();
            var started = await hub.StartAsync(page.Context.RequestAborted);
            Keep(page, protection, started.GetRawText());
            return Results.Redirect("/kiosk");
        });
        app.MapPost("/kiosk/finish", async (RelyingPartyPage page, KioskHub hub, IDataProtectionProvider protection) =>
        {
            await page.CheckTokenAsync();
            if (Kept(page, protection) is { } known && Text(known, "access_token") is { } token)
                await hub.RevokeAsync(token, page.Context.RequestAborted);
            page.Context.Response.Cookies.Delete(Cookie);
            return Results.Redirect("/kiosk");
        });
    }

    private static async Task<IResult> ShowAsync(RelyingPartyPage page, KioskHub hub, IDataProtectionProvider protection)
    {
        var stop = page.Context.RequestAborted;
        page.Context.Response.Headers.CacheControl = "no-store";
        if (Kept(page, protection) is not { } known)
            return Welcome(page, refused: false);
        if (Text(known, "access_token") is not { } token)
        {
            if (Text(known, "device_code") is not { } device)
                return Forget(page);
            var answer = await hub.PollAsync(device, stop);
            if (Text(answer, "error") is "authorization_pending" or "slow_down")
                return await WaitAsync(page, hub, known);
            if (Text(answer, "access_token") is not { } given)
                return Forget(page);
            token = given;
            Keep(page, protection, JsonSerializer.Serialize(new { access_token = given }));
        }

        return Text(await hub.PersonAsync(token, stop), "name") is { } name
            ? Show(page, $"""<h1 id="hello">{HtmlPage.Encode(string.Format(CultureInfo.InvariantCulture, KioskText.Hello.In(page.Language), name))}</h1>{Finish(page, KioskText.Finish.In(page.Language))}""")
            : Forget(page);
    }

    private static async Task<IResult> WaitAsync(RelyingPartyPage page, KioskHub hub, JsonElement started)
    {
        var code = Text(started, "user_code")!;
        page.Context.Response.Headers["Refresh"] = LooksAgainAfterSeconds;
        return Show(page, $"""
            <h1>{page.Say(KioskText.Scan)}</h1>
            <p id="pattern" style="max-width:18rem">{await hub.PatternAsync(code, page.Context.RequestAborted)}</p>
            <p>{page.Say(KioskText.OrType)}<br>{HtmlPage.Encode(Text(started, "verification_uri"))}</p>
            <p class="good"><strong id="code" class="number">{HtmlPage.Encode(code)}</strong>{page.Say(KioskText.Waiting)}</p>
            {Finish(page, KioskText.Cancel.In(page.Language))}
            """);
    }

    private static IResult Forget(RelyingPartyPage page)
    {
        page.Context.Response.Cookies.Delete(Cookie);
        return Welcome(page, refused: true);
    }

    private static IResult Welcome(RelyingPartyPage page, bool refused) => Show(page, $"""
        {(refused ? $"<p class=\"note\" role=\"status\">{page.Say(KioskText.Refused)}</p>" : "")}
        <h1>{page.Say(KioskText.Welcome)}</h1><p class="lead">{page.Say(KioskText.WelcomeLead)}</p>
        <form method="post" action="/kiosk">{page.Token()}<button type="submit">{page.Say(KioskText.Start)}</button></form>
        """);

    private static string Finish(RelyingPartyPage page, string label) =>
        $"""<form method="post" action="/kiosk/finish">{page.Token()}<button type="submit" class="second">{HtmlPage.Encode(label)}</button></form>""";

    private static IResult Show(RelyingPartyPage page, string body) => page.Show(body, KioskText.Title, Bar);

    // Sealed, for the browser of a machine that many people stand at keeps it: what it holds is worth nothing elsewhere.
    private static void Keep(RelyingPartyPage page, IDataProtectionProvider protection, string text) => page.Context.Response.Cookies.Append(
        Cookie, protection.CreateProtector(Cookie).Protect(text), new CookieOptions { SameSite = SameSiteMode.Lax, HttpOnly = true });

    private static JsonElement? Kept(RelyingPartyPage page, IDataProtectionProvider protection)
    {
        try
        {
            return page.Context.Request.Cookies[Cookie] is { } text ? JsonSerializer.Deserialize<JsonElement>(protection.CreateProtector(Cookie).Unprotect(text)) : null;
        }
        // Of a sandbox that ran before.
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
