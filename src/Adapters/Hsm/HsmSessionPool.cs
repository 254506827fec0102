using System.Collections.Concurrent;

namespace CrossBorder.Adapters.Hsm;

/// <summary>
/// Sessions of one key, opened when they are first wanted and used again: opening and logging in costs more than a signature.
/// A session in which something failed is closed and not used again, so that a module that was restarted is met with a new one.
/// </summary>
internal sealed class HsmSessionPool(Func<HsmSession> open) : IDisposable
{
    /// <summary>Modules allow only so many, and are not faster with more.</summary>
    private const int Most = 16;

    private readonly ConcurrentBag<HsmSession> idle = [];
    private readonly SemaphoreSlim free = new(Most, Most);
    private volatile bool disposed;

    public T Use<T>(Func<HsmSession, T> operation)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        free.Wait();
        try
        {
            var session = idle.TryTake(out var taken) ? taken : open();
            try
            {
                var result = operation(session);
                Return(session);
                return result;
            }
            catch
            {
                session.Dispose();
                throw;
            }
        }
        finally
        {
            free.Release();
        }
    }

    // The semaphore has no handle of its own unless one is asked for, and operations under way still release it.
    public void Dispose()
    {
        disposed = true;
        Clear();
    }

    private void Return(HsmSession session)
    {
        idle.Add(session);
        if (disposed)
            Clear();
    }

    private void Clear()
    {
        while (idle.TryTake(out var session))
            session.Dispose();
    }
}
