using System.Text;
using System.Text.Json;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Evidence;

/// <summary>Makes evidence packages: every signed part of a case, with what is needed to verify it offline.</summary>
public static class EvidencePackage
{
    /// <summary>
    /// The package as JSON, sealed by the hub. Needs a key with certificates for <see cref="TrustPurpose.HubSigning"/> that name the hub.
    /// </summary>
    public static string Create(EvidenceContents contents, ISigningKey hubKey, DateTimeOffset sealedAt)
    {
        var seal = JsonSerializer.SerializeToUtf8Bytes(SealOf(contents, sealedAt), EvidenceFile.Json);
        var file = new EvidenceFile(
            EvidenceFile.CurrentFormat,
            contents.CaseNumber,
            contents.Assertion,
            contents.Consent,
            contents.Application,
            [.. contents.Deliveries.Select(delivery => new FiledDelivery(delivery.Id, delivery.Envelope, delivery.Receipt, KeysOf(delivery),
                [.. delivery.Events.Select(told => told.Event)]))],
            [.. contents.TrustList.Anchors.Select(FileAnchor)],
            [.. contents.TrustList.Intermediates.Select(certificate => certificate.Der.ToArray())],
            [.. contents.RevocationAnswers.Lists.Select(list => list.Encoded.ToArray())],
            Jws.Sign(hubKey, EvidenceSeal.Type, seal),
            contents.Commitments,
            FiledSigning.Of(contents.Signing));
        return JsonSerializer.Serialize(file, EvidenceFile.Json);
    }

    /// <summary>The digest of a text as packages write it.</summary>
    internal static string DigestOf(string text) => Digests.Sha256(Encoding.UTF8.GetBytes(text));

    private static EvidenceSeal SealOf(EvidenceContents contents, DateTimeOffset sealedAt) => new(
        contents.CaseNumber,
        contents.Hub,
        sealedAt,
        SealedHome.Of(contents.Home),
        contents.VerifiedAt,
        contents.SubmittedAt,
        DigestOf(contents.Assertion),
        DigestOf(contents.Consent),
        DigestOf(contents.Application),
        [.. contents.Deliveries.Select(delivery => new SealedDelivery(
            delivery.Id, delivery.Department, delivery.Jurisdiction.Code, DigestOf(delivery.Envelope), delivery.SignedAt,
            delivery.Receipt is null ? null : DigestOf(delivery.Receipt), delivery.ReceiptVerifiedAt,
            [.. KeysOf(delivery).Select(DigestOf)],
            [.. delivery.Events.Select(told => new SealedEvent(DigestOf(told.Event), told.VerifiedAt))],
            delivery.IsSupplement))],
        [.. contents.Commitments.Select(DigestOf)],
        SealedSigning.Of(contents.Signing));

    private static IReadOnlyList<string> KeysOf(EvidenceDelivery delivery) => [.. delivery.RegisteredKeys.Select(key => key.ToJwk())];

    private static FiledAnchor FileAnchor(TrustAnchor anchor) => new(
        anchor.Name, anchor.Jurisdiction.Code, [.. anchor.Purposes.Order().Select(purpose => purpose.ToString())], anchor.Certificate.Der.ToArray());
}
