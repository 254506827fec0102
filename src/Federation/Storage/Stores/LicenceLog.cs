using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class LicenceLog(HubDbContext context, IAuditLog audit) : ILicenceLog
{
    public Task RecordAsync(LicenceLook look, CancellationToken cancellationToken)
    {
        PersonalDataRead.RecordLicences(audit, look.ResidentId, look.ClientId ?? HubPortal.RecipientId, HubScopes.Licences, look.ConsentId, look.Kinds);
        return context.SaveChangesAsync(cancellationToken);
    }
}
