using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Evidence;

/// <summary>
/// One pass over a package: the seal first, then every part against the seal and by itself.
/// Each part is judged as of the time at which the hub relied on it.
/// </summary>
internal sealed class EvidenceExamination(EvidenceFile file, TrustList trust, RevocationAnswers revocation)
{
    private const int LongestPart = 4 * 1024 * 1024;
    private static readonly RevocationPolicy Revocation = new(TimeSpan.FromDays(1));
    private static readonly IReadOnlyCollection<string> HubAlgorithms = AlgorithmPolicy.Default.NamesFor(SignatureUse.Evidence);

    private readonly List<string> proved = [];
    private readonly List<Error> failures = [];

    public TrustList Trust => trust;

    public IReadOnlyList<string> Proved => proved;

    public IReadOnlyList<Error> Failures => failures;

    public void Run()
    {
        var opened = VerifyHub(file.Seal, EvidenceSeal.Type, content => EvidenceFile.Read<EvidenceSeal>(content.Payload), seal => (seal.Hub, seal.SealedAt));
        if (!opened.TryGetValue(out var seal))
        {
            failures.AddRange(opened.Errors.Select(error => error with { Pointer = "/seal" }));
            return;
        }

        proved.Add($"The hub {seal.Hub} sealed case {seal.CaseNumber} at {seal.SealedAt:u}.");
        Same(file.CaseNumber, seal.CaseNumber, "/caseNumber");
        Judge("/assertion", Tied(file.Assertion, seal.Assertion).Then(_ => Assertion(seal)));
        Judge("/consent", Tied(file.Consent, seal.Consent).Map(_ => "The consent is the one that the hub recorded, to the letter."));
        Judge("/application", Tied(file.Application, seal.Application)
            .Map(_ => $"The application is the one that was submitted at {seal.SubmittedAt:u}, to the letter."));
        Commitments(seal);
        if (new SigningExamination(file, seal, trust, revocation, Revocation, HubAlgorithms).Run() is { } signing)
            Judge("/signing", signing);
        Deliveries(seal);
    }

    private void Commitments(EvidenceSeal seal)
    {
        var (filed, sealedDigests) = (file.Commitments ?? [], seal.Commitments ?? []);
        if (filed.Count != sealedDigests.Count)
        {
            failures.Add(ErrorCatalogue.EvidenceInconsistent.With("The commitments are not those of the seal.", "/commitments"));
            return;
        }

        foreach (var (index, (compact, digest)) in filed.Zip(sealedDigests).Index())
            Judge($"/commitments/{index}", Tied(compact, digest).Then(_ => Commitment(compact, seal)));
    }

    private Outcome<string> Commitment(string compact, EvidenceSeal seal) =>
        VerifyHub(compact, EvidenceSeal.CommitmentType, CommitmentStatement.Read, _ => (seal.Hub, seal.SubmittedAt)).Then(statement =>
            statement.Case == seal.CaseNumber && statement.Text is { } text && EvidencePackage.DigestOf(text) == statement.Digest
                ? Outcome<string>.Of($"The applicant committed to {statement.Digest} in place of '{statement.Slug}', word for word.")
                : ErrorCatalogue.EvidenceInconsistent.With("The commitment names another case, or its digest is not that of its text."));

    private Outcome<string> Assertion(EvidenceSeal seal)
    {
        var sealedHome = seal.Home.ToPolicy();
        if (!sealedHome.TryGetValue(out var home))
            return Outcome<string>.Refused(sealedHome.Errors);
        return SignedContent.Verify(file.Assertion, AssertionSignature.PolicyFor(home))
            .Then(content => Chain(content, home.Jurisdiction, TrustPurpose.AssertionSigning, seal.VerifiedAt, home.Issuer)
            .Then(chain => IdentityAssertionReader.Read(content.Payload)
            .Then(assertion => Conclude(assertion, chain))));

        Outcome<string> Conclude(IdentityAssertion assertion, VerifiedChain chain)
        {
            if (assertion.Issuer != home.Issuer || assertion.Audiences is not [var audience] || audience != home.Audience)
                return ErrorCatalogue.EvidenceInconsistent.With("The assertion's issuer or audience is not the one sealed.");

            return $"{assertion.Issuer} vouched for the applicant at {assertion.Assurance}, authenticated at {assertion.AuthenticatedAt:u}, certified under '{chain.Anchor.Name}' ({chain.Anchor.Jurisdiction}).";
        }
    }

