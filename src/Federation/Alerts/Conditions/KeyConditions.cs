using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Trust.Keys;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Alerts.Conditions;

/// <summary>Keys that cannot go because relying parties lag behind, successors that were not made or wait for a certificate, and keys that this node cannot open.</summary>
internal sealed class KeyConditions(IManagedKeyStore store, IKeyEvidence evidence, KeyRing ring, IOptions<KeyRotationOptions> options) : IAlertConditions
{
    private const int MostNamed = 5;

    // Nodes make a successor within a second; what is wanted for longer was not made.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public IReadOnlySet<AlertKind> Kinds { get; } = new HashSet<AlertKind> { AlertKind.KeyHeldBack, AlertKind.SuccessorMissing, AlertKind.KeyUnopened, AlertKind.CertificateAwaited };

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var keys = await store.AllAsync(cancellationToken);
        var seen = await evidence.AllAsync(cancellationToken);
        return
        [
            .. keys.Select(key => HeldBack(key, keys, seen, now)).OfType<AlertCondition>(),
            .. RotationPlan.WantSuccessor(keys, options.Value, now - Patience)
                .Select(line => new AlertCondition(AlertKind.SuccessorMissing, line.ToString(), NoticeSeverity.Critical, line.ToString())),
            .. Unopened(ring.All),
            .. keys.Where(key => key.AwaitsCertificate).Select(key => Awaited(key, keys, now)),
        ];
    }

    /// <summary>Keys of the database without their private half on this node.</summary>
    public static IEnumerable<AlertCondition> Unopened(IEnumerable<PublishedKey> published) =>
        from key in published
        where key.Signer is null && key.Origin == KeyOrigin.Database
        select new AlertCondition(AlertKind.KeyUnopened, key.Id, NoticeSeverity.Critical, key.Id);

    /// <summary>Nothing is lost by it before the key that signs now ends; from then on nothing is signed.</summary>
    private AlertCondition Awaited(ManagedKey key, IReadOnlyList<ManagedKey> keys, DateTimeOffset now)
    {
        var signs = keys.FirstOrDefault(other => other.Line == key.Line && other.State == KeyState.Active);
        var severity = signs is null || signs.CertificateEnds <= now + options.Value.Announce ? NoticeSeverity.Critical : NoticeSeverity.Warning;
        return new AlertCondition(AlertKind.CertificateAwaited, key.Id, severity, key.Id, key.Line.ToString());
    }

    private AlertCondition? HeldBack(ManagedKey key, IReadOnlyList<ManagedKey> keys, IReadOnlyList<KeyEvidence> seen, DateTimeOffset now)
    {
        if (key.State != KeyState.Retiring || key.RetiringSince + options.Value.Retire > now)
            return null;
        var laggards = Handshake.HoldBack(key, keys, seen, options.Value.ActiveWithin, now);
        return laggards.Count == 0 ? null : new AlertCondition(AlertKind.KeyHeldBack, key.Id, NoticeSeverity.Warning,
            key.Id, $"{laggards.Count}", string.Join(", ", laggards.Take(MostNamed)) + (laggards.Count > MostNamed ? " …" : ""));
    }
}
