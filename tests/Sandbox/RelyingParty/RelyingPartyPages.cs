using System.Security.Claims;
using System.Text.Json;
using CrossBorder.Sandbox.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CrossBorder.Sandbox.RelyingParty;

/// <summary>The pages of the relying party: sign in, see what was verified, apply, see the case.</summary>
internal static class RelyingPartyPages
{
    private const string Bar = "#0b5cab";
    private const string Title = "粵港跨境示範 · Cross-border demonstration";

    /// <summary>The item that is filed here: a query that needs nothing but a verified identity and a period.</summary>
    private const string Item = "gd-si-003";

    public static void MapRelyingPartyPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", Front);
        app.MapGet("/sign-in/{client}", (string client, string? login_hint) =>
            client is RelyingPartyHost.Rsa or RelyingPartyHost.ShangMiClient
                ? Results.Challenge(new AuthenticationProperties(Hint(login_hint)) { RedirectUri = "/" }, [client])
                : Results.NotFound());
        app.MapGet("/refused", (string? reason) => Page($"<h1>未能登入 · Not signed in</h1><p>{HtmlPage.Encode(reason)}</p><a class=\"button\" href=\"/\">返回 · Back</a>"));
        app.MapPost("/sign-out", async (HttpContext context, IAntiforgery antiforgery) =>
        {
            await antiforgery.ValidateRequestAsync(context);
            return Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [CookieAuthenticationDefaults.AuthenticationScheme]);
        });
        app.MapPost("/apply", ApplyAsync);
        app.MapGet("/cases/{caseNumber}", CaseAsync).RequireAuthorization();
    }

    private static Dictionary<string, string?> Hint(string? login) => login is null ? [] : new() { ["login_hint"] = login };

    private static IResult Front(HttpContext context, IAntiforgery antiforgery)
    {
        if (context.User.Identity?.IsAuthenticated != true)
        {
            return Page("""
                <h1>以香港身分辦理廣東服務</h1><p>Use Guangdong services with your Hong Kong identity.</p>
                <p><a class="button" id="sign-in" href="/sign-in/yueshengshi">登入 · Sign in (RS256)</a>
                <a class="button" id="sign-in-sm2" href="/sign-in/yueshangtong">登入 · Sign in (SM2)</a></p>
                """);
        }

        var rows = string.Concat(context.User.Claims.Select(Row));
        return Page($"""
            <h1>已登入 · Signed in</h1>
            <p>{HtmlPage.Encode(context.User.FindFirstValue("name#zh-Hant") ?? context.User.FindFirstValue("name"))}</p>
            <h2>辦理事項 · Apply</h2>
            <form method="post" action="/apply">{Token(context, antiforgery)}
            <label for="query_period">查詢期間 · Period to query</label><select id="query_period" name="query_period">
            <option value="last-12-months">最近一年 · Last 12 months</option><option value="last-3-years">最近三年 · Last three years</option>
            <option value="all">全部 · All records</option></select>
            <p><button type="submit">查詢並列印個人社保紀錄 · Social insurance record</button></p></form>
            <h2>已核實的資料 · Verified claims</h2><table id="claims">{rows}</table>
            <form method="post" action="/sign-out">{Token(context, antiforgery)}<p><button type="submit">登出 · Sign out</button></p></form>
            """);
    }

    private static async Task<IResult> ApplyAsync(HttpContext context, IAntiforgery antiforgery, HubApi hub)
    {
        await antiforgery.ValidateRequestAsync(context);
        if (await context.GetTokenAsync("access_token") is not { } token)
            return Results.Redirect("/");
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (status, body) = await hub.ApplyAsync(Item,
            new Dictionary<string, string> { ["query_period"] = form["query_period"].ToString() },
            Guid.NewGuid().ToString("N"), token, context.RequestAborted);
        return status == StatusCodes.Status201Created
            ? Results.Redirect("/cases/" + Uri.EscapeDataString(body.GetProperty("caseNumber").GetString()!))
            : Page($"<h1>未能遞交 · Not accepted</h1><p>HTTP {status}</p><pre><code>{HtmlPage.Encode(body.ToString())}</code></pre>");
    }

    private static async Task<IResult> CaseAsync(string caseNumber, HttpContext context, HubApi hub)
    {
        var token = await context.GetTokenAsync("access_token");
        var (status, body) = await hub.GetAsync("api/applications/" + Uri.EscapeDataString(caseNumber), token, context.RequestAborted);
        if (status != StatusCodes.Status200OK)
            return Page($"<h1>HTTP {status}</h1>");
        var deliveries = string.Concat(body.GetProperty("deliveries").EnumerateArray().Select(delivery => $"""
            <tr><th>{HtmlPage.Encode(delivery.GetProperty("department").ToString())}</th>
            <td>{HtmlPage.Encode(delivery.GetProperty("status").GetString())}<br><code>{HtmlPage.Encode(
                delivery.TryGetProperty("receipt", out var receipt) && receipt.ValueKind != JsonValueKind.Null ? receipt.ToString() : "—")}</code></td></tr>
            """));
        return Page($"""
            <h1>{HtmlPage.Encode(caseNumber)}</h1><p id="status">{HtmlPage.Encode(body.GetProperty("status").GetString())}</p>
            <h2>部門回執 · Receipts</h2><table>{deliveries}</table>
            <p><a class="button" href="/cases/{Uri.EscapeDataString(caseNumber)}">更新 · Refresh</a><a class="button" href="/">返回 · Back</a></p>
            """);
    }

    private static string Row(Claim claim) => $"<tr><th>{HtmlPage.Encode(claim.Type)}</th><td>{HtmlPage.Encode(claim.Value)}</td></tr>";

    private static string Token(HttpContext context, IAntiforgery antiforgery)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        return $"<input type=\"hidden\" name=\"{tokens.FormFieldName}\" value=\"{HtmlPage.Encode(tokens.RequestToken)}\">";
    }

    private static IResult Page(string body) => HtmlPage.Show("zh-Hant", Title, Bar, body);
}
