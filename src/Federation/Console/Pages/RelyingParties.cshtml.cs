using System.Globalization;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Registrations;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>Relying parties, those that wait for officers first, and the tokens with which developers register.</summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Auditor)]
internal sealed class RelyingPartiesModel(IRegistrations registrations, OfficerRegistrations officers, KnownClients clients, StepUpOfficer stepUp, TimeProvider clock) : PageModel
{
    private const int Most = 500;

    public IReadOnlyList<Registered> Waiting { get; private set; } = [];

    public IReadOnlyList<Registered> Others { get; private set; } = [];

    public IReadOnlyList<string> OfSettings { get; private set; } = [];

    public IReadOnlyList<RegistrationTicket> Tickets { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Shown this once.</summary>
    public string? NewToken { get; private set; }

    public Error? Refusal { get; private set; }

    public bool MayDecide => Officer.Role == OfficerRole.SecurityOfficer;

    private OfficerPresence Officer => OfficerScheme.Presence(User)!;

    public async Task OnGetAsync()
    {
        // On their own: however many came since, what waits is never pushed off the page.
        Waiting = [.. Read(await registrations.ListWaitingAsync(Most, HttpContext.RequestAborted)).OrderBy(one => one.LatestVersion.SubmittedAt)];
        Others = [.. Read(await registrations.ListAsync(Most, HttpContext.RequestAborted)).Where(one => one.Standing is not (Standing.Waiting or Standing.Read))];
        OfSettings = [.. clients.All.Select(client => client.ClientId).Where(clients.IsOfSettings).Order(StringComparer.Ordinal)];
        Tickets = await registrations.TicketsAsync(HttpContext.RequestAborted);
    }

    /// <param name="step">What is to be done.</param>
    /// <param name="ticket">Which token, where one is withdrawn.</param>
    /// <param name="holder">For whom a new one is.</param>
    /// <param name="uses">How often it holds.</param>
    /// <param name="days">How long.</param>
    /// <param name="code">A fresh code, for a new token.</param>
    public async Task<IActionResult> OnPostAsync(string? step, Guid ticket, string? holder, string? uses, string? days, string? code)
    {
        if (!MayDecide)
            return new ConsoleRefusal(ErrorCatalogue.OfficerRoleMissing);

        var (officer, stop) = (Officer.Name, HttpContext.RequestAborted);
        if (step == "withdraw")
        {
            var withdrawn = await officers.WithdrawTicketAsync(ticket, officer, stop);
            if (withdrawn.Succeeded)
                return LocalRedirect("/console/relying-parties#tickets");
            Refusal = withdrawn.Error;
        }
        else
        {
            var made = await this.ProvedAsync(stepUp, code, () => officers.IssueTicketAsync(holder, Number(uses), Number(days), officer, stop));
            if (made.TryGetValue(out var token))
                NewToken = token;
            else
                Refusal = made.Error;
        }

        Response.StatusCode = Refusal?.Descriptor.Status ?? StatusCodes.Status200OK;
        await OnGetAsync();
        return Page();
    }

    private static IEnumerable<Registered> Read(IEnumerable<RegistrationVersions> rows)
    {
        foreach (var row in rows)
            if (Registered.Of(row).TryGetValue(out var registered))
                yield return registered;
    }

    private static int Number(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
