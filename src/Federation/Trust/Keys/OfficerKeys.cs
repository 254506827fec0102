using CrossBorder.Federation.Audit;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust.Keys;

/// <summary>What security officers do to keys for tokens. Each step is one transaction with its audit entries.</summary>
internal sealed class OfficerKeys(ITokenKeyStore store, KeySealer sealer, IAuditLog audit, TimeProvider clock)
{
    /// <summary>Asks for a step that another officer agrees to; CB6101, CB6130, CB6134.</summary>
    public async Task<Outcome<KeyStep>> ProposeAsync(KeyStepKind kind, string about, string reason, string officer, CancellationToken cancellationToken)
    {
        if (kind == KeyStepKind.Revoke)
            return ErrorCatalogue.KeyStepNotNow.With("A compromised key is revoked at once, not proposed.");
        if (Fault(kind, about, await store.AllAsync(cancellationToken)) is { } fault)
            return fault;
        if ((await store.StepsAsync(cancellationToken)).Any(step => step.State == KeyStepState.Proposed && step.Kind == kind && step.About == about))
            return ErrorCatalogue.KeyStepNotNow.With("The same step is waiting already.");

        var step = KeyStep.Propose(kind, about, reason, officer, clock.GetUtcNow());
        if (!step.Succeeded)
            return step;
        store.Add(step.Value);
        return await SaveAsync(step.Value, "keys.proposed", officer, cancellationToken);
    }

    /// <summary>A second officer agrees, and with that it is done; CB6102, CB6103, CB6130, CB6132.</summary>
    public async Task<Outcome<KeyStep>> ApproveAsync(Guid id, string officer, CancellationToken cancellationToken)
    {
        if (await store.FindStepAsync(id, cancellationToken) is not { } step)
            return Unknown();
        var approved = step.Approve(officer, clock.GetUtcNow());
        if (!approved.Succeeded)
            return approved;
        var rows = await store.TrackedAsync(cancellationToken);
        if (Fault(step.Kind, step.About, rows) is { } fault)
            return fault;
        if (Do(step, rows, officer) is { } refusal)
            return refusal;
        return await SaveAsync(step, "keys.approved", officer, cancellationToken);
    }

    /// <summary>CB6102, CB6103.</summary>
    public Task<Outcome<KeyStep>> RefuseAsync(Guid id, string officer, CancellationToken cancellationToken) =>
        DecideAsync(id, "keys.refused", officer, step => step.Refuse(officer, clock.GetUtcNow()), cancellationToken);

    /// <summary>CB6102, CB6104.</summary>
    public Task<Outcome<KeyStep>> WithdrawAsync(Guid id, string officer, CancellationToken cancellationToken) =>
        DecideAsync(id, "keys.withdrawn", officer, step => step.Withdraw(officer, clock.GetUtcNow()), cancellationToken);

    /// <summary>Another officer has looked at an emergency; CB6102, CB6103.</summary>
    public Task<Outcome<KeyStep>> ReviewAsync(Guid id, string officer, CancellationToken cancellationToken) =>
        DecideAsync(id, "keys.reviewed", officer, step => step.Review(officer, clock.GetUtcNow()), cancellationToken);

    /// <summary>
    /// Revokes a compromised key on one officer's word, for good. Where it signed, another signs from the same moment on; CB6101, CB6130,
    /// CB6132, CB6134.
    /// </summary>
    public async Task<Outcome<KeyStep>> RevokeNowAsync(string keyId, string reason, string officer, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var step = KeyStep.Propose(KeyStepKind.Revoke, keyId, reason, officer, now);
        if (!step.Succeeded)
            return step;
        var rows = await store.TrackedAsync(cancellationToken);
        if (rows.FirstOrDefault(row => row.Id == keyId) is not { } key)
            return Unknown();

        var signed = key.State == KeyState.Active;
        var revoked = key.Revoke(now);
        if (!revoked.Succeeded)
            return revoked.Error;
        audit.Record("keys.revoked", AuditActors.Officer, key.Id, KeyDetails.Of(key, officer, step.Value.Reason));
        if (signed && Succeed(key.Algorithm, rows, officer) is { } refusal)
            return refusal;
        store.Add(step.Value);
        return await SaveAsync(step.Value, "keys.revoked_in_emergency", officer, cancellationToken);
    }

