using System.Security.Cryptography;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Commitments;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Supplements;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Submit;

/// <summary>Makes the rows of a case that holds: numbers, deliveries with their payloads, and the first line of the timeline.</summary>
internal sealed class ApplicationFactory(
    TimeProvider clock, StatutoryTerms terms, CommitmentStatements statements, IOptions<HubOptions> hub)
{
    // No I, L, O, U, 0 or 1: a case number is read out over the telephone.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>CB6138 while no key states what was committed to.</summary>
    public Outcome<Application> Create(VerifiedApplication verified, Applicant applicant, string? clientId, string? concerns)
    {
        // To the millisecond: both databases give back exactly what was answered.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var id = Guid.CreateVersion7(now).ToString("N");
        var caseNumber = $"CB-{now:yyyyMMdd}-{RandomNumberGenerator.GetString(Letters, 8)}";
        var stated = statements.State(verified, applicant, caseNumber, now);
        if (!stated.TryGetValue(out var commitments))
            return Outcome<Application>.Refused(stated.Errors);

        var application = new Application
        {
            Id = id,
            CaseNumber = caseNumber,
            ResidentId = applicant.ResidentId,
            ClientId = clientId,
            Concerns = concerns,
            EntryCode = verified.Entry.Code,
            CatalogueVersion = verified.CatalogueVersion,
            Status = ApplicationStatus.Submitted,
            SubmittedAt = now,
            Content = ContentOf(verified, caseNumber, applicant, concerns, now),
            Assertion = applicant.Assertion,
            TrustPath = applicant.TrustPath,
            VerifiedAt = applicant.Identity.VerifiedAt,
            Consent = applicant.Consent,
            HomePolicy = ApplicationJson.Write(applicant.Home),
            SigningId = verified.Proof?.Reference,
            Signing = verified.Proof?.Write(),
            Uploads = [.. verified.Parts.SelectMany(part => part.Materials).Select(material => material.Upload?.Id).OfType<string>().Distinct(StringComparer.Ordinal)],
            AgentId = applicant.Acting?.ResidentId,
            MandateId = applicant.Acting?.Mandate,
            FiledBy = applicant.Acting is { } agent ? ApplicationJson.Write(new FiledBy(agent.Relation, agent.ShownName)) : null,
            Commitments = commitments.Count == 0 ? null : ApplicationJson.Write(commitments.Select(stated => stated.Statement)),
        };

        var waits = new List<CaseEvent>();
        var ids = verified.Parts.ToDictionary(part => part.Item.Code, _ => Guid.CreateVersion7(now).ToString("N"), StringComparer.Ordinal);
        foreach (var part in verified.Parts)
        {
            var deliveryId = ids[part.Item.Code];
            var before = verified.Before(part);
            var delivery = new Delivery.Delivery
            {
                Id = deliveryId,
                ApplicationId = id,
                Department = part.Item.Department.Slug,
                Item = part.Item.Code,
                After = before.Count > 0 ? string.Join(' ', before.Select(code => ids[code])) : null,
                Status = before.Count > 0 ? DeliveryStatus.Waiting : DeliveryStatus.Queued,
                Payload = EnvelopePayload.Write(deliveryId, caseNumber, part, applicant.Identity, commitments, verified.Proof, now, new Uri(hub.Value.Issuer), applicant.Acting),
                QueuedAt = now,
                DueAt = now,
            };
            // The time of one that waits begins with its turn.
            if (delivery.Status == DeliveryStatus.Queued)
                delivery.Clock = terms.Start(delivery, now, verified.CatalogueVersion);
            application.Deliveries.Add(delivery);
            waits.AddRange(before.Select(code => EventOf(id, now, CaseEvents.Waits, code, delivery.Department)));
        }

        application.Deferred.AddRange(Deferrals.Of(verified, id, WorkingCalendar.DayOf(now), terms));
        application.Events.Add(EventOf(id, now, CaseEvents.Submitted, verified.Entry.Code));
        application.Events.AddRange(waits);
        application.Events.AddRange(verified.CounterOnly.Select(item => EventOf(id, now, CaseEvents.CounterOnly, item.Code)));
        return application;
    }

    private static CaseEvent EventOf(string id, DateTimeOffset now, string what, string reason, string hop = CaseEvents.Hub) =>
        new() { ApplicationId = id, At = now, Hop = hop, Event = what, Reason = reason };

    private static string ContentOf(
        VerifiedApplication verified, string caseNumber, Applicant applicant, string? concerns, DateTimeOffset now) =>
        ApplicationJson.Write(new
        {
            Case = caseNumber,
            Entry = verified.Entry.Code,
            verified.CatalogueVersion,
            Concerns = concerns,
            Assertion = applicant.Identity.AssertionDigest,
            Act = applicant.Acting?.ToContent(),
            Parts = FiledContent.PartsOf(verified),
            Signing = verified.Proof is { } proof ? new { proof.Reference, proof.Method, proof.Digest } : null,
            SubmittedAt = now,
        });
}