    private void Deliveries(EvidenceSeal seal)
    {
        if (!file.Deliveries.Select(delivery => delivery.Id).SequenceEqual(seal.Deliveries.Select(delivery => delivery.Id)))
        {
            failures.Add(ErrorCatalogue.EvidenceInconsistent.With("The deliveries are not those of the seal.", "/deliveries"));
            return;
        }

        foreach (var (index, (filed, sealedDelivery)) in file.Deliveries.Zip(seal.Deliveries).Index())
        {
            Judge($"/deliveries/{index}/envelope", Tied(filed.Envelope, sealedDelivery.Envelope).Then(_ => Envelope(filed, sealedDelivery, seal)));
            if (filed.Receipt is null && sealedDelivery.Receipt is null)
                proved.Add($"Delivery {filed.Id} to {sealedDelivery.Department} has no receipt yet.");
            else
                Judge($"/deliveries/{index}/receipt", Tied(filed.Receipt, sealedDelivery.Receipt).Then(_ => Receipt(filed, sealedDelivery, seal)));
            Events($"/deliveries/{index}/events", filed, sealedDelivery);
        }
    }

    private Outcome<string> Envelope(FiledDelivery filed, SealedDelivery delivery, EvidenceSeal seal) =>
        VerifyHub(filed.Envelope, delivery.Supplement ? EvidenceSeal.SupplementType : EvidenceSeal.EnvelopeType, ReadEnvelope, _ => (seal.Hub, delivery.SignedAt)).Then(envelope =>
            envelope.Id == delivery.Id && envelope.Case == seal.CaseNumber
                ? Outcome<string>.Of($"The hub signed envelope {delivery.Id} for {delivery.Department}.")
                : ErrorCatalogue.EvidenceInconsistent.With("The envelope names another delivery or case."));

    private Outcome<string> Receipt(FiledDelivery filed, SealedDelivery delivery, EvidenceSeal seal) =>
        KeysOf(filed, delivery).Then(keys => ReceiptPipeline.Verify(new ReceiptVerification
        {
            Receipt = filed.Receipt!,
            Envelope = filed.Envelope,
            Delivery = delivery.Id,
            Department = delivery.Department,
            Jurisdiction = new Jurisdiction(delivery.Jurisdiction),
            Algorithms = HubAlgorithms,
            RegisteredKeys = keys,
            TrustList = trust,
            RevocationAnswers = revocation,
            RevocationPolicy = Revocation,
            Now = delivery.ReceiptVerifiedAt ?? seal.SealedAt,
        })).Map(receipt => $"{receipt.Department} {(receipt.Accepted ? "accepted" : "rejected")} delivery {receipt.Delivery} at {receipt.ReceivedAt:u}: "
            + (receipt.Chain is { } chain ? $"certified under '{chain.Anchor.Name}' ({chain.Anchor.Jurisdiction})." : "signed with its registered key."));

    private void Events(string pointer, FiledDelivery filed, SealedDelivery delivery)
    {
        var (told, sealedEvents) = (filed.Events ?? [], delivery.Events ?? []);
        if (told.Count != sealedEvents.Count)
        {
            failures.Add(ErrorCatalogue.EvidenceInconsistent.With("The events are not those of the seal.", pointer));
            return;
        }

        foreach (var (index, (compact, sealedEvent)) in told.Zip(sealedEvents).Index())
            Judge($"{pointer}/{index}", Tied(compact, sealedEvent.Event).Then(_ => Event(compact, sealedEvent, filed, delivery)));
    }

