using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Storage;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Submit;

/// <summary>Files what holds, once: the same key and the same words are the same case, however often they come.</summary>
internal sealed class FileApplication(
    IApplicationStore store, ApplicationFactory factory, ILookupHasher hasher, DeliverySignal signal, ApplicationMetrics metrics)
{
    private const int MaximumKey = 200;

    /// <param name="applicant">Who files.</param>
    /// <param name="filing">The attempt.</param>
    /// <param name="verify">Asked where the attempt is new: what is filed, or all reasons against it.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<Outcome<CaseView>> FileAsync(
        Applicant applicant, Filing filing, Func<Task<Outcome<VerifiedApplication>>> verify, CancellationToken cancellationToken)
    {
        if (filing.IdempotencyKey.Length is 0 or > MaximumKey || filing.IdempotencyKey.Any(character => character is < '!' or > '~'))
            return ErrorCatalogue.IdempotencyKeyMissing.With("Idempotency-Key is 1 to 200 visible ASCII characters.");

        var keyId = KeyId(applicant, filing.ClientId, filing.IdempotencyKey);
        var bodyHash = hasher.Hash("application-body", filing.CanonicalText);
        if (await store.FindKeyAsync(keyId, cancellationToken) is { } known)
            return await RepeatAsync(known, bodyHash, cancellationToken);

        var verified = await verify();
        if (!verified.TryGetValue(out var application))
            return Outcome<CaseView>.Refused(verified.Errors);

        var made = factory.Create(application, applicant, filing.ClientId, filing.Concerns);
        if (!made.TryGetValue(out var filed))
            return Outcome<CaseView>.Refused(made.Errors);

        var key = new IdempotencyKey { Id = keyId, BodyHash = bodyHash, ApplicationId = filed.Id, CreatedAt = filed.SubmittedAt };
        if (!await store.AddAsync(filed, key, cancellationToken))
        {
            // The same request at the same moment: one of the two was stored, and is the answer to both.
            if (await store.FindKeyAsync(keyId, cancellationToken) is { } twin)
                return await RepeatAsync(twin, bodyHash, cancellationToken);
            // Judged as it stands now: an upload that is gone is told by its place, as any that is not there.
            var judged = await verify();
            return judged.Succeeded
                ? ErrorCatalogue.SigningUsed.With("Another application was filed with it at the same moment.", "/signing")
                : Outcome<CaseView>.Refused(judged.Errors);
        }

        metrics.Submitted(filed.EntryCode);
        signal.Raise();
        return CaseView.AsFiled(filed);
    }

    /// <summary>The case that was filed under this key, as it stands now; null where there is none.</summary>
    public async Task<CaseView?> FindAsync(Applicant applicant, string? clientId, string idempotencyKey, CancellationToken cancellationToken) =>
        await store.FindKeyAsync(KeyId(applicant, clientId, idempotencyKey), cancellationToken) is { } key
            ? CaseView.Of((await store.FindByIdAsync(key.ApplicationId, cancellationToken))!)
            : null;

    private string KeyId(Applicant applicant, string? clientId, string key) =>
        hasher.Hash("idempotency-key", $"{applicant.ResidentId}\n{clientId}\n{key}" + (applicant.Acting is { } agent ? $"\n{agent.ResidentId}" : ""));

    private async Task<Outcome<CaseView>> RepeatAsync(IdempotencyKey key, string bodyHash, CancellationToken cancellationToken) =>
        key.BodyHash == bodyHash
            ? CaseView.AsFiled((await store.FindByIdAsync(key.ApplicationId, cancellationToken))!)
            : ErrorCatalogue.IdempotencyKeyReused.With("Another application was filed under this key.");
}

/// <summary>One attempt to file.</summary>
/// <param name="IdempotencyKey">Names the attempt.</param>
/// <param name="ClientId">The client that asks; null for the hub's own portal.</param>
/// <param name="CanonicalText">All that was asked, in one fixed order.</param>
/// <param name="Concerns">Number of the case that is complained of or asked about; null for an application.</param>
internal sealed record Filing(string IdempotencyKey, string? ClientId, string CanonicalText, string? Concerns = null);
