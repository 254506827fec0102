using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust.Keys;

/// <summary>Takes the keys of the settings into the cycle as a node starts: the first of an algorithm signs, later ones wait their turn.</summary>
internal sealed class KeyAdoption(ITokenKeyStore store, IHubKeys settings, IAuditLog audit, TimeProvider clock)
{
    /// <summary>False where another node was faster; then it is looked at again.</summary>
    /// <exception cref="StartRefusedException">CB6133: a key id of the settings belonged to another key before.</exception>
    public async Task<bool> TryAdoptAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = (await store.TrackedAsync(cancellationToken)).ToList();
        var changed = RetireWhatIsGone(rows, now);
        foreach (var key in settings.For(KeyUses.Tokens))
        {
            if (rows.Find(row => row.Id == key.KeyId) is { } known)
            {
                if (!VerificationKey.FromJwk(known.PublicJwk).Value.IsSameKeyAs(key.PublicKey) || known.Algorithm != key.Algorithm.Name)
                    throw new StartRefusedException(ErrorCatalogue.KeyIdReused.With($"SigningKeys:{key.KeyId} was another key before.").ToString());
                continue;
            }

            changed = true;
            var signs = !rows.Exists(row => row.Algorithm == key.Algorithm.Name && row.State == KeyState.Active);
            var adopted = TokenKey.Adopt(key.KeyId, key.Algorithm.Name, key.PublicKey.ToJwk(key.Algorithm), signs, now);
            store.Add(adopted);
            rows.Add(adopted);
            audit.Record("keys.adopted", AuditActors.Hub, adopted.Id, KeyDetails.Of(adopted, "hub"));
        }

        return !changed || (await store.SaveAsync(cancellationToken)).Succeeded;
    }

    // What the settings named before and name no more signs nowhere after this restart; what it signed is still believed.
    private bool RetireWhatIsGone(List<TokenKey> rows, DateTimeOffset now)
    {
        var gone = rows.FindAll(row => row is { Origin: KeyOrigin.Settings, State: KeyState.Active } && settings.ById(row.Id) is null);
        foreach (var row in gone)
        {
            row.Retire(now);
            audit.Record("keys.retired", AuditActors.Hub, row.Id, KeyDetails.Of(row, "hub", "no longer in the settings"));
        }

        return gone.Count > 0;
    }
}