    private Outcome<string> Event(string compact, SealedEvent sealedEvent, FiledDelivery filed, SealedDelivery delivery) =>
        KeysOf(filed, delivery).Then(keys => EventPipeline.Verify(new EventVerification
        {
            Event = compact,
            Delivery = delivery.Id,
            Department = delivery.Department,
            Jurisdiction = new Jurisdiction(delivery.Jurisdiction),
            Algorithms = HubAlgorithms,
            RegisteredKeys = keys,
            TrustList = trust,
            RevocationAnswers = revocation,
            RevocationPolicy = Revocation,
            Now = sealedEvent.VerifiedAt,
        })).Map(told => $"{told.Department} told of delivery {told.Delivery}, event {told.Sequence}: {told.Status} at {told.At:u}.");

    private static Outcome<IReadOnlyCollection<VerificationKey>> KeysOf(FiledDelivery filed, SealedDelivery delivery)
    {
        var keys = filed.Keys.Select(VerificationKey.FromJwk).ToList();
        return keys.Exists(key => !key.Succeeded) || !filed.Keys.Select(EvidencePackage.DigestOf).SequenceEqual(delivery.Keys)
            ? ErrorCatalogue.EvidenceInconsistent.With("The department's registered keys are not those of the seal.")
            : Outcome<IReadOnlyCollection<VerificationKey>>.Of([.. keys.Select(key => key.Value)]);
    }

    /// <summary>A message of the hub: signature, then its content, then the chain as of the time that belongs to it.</summary>
    private Outcome<T> VerifyHub<T>(string compact, string type, Func<SignedContent, Outcome<T>> read, Func<T, (string Hub, DateTimeOffset At)> factsOf)
    {
        var policy = new SignedContentPolicy { Type = type, Algorithms = HubAlgorithms, MaximumLength = LongestPart };
        return SignedContent.Verify(compact, policy).Then(content => read(content).Then(part =>
        {
            var (hub, at) = factsOf(part);
            return HubChain.Verify(content.Chain, trust, revocation, at, hub).Map(_ => part);
        }));
    }

    private Outcome<VerifiedChain> Chain(SignedContent content, Jurisdiction place, TrustPurpose purpose, DateTimeOffset at, string name) =>
        ChainVerifier.Verify(content.Chain, new ChainRequest(trust, place, purpose, at, revocation, Revocation) { Party = name }).Then(chain =>
            chain.SpeaksFor(name)
                ? Outcome<VerifiedChain>.Of(chain)
                : ErrorCatalogue.IssuerNotCertified.With($"The certificate does not name '{name}'."));

    private static Outcome<EnvelopeIdentity> ReadEnvelope(SignedContent content) => StrictJson.Read<EnvelopeIdentity>(
        content.Payload, ErrorCatalogue.EvidenceMalformed, envelope => new EnvelopeIdentity(envelope.StringOf("id"), envelope.StringOf("case")));

    private static Outcome<string> Tied(string? part, string? digest) => part is not null && EvidencePackage.DigestOf(part) == digest
        ? Outcome<string>.Of(part)
        : ErrorCatalogue.EvidenceInconsistent.With("It is not the part that was sealed.");

    private void Same(string found, string wanted, string pointer)
    {
        if (!string.Equals(found, wanted, StringComparison.Ordinal))
            failures.Add(ErrorCatalogue.EvidenceInconsistent.With("It is not the one that was sealed.", pointer));
    }

    private void Judge(string pointer, Outcome<string> outcome)
    {
        if (outcome.TryGetValue(out var sentence))
            proved.Add(sentence);
        else
            failures.AddRange(outcome.Errors.Select(error => error with { Pointer = pointer + error.Pointer }));
    }

    private sealed record EnvelopeIdentity(string? Id, string? Case);
}