    private static Error? Fault(KeyStepKind kind, string about, IReadOnlyList<TokenKey> rows)
    {
        var key = rows.FirstOrDefault(row => row.Id == about);
        return kind switch
        {
            KeyStepKind.Rotate when !rows.Any(row => row.Algorithm == about) => ErrorCatalogue.KeyUnknown.With($"No key signs tokens with '{about}'."),
            KeyStepKind.Rotate => rows.Any(row => row.Algorithm == about && row.IsSuccessor) ? ErrorCatalogue.KeyStepNotNow.With("A successor is there already.") : null,
            _ when key is null => Unknown(),
            KeyStepKind.ActivateEarly => key.State == KeyState.Announced ? null : ErrorCatalogue.KeyStepNotNow.With($"A key that is {key.State} cannot be made active."),
            _ => key is { State: KeyState.Retiring, GoesAnyway: false } ? null : ErrorCatalogue.KeyStepNotNow.With("Only a retiring key waits for relying parties."),
        };
    }

    private Error? Do(KeyStep step, IReadOnlyList<TokenKey> rows, string officer)
    {
        var now = clock.GetUtcNow();
        switch (step.Kind)
        {
            case KeyStepKind.Rotate:
                return Make(step.About, officer).Match<Error?>(_ => null, errors => errors[0]);
            case KeyStepKind.ActivateEarly:
                var next = rows.First(row => row.Id == step.About);
                if (rows.FirstOrDefault(row => row.Algorithm == next.Algorithm && row.State == KeyState.Active) is { } active)
                    KeyMoves.Take(new KeyMove(active, KeyState.Retiring), audit, AuditActors.Officer, officer, now);
                KeyMoves.Take(new KeyMove(next, KeyState.Active), audit, AuditActors.Officer, officer, now);
                return null;
            default:
                var key = rows.First(row => row.Id == step.About).LetGo();
                audit.Record("keys.let_go", AuditActors.Officer, step.About, KeyDetails.Of(key.Value, officer, step.Reason));
                return null;
        }
    }

    /// <summary>Somebody signs at once: who was announced, or else a key made now. A node learns of it within a second, as of the revocation.</summary>
    private Error? Succeed(string algorithm, IReadOnlyList<TokenKey> rows, string officer)
    {
        var now = clock.GetUtcNow();
        var next = rows.Where(row => row.Algorithm == algorithm && row.IsSuccessor).OrderByDescending(row => row.State).ThenBy(row => row.CreatedAt).FirstOrDefault();
        if (next is null)
        {
            var made = Make(algorithm, officer);
            if (!made.TryGetValue(out next))
                return made.Error;
        }

        if (next.State == KeyState.Created)
            KeyMoves.Take(new KeyMove(next, KeyState.Announced), audit, AuditActors.Officer, officer, now);
        KeyMoves.Take(new KeyMove(next, KeyState.Active), audit, AuditActors.Officer, officer, now);
        return null;
    }

    private Outcome<TokenKey> Make(string algorithm, string officer)
    {
        var made = sealer.Make(algorithm, clock.GetUtcNow());
        if (!made.TryGetValue(out var key))
            return made;
        store.Add(key);
        audit.Record("keys.created", AuditActors.Officer, key.Id, KeyDetails.Of(key, officer));
        return key;
    }

    private async Task<Outcome<KeyStep>> DecideAsync(Guid id, string kind, string officer, Func<KeyStep, Outcome<KeyStep>> decide, CancellationToken cancellationToken)
    {
        if (await store.FindStepAsync(id, cancellationToken) is not { } step)
            return Unknown();
        var done = decide(step);
        return done.Succeeded ? await SaveAsync(step, kind, officer, cancellationToken) : done;
    }

    private async Task<Outcome<KeyStep>> SaveAsync(KeyStep step, string kind, string officer, CancellationToken cancellationToken)
    {
        audit.Record(kind, AuditActors.Officer, step.Id.ToString("N"), KeyDetails.Of(step, officer));
        return (await store.SaveAsync(cancellationToken)).Map(_ => step);
    }

    private static Error Unknown() => ErrorCatalogue.KeyUnknown.With("There is no such key or step.");
}
