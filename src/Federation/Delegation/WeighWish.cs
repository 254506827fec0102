using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Delegation;

/// <summary>Judges what a principal asks for: what comes out may be given.</summary>
internal sealed class WeighWish(
    ICatalogue catalogue, Enterprises enterprises, IOptions<DelegationOptions> options, IOptions<DelegationClientsOptions> clients, TimeProvider clock)
{
    /// <summary>More would be a mandate for everything.</summary>
    public const int MostItems = 20;

    private const string OfflineAccess = "offline_access";

    public IReadOnlyList<string> Clients => clients.Value.Names;

    /// <summary>The most days that may be given.</summary>
    public int LongestDays(MandateRelation relation) => Math.Min(relation.LongestDays, options.Value.LongestDays);

    /// <summary>What may be handed over to somebody else at all: an item that asks for the person's own signature may not.</summary>
    public static bool MayBeGiven(ServiceItem item, MandateRelation relation) =>
        item.Online && item.Audience == relation.Audience && item.Signing == SigningNeed.None;

    /// <returns>CB5190 with the reason; where the register is asked and does not answer, its own error.</returns>
    public async Task<Outcome<MandateTerms>> RunAsync(Applicant principal, MandateWish wish, CancellationToken cancellationToken)
    {
        if (MandateRelation.Find(wish.Relation) is not { } relation)
            return Refuse("Relation", "is none of those that there are");
        if (!relation.IsOfEnterprise && !relation.FitsPrincipal(principal.Identity.Birthdate, WorkingCalendar.DayOf(clock.GetUtcNow())))
            return Refuse("Relation", relation.IsOfChild ? "is for who is not of age" : "is for who is of age");

        var items = new List<ServiceItem>();
        foreach (var code in wish.Items.Distinct(StringComparer.Ordinal))
        {
            if (!catalogue.TryGetItem(code, out var item) || !MayBeGiven(item, relation))
                return Refuse("Items", "hold one that cannot be given in this relation");
            items.Add(item);
        }

        if (items.Count is 0 or > MostItems)
            return Refuse("Items", $"are 1 to {MostItems}");
        if (wish.Days < 1 || wish.Days > LongestDays(relation))
            return Refuse("Days", $"are 1 to {LongestDays(relation)}");
        if (wish.Clients.Except(Clients, StringComparer.Ordinal).Any())
            return Refuse("Clients", "hold one that does not serve agents");

        EnterpriseFacts? enterprise = null;
        if (relation.IsOfEnterprise)
        {
            var found = await enterprises.FindAsync(principal, cancellationToken);
            // A register that does not answer has said nothing of the resident.
            if (!found.TryGetValue(out enterprise))
                return Outcome<MandateTerms>.Refused(found.Errors);
        }

        return new MandateTerms(
            relation, items, [HubPortal.RecipientId, .. wish.Clients.Distinct(StringComparer.Ordinal)], ScopesOf(wish),
            relation.EndOf(principal.Identity.Birthdate, clock.GetUtcNow(), wish.Days), enterprise, principal.Identity.Jurisdiction);
    }

    private static string[] ScopesOf(MandateWish wish) =>
        [HubScopes.Profile, .. wish.WithDocuments ? [HubScopes.Identity] : Array.Empty<string>(), HubScopes.Applications, OfflineAccess];

    private static Error Refuse(string part, string why) => ErrorCatalogue.MandateUnfit.With($"{part} {why}.");
}
