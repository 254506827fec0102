using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Checks;

/// <summary>One pure pass over a department's event, as <see cref="ReceiptPipeline"/> makes one over its receipt.</summary>
public static class EventPipeline
{
    /// <summary>
    /// Verifies signature, chain, department, delivery and time. Refusals: those of the signature and the chain (CB3001 to CB3021),
    /// CB5081 (malformed), CB5082 (department), CB5083 (delivery), CB5084 (time).
    /// </summary>
    public static Outcome<VerifiedEvent> Verify(EventVerification input) => Judge(input).Outcome;

    /// <summary>The same, with the message and the path that the conclusion rests on.</summary>
    public static Judgement<VerifiedEvent> Judge(EventVerification input)
    {
        var policy = new SignedContentPolicy { Type = EventVerification.Type, Algorithms = input.Algorithms, RegisteredKeys = input.RegisteredKeys };
        var read = SignedContent.Verify(input.Event, policy);
        if (!read.TryGetValue(out var content))
            return new Judgement<VerifiedEvent>(Outcome<VerifiedEvent>.Refused(read.Errors), null, null);

        var request = new ChainRequest(
            input.TrustList, input.Jurisdiction, TrustPurpose.ReceiptSigning, input.Now, input.RevocationAnswers, input.RevocationPolicy);
        var signed = DepartmentSigner.Verify(content, input.Department, request);
        var outcome = signed.Then(signer => EventPayload.Read(content.Payload)
            .Then(payload => Judge(payload, input) is { Count: > 0 } errors
                ? Outcome<VerifiedEvent>.Refused(errors)
                : Conclude(payload, input, signer.Chain)));
        return new Judgement<VerifiedEvent>(outcome, content, signed.TryGetValue(out var known) ? known.Chain : null);
    }

    private static List<Error> Judge(EventPayload payload, EventVerification input)
    {
        var errors = new List<Error>();
        if (!string.Equals(payload.Department, input.Department, StringComparison.Ordinal))
            errors.Add(ErrorCatalogue.EventOfOtherDepartment.With($"'{input.Department}' is the department.", "/department"));
        if (input.Delivery is { } delivery && !string.Equals(payload.Delivery, delivery, StringComparison.Ordinal))
            errors.Add(ErrorCatalogue.EventDeliveryUnknown.With($"'{delivery}' is the delivery.", "/delivery"));
        // Differences, not sums: a time at the end of the calendar has no later one.
        if (input.MaximumAge is { } age && input.Now - payload.At > age)
            errors.Add(ErrorCatalogue.EventTimeWrong.With($"'at' lies more than {age.TotalHours:0} hours back.", "/at"));
        if (input.MaximumAge is not null && payload.At - input.Now > input.ClockSkew)
            errors.Add(ErrorCatalogue.EventTimeWrong.With($"'at' lies more than {input.ClockSkew.TotalMinutes:0} minutes ahead.", "/at"));
        return errors;
    }

    private static VerifiedEvent Conclude(EventPayload payload, EventVerification input, VerifiedChain? chain) => new()
    {
        Id = payload.Id,
        Delivery = payload.Delivery,
        Department = payload.Department,
        Sequence = payload.Sequence,
        Status = payload.Status,
        Reason = payload.Reason,
        ForwardedTo = payload.To,
        Split = payload.Split,
        At = payload.At,
        Compact = input.Event,
        Chain = chain,
    };
}
