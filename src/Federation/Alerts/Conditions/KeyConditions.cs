using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Trust.Keys;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Alerts.Conditions;

/// <summary>Keys that cannot go because relying parties lag behind, successors that were not made, and keys that this node cannot open.</summary>
internal sealed class KeyConditions(ITokenKeyStore store, IKeyEvidence evidence, KeyRing ring, IOptions<KeyRotationOptions> options) : IAlertConditions
{
    private const int MostNamed = 5;

    // Nodes make a successor within a second; what is wanted for longer was not made.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public IReadOnlySet<AlertKind> Kinds { get; } = new HashSet<AlertKind> { AlertKind.KeyHeldBack, AlertKind.SuccessorMissing, AlertKind.KeyUnopened };

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var keys = await store.AllAsync(cancellationToken);
        var seen = await evidence.AllAsync(cancellationToken);
        return
        [
            .. keys.Select(key => HeldBack(key, keys, seen, now)).OfType<AlertCondition>(),
            .. RotationPlan.WantSuccessor(keys, options.Value, now - Patience)
                .Select(algorithm => new AlertCondition(AlertKind.SuccessorMissing, algorithm, NoticeSeverity.Critical, algorithm)),
            .. Unopened(ring.Published, keys),
        ];
    }

    /// <summary>Keys of the database without their private half on this node.</summary>
    public static IEnumerable<AlertCondition> Unopened(IEnumerable<PublishedKey> published, IReadOnlyList<TokenKey> keys) =>
        from key in published
        where key.Signer is null && keys.Any(row => row.Id == key.Id && row.Origin == KeyOrigin.Database)
        select new AlertCondition(AlertKind.KeyUnopened, key.Id, NoticeSeverity.Critical, key.Id);

    private AlertCondition? HeldBack(TokenKey key, IReadOnlyList<TokenKey> keys, IReadOnlyList<KeyEvidence> seen, DateTimeOffset now)
    {
        if (key.State != KeyState.Retiring || key.RetiringSince + options.Value.Retire > now)
            return null;
        var laggards = Handshake.HoldBack(key, keys, seen, options.Value.ActiveWithin, now);
        return laggards.Count == 0 ? null : new AlertCondition(AlertKind.KeyHeldBack, key.Id, NoticeSeverity.Warning,
            key.Id, $"{laggards.Count}", string.Join(", ", laggards.Take(MostNamed)) + (laggards.Count > MostNamed ? " …" : ""));
    }
}
