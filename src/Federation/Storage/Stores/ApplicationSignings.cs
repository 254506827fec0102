using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Signing;
using CrossBorder.Federation.Contacts;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class ApplicationSignings(HubDbContext context, CaseMoves cases) : IApplicationSignings
{
    // The same form was signed twice and filed by the other one.
    private static readonly string Superseded = ErrorCatalogue.SigningUsed.Code;

    public async Task AddAsync(ApplicationSigning signing, CancellationToken cancellationToken)
    {
        context.Add(signing);
        await context.SaveChangesAsync(cancellationToken);
    }

    public Task<ApplicationSigning?> FindAsync(string id, CancellationToken cancellationToken) =>
        context.Set<ApplicationSigning>().FirstOrDefaultAsync(signing => signing.Id == id, cancellationToken);

    public async Task<IReadOnlyList<ApplicationSigning>> UnfiledAsync(string residentId, CancellationToken cancellationToken) =>
        await context.Set<ApplicationSigning>().AsNoTracking()
            .Where(signing => signing.ResidentId == residentId && signing.ClientId == null
                && (signing.State == SigningState.Asked || signing.State == SigningState.Signed
                    // Whoever was asked and did not decline may think that it is submitted, signed or not.
                    || ((signing.State == SigningState.Failed || signing.State == SigningState.Expired)
                        && (signing.VerifiedAt != null || signing.ServiceReference != null) && signing.Refusal != Superseded))
                && !context.Set<ApplicationSigning>().Any(other => other.Follows == signing.Id)
                && !context.Set<Application>().Any(application => application.SigningId == signing.Id))
            .OrderByDescending(signing => signing.CreatedAt).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<string>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        await context.Set<ApplicationSigning>().Where(signing => signing.NextLookAt <= now)
            .OrderBy(signing => signing.NextLookAt).Select(signing => signing.Id).Take(most).ToListAsync(cancellationToken);

    public async Task<bool> TryTakeAsync(string id, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        await context.Set<ApplicationSigning>().Where(signing => signing.Id == id && signing.NextLookAt <= now)
            .ExecuteUpdateAsync(row => row.SetProperty(signing => signing.NextLookAt, until), cancellationToken) == 1;

    public Task SettleAsync(string id, CancellationToken cancellationToken) =>
        context.Set<ApplicationSigning>().Where(signing => signing.Id == id)
            .ExecuteUpdateAsync(row => row.SetProperty(signing => signing.NextLookAt, (DateTimeOffset?)null), cancellationToken);

    public async Task TellUnfiledAsync(ApplicationSigning signing, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await cases.WantsMailAsync(signing.ResidentId, cancellationToken))
            context.Add(ResidentNotice.OfUnfiled(signing.ResidentId, signing.Id, at));
    }

    public Task<bool> TrySaveAsync(CancellationToken cancellationToken) => context.TrySaveAsync(cancellationToken);

    public Task<string?> CaseOfAsync(string id, CancellationToken cancellationToken) =>
        context.Set<Application>().Where(application => application.SigningId == id).Select(application => application.CaseNumber).FirstOrDefaultAsync(cancellationToken);
}
