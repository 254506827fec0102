using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Webhooks;
using CrossBorder.Federation.Delegation;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Notices;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

/// <summary>
/// What a client may hear of somebody's cases hangs on a consent that was not withdrawn: of all of them by one for the resident's own use, and
/// of those that were filed by a mandate by the one that was given with that mandate.
/// </summary>
internal static class ConsentRows
{
    private const string Scope = " " + HubScopes.Applications + " ";

    public static Task<bool> MayHearOfCaseAsync(HubDbContext context, string residentId, string clientId, string caseNumber, CancellationToken cancellationToken) =>
        HeardOf(context, clientId).AnyAsync(application => application.ResidentId == residentId && application.CaseNumber == caseNumber, cancellationToken);

    /// <summary>What still waits to be told goes no more. After the withdrawal, in its transaction.</summary>
    public static async Task SilenceAsync(HubDbContext context, Consent withdrawn, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var own = context.Set<Application>().Where(row => row.ResidentId == withdrawn.ResidentId).Select(row => row.CaseNumber);
        var heard = HeardOf(context, withdrawn.ClientId).Where(row => row.ResidentId == withdrawn.ResidentId).Select(row => row.CaseNumber);
        await context.Set<StatusNotice>()
            .Where(notice => notice.ClientId == withdrawn.ClientId && notice.Status == NoticeStatus.Waiting
                && own.Contains(notice.CaseNumber) && !heard.Contains(notice.CaseNumber))
            .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.Status, NoticeStatus.NotOffered).SetProperty(changed => changed.SettledAt, at), cancellationToken);
    }

    /// <summary>All cases, of whomever, that a client may hear of.</summary>
    public static IQueryable<Application> HeardOf(HubDbContext context, string clientId)
    {
        var ofMandates = MandateNotice.PurposeKey;
        var standing = context.Set<Consent>().Where(consent => consent.ClientId == clientId
            && consent.WithdrawnAt == null && (" " + consent.Scopes + " ").Contains(Scope));
        return context.Set<Application>().Where(application => standing.Any(consent => consent.ResidentId == application.ResidentId
            && (consent.PurposeKey != ofMandates
                || context.Set<Mandate>().Any(mandate => mandate.Id == application.MandateId && (" " + mandate.Consents + " ").Contains(" " + consent.Id + " ")))));
    }
}
