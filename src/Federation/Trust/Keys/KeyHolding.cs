namespace CrossBorder.Federation.Trust.Keys;

/// <summary>Whether this node could sign with a key: it names it in its settings, or opens it out of the database.</summary>
internal sealed class KeyHolding(IHubKeys settings, KeySealer sealer)
{
    public bool Holds(ManagedKey key)
    {
        if (key.Origin == KeyOrigin.Settings)
            return settings.ById(key.Id) is not null;
        if (!sealer.Open(key).TryGetValue(out var opened))
            return false;
        (opened as IDisposable)?.Dispose();
        return true;
    }
}
