using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust.Keys;

/// <summary>Takes the keys of the settings into the cycle as a node starts: in each use the first of an algorithm signs, later ones wait their turn.</summary>
internal sealed class KeyAdoption(IManagedKeyStore store, IHubKeys settings, IAuditLog audit, TimeProvider clock)
{
    private const string Gone = "no longer in the settings";

    /// <summary>False where another node was faster; then it is looked at again.</summary>
    /// <exception cref="StartRefusedException">CB6133: a key id of the settings belonged to another key before.</exception>
    public async Task<bool> TryAdoptAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = (await store.TrackedAsync(cancellationToken)).ToList();
        var changed = EndWhatIsGone(rows, now);
        foreach (var use in KeyUses.Managed)
            foreach (var key in settings.For(use))
                changed |= Adopt(use, key, rows, now);
        return !changed || (await store.SaveAsync(cancellationToken)).Succeeded;
    }

    private bool Adopt(string use, ISigningKey key, List<ManagedKey> rows, DateTimeOffset now)
    {
        if (rows.Find(row => row.Id == key.KeyId) is { } other
            && (!VerificationKey.FromJwk(other.PublicJwk).Value.IsSameKeyAs(key.PublicKey) || other.Algorithm != key.Algorithm.Name))
            throw new StartRefusedException(ErrorCatalogue.KeyIdReused.With($"SigningKeys:{key.KeyId} was another key before.").ToString());

        DateTimeOffset? ends = KeyUses.IsCertified(use) && key.Chain.Count > 0 ? key.Chain[0].NotAfter : null;
        if (rows.Find(row => row.Id == key.KeyId && row.Use == use) is { } known)
            return known.NoteCertificate(ends);

        var line = new KeyLine(use, key.Algorithm.Name);
        // What was compromised in one use is not begun with in another.
        if (rows.Exists(row => row.Id == key.KeyId && row.State == KeyState.Revoked))
            return false;
        var adopted = ManagedKey.Adopt(key.KeyId, line, key.PublicKey.ToJwk(key.Algorithm), !rows.Exists(row => row.Line == line && row.State == KeyState.Active), now);
        adopted.NoteCertificate(ends);
        store.Add(adopted);
        rows.Add(adopted);
        audit.Record("keys.adopted", AuditActors.Hub, adopted.Id, KeyDetails.Of(adopted, "hub"));
        return true;
    }

    // What the settings named before and name no more signs nowhere after this restart. What it signed is still believed; where it
    // never signed it goes, so that its turn does not come while nobody has its private half.
    private bool EndWhatIsGone(List<ManagedKey> rows, DateTimeOffset now)
    {
        var gone = rows.FindAll(row => row is { Origin: KeyOrigin.Settings, State: KeyState.Active or KeyState.Announced }
            && settings.For(row.Use).All(key => key.KeyId != row.Id));
        foreach (var row in gone)
        {
            var signed = row.State == KeyState.Active;
            _ = signed ? row.Retire(now) : row.Abandon(now);
            audit.Record(signed ? "keys.retired" : "keys.removed", AuditActors.Hub, row.Id, KeyDetails.Of(row, "hub", Gone));
        }

        return gone.Count > 0;
    }
}
