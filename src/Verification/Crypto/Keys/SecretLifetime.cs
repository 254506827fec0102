namespace CrossBorder.Verification.Crypto.Keys;

/// <summary>
/// How long a secret lives that several own and several use at once: until the last owner has let it go and the last operation under way
/// has ended. So no operation ever meets half a secret.
/// </summary>
internal sealed class SecretLifetime(Action erase)
{
    private int holders = 1;

    /// <summary>False where the secret is gone already.</summary>
    public bool TryHold()
    {
        while (true)
        {
            var seen = Volatile.Read(ref holders);
            if (seen == 0)
                return false;
            if (Interlocked.CompareExchange(ref holders, seen + 1, seen) == seen)
                return true;
        }
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref holders) == 0)
            erase();
    }
}
