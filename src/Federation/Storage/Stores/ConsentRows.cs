using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Webhooks;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Notices;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

/// <summary>What a client may hear of somebody's cases hangs on a consent that was not withdrawn.</summary>
internal static class ConsentRows
{
    private const string Scope = " " + HubScopes.Applications + " ";

    public static Task<bool> MayHearOfCasesAsync(HubDbContext context, string residentId, string clientId, CancellationToken cancellationToken) =>
        context.Set<Consent>().AnyAsync(
            consent => consent.ResidentId == residentId && consent.ClientId == clientId && consent.WithdrawnAt == null
                && (" " + consent.Scopes + " ").Contains(Scope), cancellationToken);

    /// <summary>What still waits to be told goes no more. After the withdrawal, in its transaction.</summary>
    public static async Task SilenceAsync(HubDbContext context, Consent withdrawn, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await MayHearOfCasesAsync(context, withdrawn.ResidentId, withdrawn.ClientId, cancellationToken))
            return;
        var own = context.Set<Application>().Where(row => row.ResidentId == withdrawn.ResidentId).Select(row => row.CaseNumber);
        await context.Set<StatusNotice>()
            .Where(notice => notice.ClientId == withdrawn.ClientId && notice.Status == NoticeStatus.Waiting && own.Contains(notice.CaseNumber))
            .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.Status, NoticeStatus.NotOffered).SetProperty(changed => changed.SettledAt, at), cancellationToken);
    }
}
