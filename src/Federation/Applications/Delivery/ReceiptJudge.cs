using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Revocation;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Applications.Delivery;

/// <summary>Lays a department's answer before the receipt pipeline with all that it is judged by.</summary>
internal sealed class ReceiptJudge(ITrustSnapshot trust, RevocationOnDemand revocation, TimeProvider clock)
{
    public Task<Judgement<VerifiedReceipt>> JudgeAsync(
        Delivery delivery, string envelope, string receipt, DepartmentOptions department, CancellationToken cancellationToken) =>
        revocation.JudgeAsync(() => Judge(delivery, envelope, receipt, department), cancellationToken);

    private Judgement<VerifiedReceipt> Judge(Delivery delivery, string envelope, string receipt, DepartmentOptions department)
    {
        var snapshot = trust.Current;
        return ReceiptPipeline.Judge(new ReceiptVerification
        {
            Receipt = receipt,
            Envelope = envelope,
            Delivery = delivery.Id,
            Department = delivery.Department,
            Jurisdiction = new Jurisdiction(department.Jurisdiction),
            Algorithms = [.. department.ReceiptAlgorithms],
            TrustList = snapshot.TrustList,
            RevocationAnswers = snapshot.RevocationAnswers,
            RevocationPolicy = snapshot.RevocationPolicy,
            Now = clock.GetUtcNow(),
            SentAt = delivery.SignedAt,
        });
    }
}
