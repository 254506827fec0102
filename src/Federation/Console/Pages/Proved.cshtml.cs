using System.Text.Json;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Officers.OpenId;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>The officer is back from the provider: the form that waited, to be sent once more, now with its proof.</summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Reviewer, OfficerRole.Auditor, OfficerRole.Operator)]
internal sealed class ProvedModel(IOfficerSteps steps) : PageModel
{
    private const int LongestShown = 200;

    public OfficerStep Step { get; private set; } = null!;

    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; private set; } = [];

    /// <summary>Without what nobody reads, such as a whole certificate.</summary>
    public IEnumerable<KeyValuePair<string, string>> Shown => Fields.Where(entry => entry.Value.Length is > 0 and <= LongestShown);

    public string Proof => ProveAtProvider.ProofOf(Step);

    public string Origin => Step.Address.Split('?')[0];

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await steps.FindAsync(id, HttpContext.RequestAborted) is not { ProvedAt: not null, UsedAt: null } step
            || step.SessionId != OfficerScheme.Presence(User)!.SessionId)
            return new ConsoleRefusal(ErrorCatalogue.OfficerProofUnbound, StatusCodes.Status404NotFound);

        Step = step;
        Fields = JsonSerializer.Deserialize<List<KeyValuePair<string, string>>>(step.Fields)!;
        return Page();
    }
}
