using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Homes;
using CrossBorder.Federation.Homes;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>Where residents sign in. Proposing changes nothing for them.</summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Auditor)]
internal sealed class HomesModel(IHomeProviders providers, OfficerHomes officerHomes, IHomes homes) : PageModel
{
    public static IReadOnlyCollection<string> Algorithms { get; } = AlgorithmPolicy.Default.NamesFor(SignatureUse.Assertions);

    public IReadOnlyList<HomeOptions> Configured => homes.Configured;

    public IReadOnlyList<HomeProvider> Providers { get; private set; } = [];

    [BindProperty]
    public HomeForm Form { get; set; } = new();

    public IReadOnlyList<Error> Refusals { get; private set; } = [];

    public bool MayPropose => Officer.Role == OfficerRole.SecurityOfficer;

    private OfficerPresence Officer => OfficerScheme.Presence(User)!;

    /// <param name="from">A definition to begin the form with.</param>
    public async Task OnGetAsync(Guid? from)
    {
        Providers = await providers.ListAsync(HttpContext.RequestAborted);
        if (Providers.FirstOrDefault(provider => provider.Id == from) is { } known && HomeDefinition.Read(known.Definition).TryGetValue(out var home))
            Form = HomeForm.Of(home);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!MayPropose)
            return new ConsoleRefusal(ErrorCatalogue.OfficerRoleMissing);

        var read = Form.ToHome();
        var done = read.TryGetValue(out var home)
            ? await officerHomes.ProposeAsync(home, Officer.Name, HttpContext.RequestAborted)
            : Outcome<HomeProvider>.Refused(read.Errors);
        if (done.TryGetValue(out var provider))
            return LocalRedirect("/console/homes/" + provider.Id.ToString("D"));

        Refusals = done.Errors;
        Response.StatusCode = done.Error.Descriptor.Status;
        Providers = await providers.ListAsync(HttpContext.RequestAborted);
        return Page();
    }
}
