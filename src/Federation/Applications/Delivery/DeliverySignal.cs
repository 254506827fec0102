namespace CrossBorder.Federation.Applications.Delivery;

/// <summary>Wakes the worker when there is something new, so that a case does not wait for the next look at the queue.</summary>
internal sealed class DeliverySignal : IDisposable
{
    private readonly SemaphoreSlim raised = new(0, 1);

    public void Raise()
    {
        // While the worker is busy this is the rule, and an exception for each application would cost more than sealing it.
        if (raised.CurrentCount > 0)
            return;
        try
        {
            raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // Raised by somebody else just now: once is enough.
        }
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => raised.WaitAsync(atMost, cancellationToken);

    public void Dispose() => raised.Dispose();
}
