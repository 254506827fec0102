using System.Text.Json;
using CrossBorder.Sandbox.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace CrossBorder.Sandbox.RelyingParty;

/// <summary>A case, and what the departments signed about it.</summary>
internal static class CasePage
{
    private const string LooksAgainAfterSeconds = "3";

    public static async Task<IResult> ShowAsync(RelyingPartyPage page, string caseNumber, HubApi hub, string? token)
    {
        var stop = page.Context.RequestAborted;
        var address = "/cases/" + Uri.EscapeDataString(caseNumber);
        var (status, body) = await hub.GetAsync("api/applications/" + Uri.EscapeDataString(caseNumber), token, stop);
        if (status != StatusCodes.Status200OK)
            return page.Show($"<h1>{page.Say(RelyingPartyText.NotFound)}</h1><p>HTTP {status}</p>{Back(page)}");

        var item = await OfferedItem.FindAsync(hub, page.Language, stop);
        var state = body.GetProperty("status").GetString();
        var open = state is "submitted" or "in_progress";
        if (open)
            page.Context.Response.Headers["Refresh"] = LooksAgainAfterSeconds;
        var again = open
            ? $"<p>{page.Say(RelyingPartyText.Waiting)}</p><p><a class=\"button\" href=\"{address}\">{page.Say(RelyingPartyText.Refresh)}</a></p>"
            : "";
        return page.Show($"""
            <h1>{page.Say(RelyingPartyText.Case)}</h1>
            <p class="good" id="status" data-status="{HtmlPage.Encode(state)}"><strong>{page.Say(RelyingPartyText.Status(state))}</strong>
            {HtmlPage.Encode(item.Name)}<br><span class="quiet">{page.Say(RelyingPartyText.CaseNumber)} <span class="number">{HtmlPage.Encode(caseNumber)}</span></span></p>
            {again}
            {string.Concat(body.GetProperty("deliveries").EnumerateArray().Select(delivery => Receipt(page, delivery, item)))}
            {Back(page)}
            """);
    }

    private static string Receipt(RelyingPartyPage page, JsonElement delivery, OfferedItem item)
    {
        if (!delivery.TryGetProperty("receipt", out var receipt) || receipt.GetString() is not { } compact)
            return "";
        // Only shown here: the hub has verified the signature, and whoever doubts it has the original below.
        var said = JsonSerializer.Deserialize<JsonElement>(Base64UrlEncoder.DecodeBytes(compact.Split('.')[1]));
        return $"""
            <h2>{page.Say(RelyingPartyText.Receipt)}</h2>
            <dl><dt>{page.Say(RelyingPartyText.Department)}</dt><dd>{HtmlPage.Encode(item.Department)}</dd>
            <dt>{page.Say(RelyingPartyText.Outcome)}</dt><dd>{page.Say(RelyingPartyText.Status(said.GetProperty("outcome").GetString()))}</dd>
            <dt>{page.Say(RelyingPartyText.Reference)}</dt><dd>{HtmlPage.Encode(said.GetProperty("reference").ToString())}</dd>
            <dt>{page.Say(RelyingPartyText.ReceivedAt)}</dt><dd>{HtmlPage.Encode(At(said.GetProperty("receivedAt")))}</dd></dl>
            <details><summary>{page.Say(RelyingPartyText.RawReceipt)}</summary><p><code>{HtmlPage.Encode(compact)}</code></p></details>
            """;
    }

    private static string At(JsonElement time) => time.TryGetDateTimeOffset(out var at)
        ? at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)
        : time.ToString();

    private static string Back(RelyingPartyPage page) => $"<p><a class=\"button second\" href=\"/\">{page.Say(RelyingPartyText.Back)}</a></p>";
}
