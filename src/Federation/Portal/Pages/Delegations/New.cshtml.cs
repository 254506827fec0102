using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Delegation;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Federation.Portal.Residents;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Delegations;

/// <summary>What to give, to whom and for how long: one form that works without script. Nothing is stored by it.</summary>
[RequireResident]
internal sealed class NewModel(ICatalogue catalogue, WeighWish weigh, Recipients recipients, PageLanguage language, TimeProvider clock) : PageModel
{
    private const int Shown = 12;
    private const int Usual = 31;
    private static readonly int[] AllTimes = [1, 7, 31, 92, 365];

    public IReadOnlyList<MandateRelation> Relations { get; private set; } = [];

    public MandateRelation Relation { get; private set; } = null!;

    public string Query { get; private set; } = "";

    public IReadOnlyList<ServiceItem> Chosen { get; private set; } = [];

    public IReadOnlyList<ServiceItem> Found { get; private set; } = [];

    public int Days { get; private set; }

    public IReadOnlyList<int> Times { get; private set; } = [];

    public IReadOnlyList<(string Client, string Name)> Services { get; private set; } = [];

    public bool WithDocuments { get; private set; }

    public ErrorDescriptor? Fault { get; private set; }

    private string[] chosenServices = [];

    public bool IsChosen(string client) => chosenServices.Contains(client);

    public async Task<IActionResult> OnGetAsync(string? relation, string[]? items, string? q, int? days, string[]? services, string? documents, string? step)
    {
        Relations = [.. MandateRelation.All.Where(Fits)];
        Relation = Relations.FirstOrDefault(known => known.Name == relation) ?? Relations[0];
        Query = q?.Trim() ?? "";
        Chosen = [.. (items ?? []).Distinct(StringComparer.Ordinal).Take(WeighWish.MostItems)
            .Select(code => catalogue.TryGetItem(code, out var item) ? item : null).OfType<ServiceItem>()];
        Found = Query.Length == 0 ? [] : [.. catalogue.Search(new(Query, Relation.Audience, PageSize: CatalogueQuery.MaximumPageSize)).Entries
            .Select(entry => entry.Item).OfType<ServiceItem>().Where(item => WeighWish.MayBeGiven(item, Relation) && !Chosen.Contains(item)).Take(Shown)];
        Times = [.. AllTimes.Where(time => time <= weigh.LongestDays(Relation))];
        Days = Times.Contains(days ?? 0) ? days!.Value : Times.Contains(Usual) ? Usual : Times[^1];
        chosenServices = services ?? [];
        WithDocuments = documents == CheckModel.Yes;
        Services = [.. weigh.Clients.Select(client => (client, recipients.Find(client).TryGetValue(out var recipient) ? language[recipient.Name] : client))];
        if (step != "next")
            return Page();

        var applicant = ResidentFeature.Of(HttpContext);
        if (Relation.IsOfEnterprise && applicant.LicenceConsent is null)
            return LocalRedirect("/delegations/enterprise");
        var weighed = await weigh.RunAsync(
            applicant, new MandateWish(Relation.Name, [.. Chosen.Select(item => item.Code)], Days, chosenServices, WithDocuments), HttpContext.RequestAborted);
        if (weighed.Succeeded)
            return LocalRedirect(CheckModel.AddressOf(Relation.Name, Chosen.Select(item => item.Code), Days, chosenServices, WithDocuments));
        Fault = weighed.Error.Descriptor;
        return Page();
    }

    private bool Fits(MandateRelation relation) => relation.IsOfEnterprise
        || relation.FitsPrincipal(ResidentFeature.Of(HttpContext).Identity.Birthdate, WorkingCalendar.DayOf(clock.GetUtcNow()));
}
