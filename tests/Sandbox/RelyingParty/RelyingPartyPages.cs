using System.Text.Json;
using CrossBorder.Sandbox.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CrossBorder.Sandbox.RelyingParty;

/// <summary>The addresses of the relying party: sign in, see what was verified, apply, see the case.</summary>
internal static class RelyingPartyPages
{
    public static void MapRelyingPartyPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", (RelyingPartyPage page, HubApi hub) => FrontPage.ShowAsync(page, hub));
        app.MapGet("/sign-in/{client}", (string client, string? login_hint, string? ui_locales) =>
            client is RelyingPartyHost.Rsa or RelyingPartyHost.ShangMiClient
                ? Results.Challenge(Asking(login_hint, ui_locales), [client])
                : Results.NotFound());
        app.MapGet("/refused", (RelyingPartyPage page, string? error, string? reason) => page.Show($"""
            <h1>{page.Say(RelyingPartyText.Refused)}</h1><p class="lead">{page.Say(RelyingPartyText.RefusedLead)}</p>
            <p><a class="button" href="/">{page.Say(RelyingPartyText.Back)}</a></p>
            <p class="quiet"><code id="error">{HtmlPage.Encode(error)}</code> {HtmlPage.Encode(reason)}</p>
            """));
        app.MapPost("/sign-out", async (RelyingPartyPage page) =>
        {
            await page.CheckTokenAsync();
            return Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [CookieAuthenticationDefaults.AuthenticationScheme]);
        });
        app.MapPost("/apply", ApplyAsync);
        app.MapGet("/cases/{caseNumber}", async (string caseNumber, RelyingPartyPage page, HubApi hub) =>
            await page.Context.GetTokenAsync("access_token") is { } token
                ? await CasePage.ShowAsync(page, caseNumber, hub, token)
                : Results.Redirect("/"));
    }

    private static AuthenticationProperties Asking(string? login, string? languages)
    {
        var properties = new AuthenticationProperties { RedirectUri = "/" };
        if (login is not null)
            properties.Items["login_hint"] = login;
        if (languages is not null)
            properties.Items["ui_locales"] = languages;
        return properties;
    }

    private static async Task<IResult> ApplyAsync(RelyingPartyPage page, HubApi hub)
    {
        await page.CheckTokenAsync();
        if (await page.Context.GetTokenAsync("access_token") is not { } token)
            return Results.Redirect("/");
        var form = await page.Context.Request.ReadFormAsync(page.Context.RequestAborted);
        var (status, body) = await hub.ApplyAsync(OfferedItem.Code,
            new Dictionary<string, string> { [OfferedItem.Field] = form[OfferedItem.Field].ToString() },
            // Of the page and not of the press: pressed twice, it is still one application.
            form["key"].ToString(), token, page.Context.RequestAborted);
        return status == StatusCodes.Status201Created
            ? Results.Redirect("/cases/" + Uri.EscapeDataString(body.GetProperty("caseNumber").GetString()!))
            : page.Show($"""
                <h1>{page.Say(RelyingPartyText.NotTaken)}</h1><p>{HtmlPage.Encode(Reason(body))}</p><p class="quiet">HTTP {status}</p>
                <p><a class="button" href="/">{page.Say(RelyingPartyText.Back)}</a></p>
                """);
    }

    /// <summary>The faults that the hub names, else the problem itself.</summary>
    private static string Reason(JsonElement problem) => problem.TryGetProperty("errors", out var errors)
        ? string.Join("; ", errors.EnumerateArray().Select(error => $"{error.GetProperty("code")} {error.GetProperty("detail")}"))
        : problem.TryGetProperty("code", out var code) ? $"{code} {problem.GetProperty("title")}" : problem.ToString();
}
