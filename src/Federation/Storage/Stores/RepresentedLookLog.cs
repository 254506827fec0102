using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class RepresentedLookLog(HubDbContext context, IAuditLog audit) : IRepresentedLookLog
{
    public Task RecordAsync(Applicant represented, CancellationToken cancellationToken)
    {
        string[] scopes = represented.Acting is { WithDocuments: true } ? [HubScopes.Profile, HubScopes.Identity] : [HubScopes.Profile];
        PersonalDataRead.RecordFetch(audit, represented.ResidentId, HubPortal.RecipientId, scopes, represented.SessionId);
        return context.SaveChangesAsync(cancellationToken);
    }
}
