using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class Hearing(HubDbContext context) : IHearing
{
    public async Task<bool> IsOverAsync(string clientId, string caseNumber, CancellationToken cancellationToken) =>
        await context.Set<Application>().Where(row => row.CaseNumber == caseNumber).Select(row => row.ResidentId).FirstOrDefaultAsync(cancellationToken)
            is { } resident && !await ConsentRows.MayHearOfCaseAsync(context, resident, clientId, caseNumber, cancellationToken);
}
