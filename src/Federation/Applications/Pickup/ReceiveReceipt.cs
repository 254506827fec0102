using System.Text.Json;
using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Applications.Pickup;

/// <summary>What a department is told when its receipt is stored. The same, however often and by whatever way it is sent.</summary>
internal sealed record ReceiptAnswer(string Delivery, string Department, string Outcome, string? Reference, DateTimeOffset StoredAt)
{
    public static ReceiptAnswer Of(HandedOver handed, Receipt receipt) => new(
        handed.Delivery.Id, handed.Delivery.Department, receipt.Accepted ? CaseEvents.Accepted : CaseEvents.Rejected,
        receipt.Reference.Length > 0 ? receipt.Reference : null, receipt.VerifiedAt);
}

/// <summary>
/// Takes a receipt that comes by itself: after a pick-up, or late after a push. It names its delivery, so it is found by what it
/// says once its signature holds, and then judged as any other.
/// </summary>
internal sealed class ReceiveReceipt(TakeReceipt receipts, IDeliveryQueue queue, TrustRecorder recorder, TimeProvider clock)
{
    /// <summary>Refusals: those of the receipt (CB3xxx), CB5091 where no such delivery was handed to the department.</summary>
    public async Task<Outcome<ReceiptAnswer>> ReceiveAsync(DepartmentOptions department, string compact, CancellationToken cancellationToken)
    {
        var policy = new SignedContentPolicy { Type = ReceiptVerification.Type, Algorithms = [.. department.ReceiptAlgorithms] };
        var read = SignedContent.Verify(compact, policy);
        if (!read.TryGetValue(out var content))
        {
            var party = new TrustParty(TrustPurpose.ReceiptSigning, new Jurisdiction(department.Jurisdiction), PartyNames.OfDepartment(department.Slug));
            await recorder.JudgedAsync(party, new Judgement<VerifiedReceipt>(Outcome<VerifiedReceipt>.Refused(read.Errors), null, null), cancellationToken);
            return Refuse(department, "", read.Errors);
        }

        var named = DeliveryOf(content);
        if (named is null || await queue.FindAsync(department.Slug, named, cancellationToken) is not { } handed)
            return Refuse(department, named ?? "", [ErrorCatalogue.ReceiptDeliveryUnknown.With("No delivery of this id was handed to this department.", "/delivery")]);

        var taken = await receipts.TakeAsync(handed.Delivery, handed.Envelope, compact, department, cancellationToken);
        if (!taken.Succeeded)
        {
            await queue.NoteAsync(handed.Delivery, taken.Error, CaseEvents.ReceiptRefused, clock.GetUtcNow(), cancellationToken);
            return Outcome<ReceiptAnswer>.Refused(taken.Errors);
        }

        // The first that came is the one that is stored, and what is told is what is stored.
        var stored = (await queue.FindAsync(department.Slug, named, cancellationToken))!;
        return ReceiptAnswer.Of(stored, stored.Receipt!);
    }

    private Outcome<ReceiptAnswer> Refuse(DepartmentOptions department, string delivery, IReadOnlyList<Error> errors)
    {
        receipts.Refused(department.Slug, delivery, errors[0]);
        return Outcome<ReceiptAnswer>.Refused(errors);
    }

    private static string? DeliveryOf(SignedContent content)
    {
        try
        {
            using var payload = JsonDocument.Parse(content.Payload);
            return payload.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("delivery", out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
