using System.Text;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Checks;

/// <summary>One pure pass over a department's receipt. What does not pass is not a receipt.</summary>
public static class ReceiptPipeline
{
    /// <summary>Verifies signature, chain, department, delivery, digest and time.</summary>
    public static Outcome<VerifiedReceipt> Verify(ReceiptVerification input) => Judge(input).Outcome;

    /// <summary>The same, with the message and the path that the conclusion rests on.</summary>
    public static Judgement<VerifiedReceipt> Judge(ReceiptVerification input)
    {
        var policy = new SignedContentPolicy { Type = ReceiptVerification.Type, Algorithms = input.Algorithms, RegisteredKeys = input.RegisteredKeys };
        var read = SignedContent.Verify(input.Receipt, policy);
        if (!read.TryGetValue(out var content))
            return new Judgement<VerifiedReceipt>(Outcome<VerifiedReceipt>.Refused(read.Errors), null, null);

        var request = new ChainRequest(
            input.TrustList, input.Jurisdiction, TrustPurpose.ReceiptSigning, input.Now, input.RevocationAnswers, input.RevocationPolicy);
        var signed = DepartmentSigner.Verify(content, input.Department, request);
        var outcome = signed.Then(signer => ReceiptPayload.Read(content.Payload)
            .Then(payload => Judge(payload, input) is { Count: > 0 } errors
                ? Outcome<VerifiedReceipt>.Refused(errors)
                : Conclude(payload, input, signer.Chain)));
        return new Judgement<VerifiedReceipt>(outcome, content, signed.TryGetValue(out var known) ? known.Chain : null);
    }

    private static List<Error> Judge(ReceiptPayload payload, ReceiptVerification input)
    {
        var errors = new List<Error>();
        if (!string.Equals(payload.Delivery, input.Delivery, StringComparison.Ordinal))
            errors.Add(ErrorCatalogue.ReceiptForOtherDelivery.With($"'{input.Delivery}' is the delivery.", "/delivery"));
        if (!string.Equals(payload.Department, input.Department, StringComparison.Ordinal))
            errors.Add(ErrorCatalogue.ReceiptForOtherDelivery.With($"'{input.Department}' is the department.", "/department"));
        if (!Digests.Matches(payload.Digest, Encoding.ASCII.GetBytes(input.Envelope)))
            errors.Add(ErrorCatalogue.ReceiptDigestWrong.With("'digest' is not that of the envelope.", "/digest"));
        // Differences, not sums: a time at the end of the calendar has no later one.
        if (payload.ReceivedAt - input.Now > input.ClockSkew)
            errors.Add(ErrorCatalogue.ReceiptTimeWrong.With("'receivedAt' lies in the future.", "/receivedAt"));
        if (input.SentAt - payload.ReceivedAt > input.ClockSkew)
            errors.Add(ErrorCatalogue.ReceiptTimeWrong.With("'receivedAt' lies before the envelope was sent.", "/receivedAt"));
        return errors;
    }

    private static VerifiedReceipt Conclude(ReceiptPayload payload, ReceiptVerification input, VerifiedChain? chain) => new()
    {
        Delivery = payload.Delivery,
        Department = payload.Department,
        Accepted = payload.Accepted,
        Reference = payload.Reference,
        Reason = payload.Reason,
        ReceivedAt = payload.ReceivedAt,
        Compact = input.Receipt,
        Chain = chain,
    };
}
