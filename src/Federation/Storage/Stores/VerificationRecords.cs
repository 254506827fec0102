using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Verifications;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class VerificationRecords(HubDbContext context, IAuditLog audit) : IVerificationRecords
{
    public Task AddAsync(VerificationAnswered answered, CancellationToken cancellationToken)
    {
        var signed = answered.Attestation;
        context.Add(new LiveAttestation
        {
            Id = signed.Id, KeyId = signed.KeyId, ClientId = answered.ClientId, IssuedAt = signed.IssuedAt, ExpiresAt = signed.ExpiresAt,
        });
        audit.Record("verification.answered", AuditActors.Client, signed.Id, new Dictionary<string, string>
        {
            ["client"] = answered.ClientId,
            ["documentType"] = answered.DocumentType,
            ["match"] = answered.Match ? "yes" : "no",
            ["key"] = signed.KeyId,
        });
        return context.SaveChangesAsync(cancellationToken);
    }
}
