using System.Collections.Concurrent;

namespace CrossBorder.Verification.Crypto;

/// <summary>
/// Instances of a platform key, one per operation under way: the platform promises nothing about two threads in one instance,
/// and importing a key for every signature costs more than an elliptic curve signature does.
/// </summary>
internal sealed class KeyPool<TKey>(Func<TKey> create) : IDisposable
    where TKey : class, IDisposable
{
    private readonly ConcurrentBag<TKey> idle = [];

    public TResult Use<TState, TResult>(TState state, Func<TKey, TState, TResult> operation)
        where TState : allows ref struct
    {
        var key = idle.TryTake(out var taken) ? taken : create();
        try
        {
            return operation(key, state);
        }
        finally
        {
            idle.Add(key);
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var key))
            key.Dispose();
    }
}
