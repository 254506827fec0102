namespace CrossBorder.Testing;

/// <summary>The one way to wait in a test: looks again and again, and after some minutes says what did not come.</summary>
public static class Waiting
{
    /// <summary>A machine may be busy with other tests.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <param name="holds">Looked at until it is so.</param>
    /// <param name="what">What is waited for, for whoever reads the failure.</param>
    /// <param name="cancellationToken">Ends the wait before its time.</param>
    /// <exception cref="TimeoutException">It did not come.</exception>
    public static Task UntilAsync(Func<bool> holds, string what, CancellationToken cancellationToken) =>
        UntilAsync(() => Task.FromResult(holds()), what, cancellationToken);

    /// <inheritdoc cref="UntilAsync(Func{bool}, string, CancellationToken)"/>
    public static Task UntilAsync(Func<Task<bool>> holds, string what, CancellationToken cancellationToken) =>
        UntilAsync(holds, static held => held, what, cancellationToken);

    /// <param name="look">Looks once.</param>
    /// <param name="wanted">Whether that is it.</param>
    /// <param name="what">What is waited for, for whoever reads the failure.</param>
    /// <param name="cancellationToken">Ends the wait before its time.</param>
    /// <returns>What was seen last: what was wanted.</returns>
    /// <exception cref="TimeoutException">It did not come.</exception>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> wanted, string what, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var seen = await look();
            if (wanted(seen))
                return seen;
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
                throw new TimeoutException($"Waited {Patience.TotalSeconds:0} s in vain: {what}.");
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }
}
