using CrossBorder.Verification.Crypto;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust;

/// <summary>The keys of the settings, loaded once.</summary>
internal sealed class HubKeys : IHubKeys, IDisposable
{
    private readonly List<(ISigningKey Key, IReadOnlyCollection<string> Uses)> keys;

    public HubKeys(IOptions<KeyOptions> options, SigningKeyReader reader) =>
        keys = [.. options.Value.SigningKeys.Select(key => (reader.Read(key).Value, (IReadOnlyCollection<string>)key.Uses))];

    public IReadOnlyList<ISigningKey> All => [.. keys.Select(entry => entry.Key)];

    public IReadOnlyList<ISigningKey> For(string use) => [.. keys.Where(entry => entry.Uses.Contains(use)).Select(entry => entry.Key)];

    public ISigningKey? ById(string id) => keys.Find(entry => entry.Key.KeyId == id).Key;

    public void Dispose() => keys.ForEach(entry => (entry.Key as IDisposable)?.Dispose());
}
