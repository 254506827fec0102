using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Trust.Keys;

/// <summary>Keys of the settings and keys of the database in one ring. Replaced as a whole.</summary>
internal sealed class KeyRing(IHubKeys settings, KeySealer sealer, TimeProvider clock, ILogger<KeyRing> logger) : ITokenKeys, IHubSigners, IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, ISigningKey> opened = new(StringComparer.Ordinal);
    private List<IDisposable> leaving = [];
    private volatile IReadOnlyList<PublishedKey>? all;

    public event Action? Changed;

    /// <summary>Every key that others are shown, in all uses. Until the rows are read, what the settings name; nothing is served before that.</summary>
    public IReadOnlyList<PublishedKey> All => all ??= [.. KeyUses.Managed.SelectMany(use => settings.For(use).DistinctBy(key => key.Algorithm)
        .Select(key => new PublishedKey(key.KeyId, use, key.Algorithm, KeyState.Active, KeyOrigin.Settings, key.PublicKey, key)))];

    public IReadOnlyList<PublishedKey> Published => [.. All.Where(key => key.Use == KeyUses.Tokens)];

    /// <summary>The rows as they were read last.</summary>
    public IReadOnlyList<ManagedKey> Rows { get; private set; } = [];

    public PublishedKey? SignerFor(string algorithm) => Signer(KeyUses.Tokens, algorithm);

    public IReadOnlyList<ISigningKey> For(string use) =>
        [.. All.Where(key => key.Use == use).Select(key => key.Algorithm.Name).Distinct().Select(algorithm => Find(use, algorithm)).OfType<ISigningKey>()];

    public ISigningKey? Find(string use, string algorithm) => Signer(use, algorithm)?.Signer;

    public void Take(IReadOnlyList<ManagedKey> rows)
    {
        lock (gate)
        {
            // What left the ring a change ago signs nothing any more, not even for a request that was under way.
            leaving.ForEach(key => key.Dispose());
            leaving = [];
            var next = rows.Where(row => row.IsPublished).Select(Publish).ToList();
            foreach (var id in opened.Keys.Except(next.Select(key => key.Id)).ToList())
            {
                if (opened.Remove(id, out var key) && key is IDisposable disposable)
                    leaving.Add(disposable);
            }

            all = next;
            Rows = rows;
        }

        Changed?.Invoke();
    }

    public void Dispose()
    {
        leaving.ForEach(key => key.Dispose());
        foreach (var key in opened.Values.OfType<IDisposable>())
            key.Dispose();
    }

    private PublishedKey? Signer(string use, string algorithm) => All
        .Where(key => key.Use == use && key.Algorithm.Name == algorithm && key.Signer is not null && !HasEnded(key))
        .MinBy(key => key.State switch { KeyState.Active => 0, KeyState.Retiring => 1, _ => 2 });

    /// <summary>Whoever looks at a certificate refuses for good what is signed after its end: until the next one is there, nothing is.</summary>
    private bool HasEnded(PublishedKey key) => KeyUses.IsCertified(key.Use)
        && Rows.Any(row => row.Id == key.Id && row.Use == key.Use && row.CertificateEnds <= clock.GetUtcNow());

    private PublishedKey Publish(ManagedKey row)
    {
        AlgorithmCatalogue.TryGet(row.Algorithm, out var algorithm);
        return new PublishedKey(row.Id, row.Use, algorithm!, row.State, row.Origin, VerificationKey.FromJwk(row.PublicJwk).Value, SignerOf(row));
    }

    private ISigningKey? SignerOf(ManagedKey row)
    {
        if (row.Origin == KeyOrigin.Settings)
            return settings.ById(row.Id);
        if (opened.TryGetValue(row.Id, out var known))
            return known;
        var read = sealer.Open(row);
        if (read.TryGetValue(out var key))
            return opened[row.Id] = key;
        Log.KeyNotOpened(logger, row.Id, read.Error.Code);
        return null;
    }
}
