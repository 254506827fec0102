using CrossBorder.Federation.Hosting.Operations;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Officers.OpenId;
using CrossBorder.Federation.Officers.Passkeys;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>The passkeys of the officer who looks.</summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Reviewer, OfficerRole.Auditor, OfficerRole.Operator)]
[OwnAccount]
internal sealed class PasskeysModel(KeepPasskeys keep, OfficerPasskeys passkeys, OfficerWays ways) : PageModel
{
    public IReadOnlyList<UserPasskeyInfo> All { get; private set; } = [];

    public PasskeyQuestion Question { get; private set; } = null!;

    public ErrorDescriptor? Refusal { get; private set; }

    public LocalizedText? Done { get; private set; }

    private OfficerPresence Officer => OfficerScheme.Presence(User)!;

    public async Task<IActionResult> OnGetAsync(string? done = null)
    {
        if (!ways.HasPasswords)
            return new ConsoleRefusal(ErrorCatalogue.OfficerPasswordsOff);
        Done = done switch { "added" => PasskeyText.Done, "removed" => PasskeyText.Gone, _ => null };
        All = await keep.ListAsync(Officer);
        Question = await passkeys.AskForNewAsync(Officer);
        return Page();
    }

    /// <param name="step"><c>add</c> or <c>remove</c>.</param>
    /// <param name="id">The passkey that is removed.</param>
    /// <param name="name">What the new one is called.</param>
    /// <param name="ticket">Of the question to the new one.</param>
    /// <param name="passkey">What the new one answered.</param>
    /// <param name="code">A fresh code, or the answer of a passkey that is known already.</param>
    public async Task<IActionResult> OnPostAsync(string? step, string? id, string? name, string? ticket, string? passkey, string? code)
    {
        if (!ways.HasPasswords)
            return new ConsoleRefusal(ErrorCatalogue.OfficerPasswordsOff);
        var (stop, network) = (HttpContext.RequestAborted, RateLimits.Network(HttpContext.Connection.RemoteIpAddress));
        var outcome = step == "remove"
            ? await keep.RemoveAsync(Officer, id ?? "", code, network, stop)
            : await keep.AddAsync(Officer, name ?? "", new PasskeyAnswer(ticket ?? "", passkey ?? ""), code, network, stop);
        if (outcome.Succeeded)
            return LocalRedirect("/console/passkeys?done=" + (step == "remove" ? "removed" : "added"));

        Refusal = outcome.Error.Descriptor;
        Response.StatusCode = Refusal.Status;
        return await OnGetAsync();
    }
}
