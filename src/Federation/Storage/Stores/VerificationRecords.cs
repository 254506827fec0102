using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Verifications;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class VerificationRecords(HubDbContext context, IAuditLog audit) : IVerificationRecords
{
    public Task AddAsync(VerificationAnswered answered, CancellationToken cancellationToken)
    {
        audit.Record("verification.answered", AuditActors.Client, answered.AttestationId, new Dictionary<string, string>
        {
            ["client"] = answered.ClientId,
            ["documentType"] = answered.DocumentType,
            ["match"] = answered.Match ? "yes" : "no",
        });
        return context.SaveChangesAsync(cancellationToken);
    }
}
