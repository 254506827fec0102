using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class Hearing(HubDbContext context) : IHearing
{
    public Task<bool> IsOverAsync(string clientId, string caseNumber, CancellationToken cancellationToken)
    {
        var heard = ConsentRows.HeardOf(context, clientId).Where(row => row.CaseNumber == caseNumber);
        return context.Set<Application>().AnyAsync(row => row.CaseNumber == caseNumber && !heard.Any(), cancellationToken);
    }
}
