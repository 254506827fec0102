using CrossBorder.Federation.Officers;
using CrossBorder.Federation.OpenIdConnect.Registrations;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>What one relying party registered, beside what is in force, and the decision about it.</summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Auditor)]
internal sealed class RelyingPartyModel(IRegistrations registrations, OfficerRegistrations officers, StepUpOfficer stepUp) : PageModel
{
    public Registered Party { get; private set; } = null!;

    /// <summary>Whom the ticket was handed to, or the publisher.</summary>
    public string Origin { get; private set; } = "";

    public IReadOnlyList<(LocalizedText What, string Now, string Next)> Facts { get; private set; } = [];

    /// <summary>Whether an older version is in force while this one waits.</summary>
    public bool Replaces => Party.InForceVersion is { } counts && counts.Id != Party.LatestVersion.Id;

    public Error? Refusal { get; private set; }

    public bool MayDecide => Officer.Role == OfficerRole.SecurityOfficer;

    public bool IsOwn => string.Equals(Officer.Name, Party.LatestVersion.ReadBy, StringComparison.OrdinalIgnoreCase);

    private OfficerPresence Officer => OfficerScheme.Presence(User)!;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        var found = await Registered.FindAsync(registrations, id, HttpContext.RequestAborted);
        if (!found.TryGetValue(out var party))
            return new ConsoleRefusal(found.Error.Descriptor);

        Party = party;
        var tickets = await registrations.TicketsAsync(HttpContext.RequestAborted);
        Origin = tickets.FirstOrDefault(ticket => party.Registration.Origin == "ticket:" + ticket.Id.ToString("N")) is { } one ? $"{one.For} ({one.IssuedBy})" : party.Registration.Origin;
        Facts = [.. RelyingPartyFacts.Compare(Replaces ? party.InForce : null, party.Latest)];
        return Page();
    }

    /// <param name="id">Which.</param>
    /// <param name="step">What is to be done.</param>
    /// <param name="version">The version that the officer looked at.</param>
    /// <param name="reason">Why it is sent back.</param>
    /// <param name="code">A fresh code, for what takes effect.</param>
    public async Task<IActionResult> OnPostAsync(string id, string? step, Guid version, string? reason, string? code)
    {
        if (!MayDecide)
            return new ConsoleRefusal(ErrorCatalogue.OfficerRoleMissing);

        var (officer, stop) = (Officer.Name, HttpContext.RequestAborted);
        var done = step switch
        {
            "approve" => await this.ProvedAsync(stepUp, code, () => officers.ApproveAsync(id, version, officer, stop)),
            "send-back" => await officers.SendBackAsync(id, version, reason, officer, stop),
            "suspend" => await this.ProvedAsync(stepUp, code, () => officers.SuspendAsync(id, officer, stop)),
            "resume" => await this.ProvedAsync(stepUp, code, () => officers.ResumeAsync(id, officer, stop)),
            "end" => await this.ProvedAsync(stepUp, code, () => officers.EndAsync(id, officer, stop)),
            _ => ErrorCatalogue.RegistrationNotNow.With("There is no such step."),
        };
        if (done.Succeeded)
            return LocalRedirect("/console/relying-parties/" + Uri.EscapeDataString(id));

        Refusal = done.Error;
        Response.StatusCode = done.Error.Descriptor.Status;
        return await OnGetAsync(id);
    }
}
