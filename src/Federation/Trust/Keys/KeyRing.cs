using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Trust.Keys;

/// <summary>Keys of the settings and keys of the database in one ring. Replaced as a whole.</summary>
internal sealed class KeyRing(IHubKeys settings, KeySealer sealer, ILogger<KeyRing> logger) : ITokenKeys, IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, ISigningKey> opened = new(StringComparer.Ordinal);
    private List<IDisposable> leaving = [];
    private volatile IReadOnlyList<PublishedKey>? published;

    public event Action? Changed;

    // Until the rows are read, what the settings name. Nothing is served before that.
    public IReadOnlyList<PublishedKey> Published => published ??=
        [.. settings.For(KeyUses.Tokens).DistinctBy(key => key.Algorithm).Select(key => new PublishedKey(key.KeyId, key.Algorithm, KeyState.Active, key.PublicKey, key))];

    /// <summary>The rows as they were read last.</summary>
    public IReadOnlyList<TokenKey> Rows { get; private set; } = [];

    public PublishedKey? SignerFor(string algorithm) => Published
        .Where(key => key.Algorithm.Name == algorithm && key.Signer is not null)
        .MinBy(key => key.State switch { KeyState.Active => 0, KeyState.Retiring => 1, _ => 2 });

    public void Take(IReadOnlyList<TokenKey> rows)
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

            published = next;
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

    private PublishedKey Publish(TokenKey row)
    {
        AlgorithmCatalogue.TryGet(row.Algorithm, out var algorithm);
        return new PublishedKey(row.Id, algorithm!, row.State, VerificationKey.FromJwk(row.PublicJwk).Value, SignerOf(row));
    }

    private ISigningKey? SignerOf(TokenKey row)
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
