using CrossBorder.Verification.Crypto;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust.Keys;

/// <summary>A key as an officer looks at it.</summary>
/// <param name="Key">Where it stands.</param>
/// <param name="Certificate">What receivers see beside its signature; null for a key for tokens, and for one that waits for it.</param>
/// <param name="Place"><c>database</c>, <c>module</c> or <c>settings</c>.</param>
/// <param name="Uses">Of <see cref="KeyUses"/>.</param>
/// <param name="Sha256">Fingerprint of its SubjectPublicKeyInfo.</param>
/// <param name="Sm3">The same with SM3.</param>
/// <param name="Next">What the clock does with it next, and when.</param>
/// <param name="KnownTo">Relying parties that showed something of it.</param>
/// <param name="Laggards">Active relying parties that showed nothing that counts; for a retiring key those that hold it back.</param>
internal sealed record KeySight(
    ManagedKey Key, Certificate? Certificate, string Place, IReadOnlyList<string> Uses, string Sha256, string Sm3, (KeyState To, DateTimeOffset At)? Next,
    IReadOnlyList<KnownTo> KnownTo, IReadOnlyList<string> Laggards)
{
    /// <summary>Uses of the same key that do not end with it here: a partner has it registered by name.</summary>
    public IReadOnlyList<string> FixedUses => [.. Uses.Except(KeyUses.Managed)];
}

/// <summary>All keys that follow one another, with what is known of each: for console and command line alike.</summary>
internal sealed class KeyOverview(IManagedKeyStore store, IKeyEvidence evidence, IHubKeys settings, IOptions<KeyRotationOptions> options, TimeProvider clock)
{
    public async Task<IReadOnlyList<KeySight>> LookAsync(CancellationToken cancellationToken)
    {
        var all = await store.AllAsync(cancellationToken);
        var seen = await evidence.AllAsync(cancellationToken);
        return [.. all.OrderBy(key => KeyUses.Managed.ToList().IndexOf(key.Use)).ThenBy(key => key.Algorithm, StringComparer.Ordinal).ThenByDescending(key => key.CreatedAt).Select(key => Sight(key, all, seen))];
    }

    private KeySight Sight(ManagedKey key, IReadOnlyList<ManagedKey> all, IReadOnlyList<KeyEvidence> seen)
    {
        var spki = VerificationKey.FromJwk(key.PublicJwk).Value.ToSubjectPublicKeyInfo();
        var own = key.Origin == KeyOrigin.Settings ? settings.ById(key.Id) : null;
        return new KeySight(
            key,
            KeyUses.IsCertified(key.Use) ? RequestCertificate.CertificateOf(key, settings) : null,
            key.Origin == KeyOrigin.Database ? "database" : own is null or SoftwareSigningKey ? "settings" : "module",
            key.Origin == KeyOrigin.Database ? [key.Use] : [.. KeyUses.All.Where(use => settings.For(use).Any(other => other.KeyId == key.Id))],
            Digests.Sha256(spki)["sha256:".Length..],
            Digests.Sm3(spki)["sm3:".Length..],
            RotationPlan.Next(key, all, options.Value),
            Handshake.Has(key, seen),
            key.State switch
            {
                KeyState.Announced or KeyState.Active => Handshake.Lacks(key, all, seen, options.Value.ActiveWithin, clock.GetUtcNow()),
                KeyState.Retiring => Handshake.HoldBack(key, all, seen, options.Value.ActiveWithin, clock.GetUtcNow()),
                _ => [],
            });
    }
}
