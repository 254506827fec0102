using System.Text.Json;
using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Applications.Signing;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Evidence;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Evidence;

/// <summary>Puts the signed parts of a case into one package that anybody verifies offline.</summary>
internal sealed class EvidenceExport(
    IHubSigners keys, ITrustSnapshot trust, IOptions<HubOptions> hub, IOptions<DepartmentsOptions> departments, TimeProvider clock)
{
    public Outcome<string> Export(Application application)
    {
        var deliveries = application.Deliveries.Where(delivery => delivery is { Kind: DeliveryKind.Application or DeliveryKind.Supplement, Envelope: not null }).ToList();
        if (deliveries.All(delivery => delivery.Receipt is null))
            return ErrorCatalogue.EvidenceNotReady.With("No department has answered yet.");

        if (keys.Find(KeyUses.Envelopes, AlgorithmCatalogue.Sm2.Name) is not { } key)
            return ErrorCatalogue.NoKeySigns.With("No key signs envelopes with SM2 now.");

        var snapshot = trust.Current;
        var contents = new EvidenceContents
        {
            CaseNumber = application.CaseNumber,
            Hub = hub.Value.Issuer,
            Assertion = application.Assertion,
            Home = JsonSerializer.Deserialize<HomePolicy>(application.HomePolicy, JsonSerializerOptions.Web)!,
            VerifiedAt = application.VerifiedAt,
            Consent = application.Consent,
            Application = application.Content,
            Commitments = application.Commitments is { } statements ? JsonSerializer.Deserialize<List<string>>(statements)! : [],
            Signing = application.Signing is { } proof ? SigningProof.Read(proof).ToEvidence() : null,
            SubmittedAt = application.SubmittedAt,
            Deliveries = [.. deliveries.Select(EvidenceOf)],
            TrustList = snapshot.TrustList,
            RevocationAnswers = snapshot.RevocationAnswers,
        };
        return EvidencePackage.Create(contents, key, clock.GetUtcNow());
    }

    private EvidenceDelivery EvidenceOf(Delivery.Delivery delivery) => new()
    {
        Id = delivery.Id,
        Department = delivery.Department,
        IsSupplement = delivery.Kind == DeliveryKind.Supplement,
        Jurisdiction = new Jurisdiction(departments.Value.Find(delivery.Department)?.Jurisdiction ?? Jurisdiction.Guangdong.Code),
        Envelope = delivery.Envelope!,
        SignedAt = delivery.SignedAt!.Value,
        Receipt = delivery.Receipt?.Compact,
        ReceiptVerifiedAt = delivery.Receipt?.VerifiedAt,
        Events = [.. delivery.Events.OrderBy(told => told.StoredAt).ThenBy(told => told.Sequence)
            .Select(told => new EvidenceEvent(told.Compact, told.StoredAt))],
    };
}
