using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Homes;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Trust;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>One definition of a home, beside what is in force, and the decision about it.</summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Auditor)]
internal sealed class HomeProviderModel(
    IHomeProviders providers, OfficerHomes officerHomes, IHomes homes, ITrustSnapshot trust, StepUpOfficer stepUp) : PageModel
{
    public HomeProvider Provider { get; private set; } = null!;

    public IReadOnlyList<(LocalizedText What, string Now, string Proposed)> Facts { get; private set; } = [];

    /// <summary>Whether another definition of this home is in force while this one waits.</summary>
    public bool Replaces { get; private set; }

    /// <summary>Whether a chain of that place could hold at all.</summary>
    public bool HasAnchor { get; private set; }

    public int Sessions { get; private set; }

    public Error? Refusal { get; private set; }

    public bool IsWaiting => Provider.State == HomeProviderState.Proposed;

    public bool IsInForce => Provider.State == HomeProviderState.InForce;

    public bool MayDecide => Officer.Role == OfficerRole.SecurityOfficer;

    /// <summary>Who asked, for the approval or for the end, does not decide it.</summary>
    public bool IsOwn => string.Equals(Officer.Name, IsWaiting ? Provider.ProposedBy : Provider.EndAskedBy, StringComparison.OrdinalIgnoreCase);

    private OfficerPresence Officer => OfficerScheme.Presence(User)!;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await providers.FindAsync(id, HttpContext.RequestAborted) is not { } provider)
            return new ConsoleRefusal(ErrorCatalogue.HomeUnknown);
        var read = HomeDefinition.Read(provider.Definition);
        if (!read.TryGetValue(out var home))
            return new ConsoleRefusal(read.Error.Descriptor);

        Provider = provider;
        var now = homes.Find(provider.Scheme);
        Replaces = provider.State == HomeProviderState.Proposed && now is not null;
        Facts = [.. HomeFacts.Compare(now, home)];
        HasAnchor = trust.Current.TrustList.Anchors.Any(anchor => anchor.Jurisdiction.Code == home.Jurisdiction && anchor.Purposes.Contains(TrustPurpose.AssertionSigning));
        Sessions = await providers.SessionsAsync(provider.Scheme, HttpContext.RequestAborted);
        return Page();
    }

    /// <param name="id">Which.</param>
    /// <param name="step">What is to be done.</param>
    /// <param name="code">A fresh code, for what takes effect.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, string? step, string? code)
    {
        if (!MayDecide)
            return new ConsoleRefusal(ErrorCatalogue.OfficerRoleMissing);

        var (officer, stop) = (Officer.Name, HttpContext.RequestAborted);
        var done = step switch
        {
            "approve" => await this.ProvedAsync(stepUp, code, () => officerHomes.ApproveAsync(id, officer, stop)),
            "end" => await this.ProvedAsync(stepUp, code, () => officerHomes.EndAsync(id, officer, stop)),
            "refuse" => await officerHomes.RefuseAsync(id, officer, stop),
            "ask-end" => await officerHomes.AskForEndAsync(id, officer, stop),
            "keep" => await officerHomes.KeepAsync(id, officer, stop),
            _ => ErrorCatalogue.HomeNotNow.With("There is no such step."),
        };
        if (done.Succeeded)
            return LocalRedirect("/console/homes/" + id.ToString("D"));

        Refusal = done.Error;
        Response.StatusCode = done.Error.Descriptor.Status;
        return await OnGetAsync(id);
    }
}
