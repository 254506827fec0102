using CrossBorder.Federation.Audit;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust.Keys;

/// <summary>What security officers do to the hub's keys. Each step is one transaction with its audit entries.</summary>
internal sealed class OfficerKeys(
    IManagedKeyStore store, KeySealer sealer, KeyHolding holding, JudgeHubCertificate certificates, IAuditLog audit, TimeProvider clock)
{
    /// <summary>Asks for a step that another officer agrees to; CB6101, CB6130, CB6134.</summary>
    public async Task<Outcome<KeyStep>> ProposeAsync(KeyStepKind kind, string about, string reason, string officer, CancellationToken cancellationToken)
    {
        if (kind is KeyStepKind.Revoke or KeyStepKind.Install)
            return ErrorCatalogue.KeyStepNotNow.With("A compromised key is revoked at once, and a certificate is installed with its file.");
        var rows = await store.AllAsync(cancellationToken);
        var named = kind == KeyStepKind.Rotate ? about : NameOf(about, rows);
        return Fault(kind, named, rows) is { } fault ? fault : await ProposeAsync(kind, named, reason, officer, null, cancellationToken);
    }

    /// <summary>Asks that an issued certificate be installed for the key that waits for it; CB6101, CB6130, CB6134 to CB6137.</summary>
    /// <param name="about">The key.</param>
    /// <param name="given">What the authority sent, in any order.</param>
    /// <param name="reason">Why.</param>
    /// <param name="officer">Who proposes it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Outcome<KeyStep>> ProposeInstallAsync(
        string about, IReadOnlyList<Certificate> given, string reason, string officer, CancellationToken cancellationToken)
    {
        var rows = await store.AllAsync(cancellationToken);
        var named = NameOf(about, rows);
        if (Fault(KeyStepKind.Install, named, rows) is { } fault)
            return fault;
        var judged = await certificates.JudgeAsync(ManagedKeyNames.Find(rows, named)!, given, cancellationToken);
        return judged.TryGetValue(out var issued)
            ? await ProposeAsync(KeyStepKind.Install, named, reason, officer, issued.Pem, cancellationToken)
            : Outcome<KeyStep>.Refused(judged.Errors);
    }

    /// <summary>A second officer agrees, and with that it is done; CB6102, CB6103, CB6130 to CB6132, CB6135 to CB6137.</summary>
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
        if (await DoAsync(step, rows, officer, cancellationToken) is { } refusal)
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
    /// Revokes a compromised key on one officer's word, for good and in all its uses. Where it signed tokens, another signs from the same
    /// moment on; where receivers look at a certificate, one that has its certificate already, or nobody until one has. CB6101, CB6130,
    /// CB6132, CB6134.
    /// </summary>
    public async Task<Outcome<KeyStep>> RevokeNowAsync(string keyId, string reason, string officer, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var step = KeyStep.Propose(KeyStepKind.Revoke, keyId, reason, officer, now);
        if (!step.Succeeded)
            return step;
        var rows = await store.TrackedAsync(cancellationToken);
        var own = rows.Where(row => row.Id == keyId).ToList();
        if (own.Count == 0)
            return Unknown();
        if (own.TrueForAll(row => row.EndedAt is not null))
            return own[0].Revoke(now).Error;

        foreach (var key in own.Where(row => row.EndedAt is null))
        {
            var signed = key.State == KeyState.Active;
            key.Revoke(now);
            audit.Record("keys.revoked", AuditActors.Officer, key.Id, KeyDetails.Of(key, officer, step.Value.Reason));
            if (signed && Succeed(key.Line, rows, officer) is { } refusal)
                return refusal;
        }

        store.Add(step.Value);
        return await SaveAsync(step.Value, "keys.revoked_in_emergency", officer, cancellationToken);
    }

    private async Task<Outcome<KeyStep>> ProposeAsync(
        KeyStepKind kind, string about, string reason, string officer, string? chain, CancellationToken cancellationToken)
    {
        if ((await store.StepsAsync(cancellationToken)).Any(step => step.State == KeyStepState.Proposed && step.Kind == kind && step.About == about))
            return ErrorCatalogue.KeyStepNotNow.With("The same step is waiting already.");
        var step = KeyStep.Propose(kind, about, reason, officer, clock.GetUtcNow(), chain);
        if (!step.Succeeded)
            return step;
        store.Add(step.Value);
        return await SaveAsync(step.Value, "keys.proposed", officer, cancellationToken);
    }

    private Error? Fault(KeyStepKind kind, string about, IReadOnlyList<ManagedKey> rows)
    {
        var line = KeyLine.Parse(about);
        var key = ManagedKeyNames.Find(rows, about);
        return kind switch
        {
            KeyStepKind.Rotate when !rows.Any(row => row.Line == line) => ErrorCatalogue.KeyUnknown.With($"No key of the hub signs in '{about}'."),
            KeyStepKind.Rotate => rows.Any(row => row.Line == line && row.IsSuccessor) ? ErrorCatalogue.KeyStepNotNow.With("A successor is there already.") : null,
            _ when key is null => Unknown(),
            KeyStepKind.Install => key.AwaitsCertificate ? null : ErrorCatalogue.KeyStepNotNow.With("This key waits for no certificate."),
            KeyStepKind.ActivateEarly when key.State != KeyState.Announced => ErrorCatalogue.KeyStepNotNow.With($"A key that is {key.State} cannot be made active."),
            KeyStepKind.ActivateEarly => holding.Holds(key) ? null : ErrorCatalogue.KeyStepNotNow.With("The private half of this key is not here."),
            _ => key is { State: KeyState.Retiring, GoesAnyway: false } ? null : ErrorCatalogue.KeyStepNotNow.With("Only a retiring key waits for relying parties."),
        };
    }

    private async Task<Error?> DoAsync(KeyStep step, IReadOnlyList<ManagedKey> rows, string officer, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (step.Kind == KeyStepKind.Rotate)
            return Make(KeyLine.Parse(step.About), officer).Match<Error?>(_ => null, errors => errors[0]);

        var key = ManagedKeyNames.Find(rows, step.About)!;
        switch (step.Kind)
        {
            case KeyStepKind.Install:
                return await InstallAsync(key, step, officer, cancellationToken);
            case KeyStepKind.ActivateEarly:
                if (rows.FirstOrDefault(row => row.Line == key.Line && row.State == KeyState.Active) is { } active)
                    KeyMoves.Take(new KeyMove(active, KeyState.Retiring), audit, AuditActors.Officer, officer, now);
                KeyMoves.Take(new KeyMove(key, KeyState.Active), audit, AuditActors.Officer, officer, now);
                return null;
            default:
                audit.Record("keys.let_go", AuditActors.Officer, key.Id, KeyDetails.Of(key.LetGo().Value, officer, step.Reason));
                return null;
        }
    }

    // Judged again: between two officers a list of revoked certificates may have come, or an anchor gone.
    private async Task<Error?> InstallAsync(ManagedKey key, KeyStep step, string officer, CancellationToken cancellationToken)
    {
        var judged = await certificates.JudgeAsync(key, Certificate.ParseMany(step.Chain!).Value, cancellationToken);
        if (!judged.TryGetValue(out var issued))
            return judged.Error;
        var certified = key.Certify(issued.Pem, issued.Ends, clock.GetUtcNow());
        if (!certified.Succeeded)
            return certified.Error;
        audit.Record("keys.certified", AuditActors.Officer, key.Id, new Dictionary<string, string>(KeyDetails.Of(key, officer, step.Reason))
        {
            ["certificate"] = Certificate.ParseMany(issued.Pem).Value[0].Sha256Thumbprint,
        });
        return null;
    }

    /// <summary>
    /// Somebody signs at once: who was announced, or else a key made now. A node learns of it within a second, as of the revocation.
    /// A key made now for receivers of certificates waits for its own.
    /// </summary>
    private Error? Succeed(KeyLine line, IReadOnlyList<ManagedKey> rows, string officer)
    {
        var now = clock.GetUtcNow();
        var next = rows.Where(row => row.Line == line && row.IsSuccessor && (row.State == KeyState.Created || holding.Holds(row)))
            .OrderByDescending(row => row.State).ThenBy(row => row.CreatedAt).FirstOrDefault();
        if (next is null)
        {
            var made = Make(line, officer);
            if (!made.TryGetValue(out next))
                return KeyUses.IsCertified(line.Use) ? null : made.Error;
        }

        if (next.AwaitsCertificate)
            return null;
        if (next.State == KeyState.Created)
            KeyMoves.Take(new KeyMove(next, KeyState.Announced), audit, AuditActors.Officer, officer, now);
        KeyMoves.Take(new KeyMove(next, KeyState.Active), audit, AuditActors.Officer, officer, now);
        return null;
    }

    private Outcome<ManagedKey> Make(KeyLine line, string officer)
    {
        var made = sealer.Make(line, clock.GetUtcNow());
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

    private static string NameOf(string about, IReadOnlyList<ManagedKey> rows) => ManagedKeyNames.Find(rows, about) is { } key ? ManagedKeyNames.Of(key) : about;

    private static Error Unknown() => ErrorCatalogue.KeyUnknown.With("There is no such key or step.");
}
