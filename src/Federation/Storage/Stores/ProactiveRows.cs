using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Proactive;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

/// <summary>What rests on a consent to be looked for goes with it.</summary>
internal static class ProactiveRows
{
    /// <summary>What was found for residents who have not been here since: it is months old, and found anew when they come.</summary>
    public static Task<int> RemoveOfAwayAsync(HubDbContext context, DateTimeOffset since, CancellationToken cancellationToken) =>
        context.Set<ProactiveOffer>()
            .Where(offer => context.Set<ProactiveWatch>().Any(watch => watch.ResidentId == offer.ResidentId && watch.SeenAt < since))
            .ExecuteDeleteAsync(cancellationToken);

    public static async Task ForgetAsync(HubDbContext context, Consent consent, CancellationToken cancellationToken)
    {
        // First the row that whoever looks at this moment must change: what they found is then not stored, or is there to be deleted.
        if (await context.Set<ProactiveWatch>().Where(row => row.ConsentId == consent.Id).ExecuteDeleteAsync(cancellationToken) > 0)
            await context.Set<ProactiveOffer>().Where(row => row.ResidentId == consent.ResidentId).ExecuteDeleteAsync(cancellationToken);
    }
}
