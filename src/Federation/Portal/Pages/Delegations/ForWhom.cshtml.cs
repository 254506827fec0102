using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Delegation;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect;
using CrossBorder.Federation.OpenIdConnect.Acting;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Federation.Portal.Residents;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Federation.Portal.Pages.Delegations;

/// <summary>Asks who signs in at a service for whom they are there. Their own matters come first; the answer goes back sealed.</summary>
internal sealed class ForWhomModel(
    ResidentSession visitor, IVerifiedSessions sessions, Representations representations, ActingChoice choice, Recipients recipients, PageLanguage language) : PageModel
{
    private const string ClientId = "client_id";
    private static readonly string Authorize = "/" + ProtocolPaths.Authorize + "?";

    public IReadOnlyList<Mandate> Mandates { get; private set; } = [];

    public string Service { get; private set; } = "";

    public string Here => QueryHelpers.AddQueryString("/sign-in/for-whom", "back", Request.Query["back"].ToString());

    public async Task<IActionResult> OnGetAsync(string? back)
    {
        if (await ReadAsync(back) is not { } asked)
            return LocalRedirect(ErrorPage.AddressOf(ErrorCatalogue.JourneyUnknown.Code));

        Mandates = await representations.ListAsync(asked.Session.ResidentId, asked.Client, HttpContext.RequestAborted);
        Service = recipients.Find(asked.Client).TryGetValue(out var recipient) ? language[recipient.Name] : asked.Client;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? back, string? mandate)
    {
        if (await ReadAsync(back) is not { } asked)
            return LocalRedirect(ErrorPage.AddressOf(ErrorCatalogue.JourneyUnknown.Code));

        // Whether it is one of theirs, the end point finds out: an answer that is not is asked for again.
        var answer = choice.Seal(asked.Session, asked.Client, string.IsNullOrEmpty(mandate) ? null : mandate);
        return LocalRedirect("/" + ProtocolPaths.Authorize + QueryHelpers.AddQueryString(Without(back!), ActingChoice.Parameter, answer));
    }

    private async Task<(VerifiedSession Session, string Client)?> ReadAsync(string? back) =>
        back is not null && back.StartsWith(Authorize, StringComparison.Ordinal)
        && QueryHelpers.ParseQuery(back[(Authorize.Length - 1)..]).TryGetValue(ClientId, out var client) && client.ToString() is { Length: > 0 } named
        && (await visitor.FindAsync(HttpContext))?.FindFirst(HubClaims.SessionId)?.Value is { } id
        && await sessions.FindAsync(id, HttpContext.RequestAborted) is { } session
            ? (session, named)
            : null;

    /// <summary>The question of the address without an earlier answer.</summary>
    private static string Without(string back) => QueryString.Create(QueryHelpers.ParseQuery(back[(Authorize.Length - 1)..])
        .Where(parameter => parameter.Key != ActingChoice.Parameter)).ToUriComponent();
}
