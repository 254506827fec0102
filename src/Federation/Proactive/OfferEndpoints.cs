using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Api;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Proactive.Evaluation;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Proactive;

/// <summary>Offers for a service that files for the resident, where the resident allowed it to have them.</summary>
internal static class OfferEndpoints
{
    public static async Task<IResult> List(
        HttpContext context, IApplicants applicants, IVerifiedSessions sessions, IDisclosures disclosures, ResidentOffers offers, IOptions<HubOptions> hub, string? lang = null)
    {
        var caller = await Caller.FindAsync(context, applicants);
        if (!caller.TryGetValue(out var applicant))
            return Caller.Refuse(context, caller.Errors);

        context.Response.Headers.CacheControl = "no-store";
        var page = new Uri(new Uri(hub.Value.Issuer), "offers").AbsoluteUri;
        if (await offers.OpenAsync(applicant, app: true, context.RequestAborted) is not { } open)
            return TypedResults.Ok(new OfferListBody(false, page, []));

        // Told before it is given.
        var (sid, client) = (context.User.FindFirst(HubClaims.SessionId)!.Value, Caller.ClientId(context)!);
        if (open.Count > 0 && (await sessions.FindForClientAsync(sid, client, context.RequestAborted) is not { } session
            || !await disclosures.TellAsync(session, sid, client, [HubScopes.Offers], context.RequestAborted)))
            return Caller.Refuse(context, [ErrorCatalogue.SessionUnknown.With("The session of the token is over.")]);
        return TypedResults.Ok(new OfferListBody(true, page, [.. open.Select(offer => OfferBody.Of(offer, hub.Value.Issuer, lang))]));
    }

    public static async Task<IResult> Dismiss(HttpContext context, IApplicants applicants, ResidentOffers offers, string id)
    {
        var caller = await Caller.FindAsync(context, applicants);
        if (!caller.TryGetValue(out var applicant))
            return Caller.Refuse(context, caller.Errors);

        var dismissed = await offers.DismissAsync(applicant.ResidentId, id, app: true, context.RequestAborted);
        return dismissed.Succeeded ? TypedResults.NoContent() : Caller.Refuse(context, dismissed.Errors);
    }
}

/// <param name="Enabled">Whether the resident turned it on and lets services have what was found.</param>
/// <param name="Page">Where the resident sees and changes that.</param>
internal sealed record OfferListBody(bool Enabled, string Page, IReadOnlyList<OfferBody> Offers);

/// <param name="Uses">What the reason rests on, by name and without values.</param>
/// <param name="Until">The last day on which the rule holds; null where the day never changes it.</param>
/// <param name="Apply">The prefilled form.</param>
internal sealed record OfferBody(
    string Id, string Item, string Name, string Reason, IReadOnlyList<string> Uses, DateOnly? Until, DateTimeOffset FoundAt, string Apply)
{
    public static OfferBody Of(OfferView offer, string issuer, string? language) => new(
        offer.Id, offer.Item.Code, offer.Item.Name.In(language), offer.Rule.Reason.In(language), [.. offer.Facts.Select(NameOf).Distinct(StringComparer.Ordinal)],
        offer.Until, offer.FoundAt, new Uri(new Uri(issuer), $"apply/{offer.Item.Code}").AbsoluteUri);

    private static string NameOf(UsedFact fact) => fact.Kind switch
    {
        FactKind.Claim => fact.Source,
        FactKind.Licence => $"elicence:{fact.Source}" + (fact.Attribute is null ? "" : "." + fact.Attribute),
        _ => $"case:{fact.Source}",
    };
}
