using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Storage;

namespace CrossBorder.Federation.Audit.Witnesses;

/// <summary>Hands checkpoints to each witness in their order. What one did not take is offered again, and nothing behind it before that.</summary>
internal sealed class WitnessDesk(IAuditWitnesses witnesses, IServiceScopeFactory scopes, TimeProvider clock, ILogger<WitnessDesk> logger)
{
    private const int Most = 100;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public bool IsNeeded => witnesses.All.Count > 0;

    public Task HandOverAsync(CancellationToken cancellationToken) =>
        // One that is down keeps nobody else waiting.
        Task.WhenAll(witnesses.All.Select(witness => HandOverAsync(witness, cancellationToken)));

    private async Task HandOverAsync(IAuditWitness witness, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var handovers = scope.ServiceProvider.GetRequiredService<IWitnessHandovers>();
        if (!await scope.ServiceProvider.GetRequiredService<INodeLeases>().TryTakeAsync("witness:" + witness.Name, Lease, cancellationToken))
            return;

        foreach (var checkpoint in await handovers.WaitingAsync(witness.Name, Most, cancellationToken))
        {
            var answer = await witness.HandOverAsync(new WitnessedCheckpoint(checkpoint.Size, checkpoint.KeyId, checkpoint.Compact), cancellationToken);
            if (!answer.TryGetValue(out var said))
            {
                Log.NotWitnessed(logger, witness.Name, checkpoint.Size, answer.Error.Code, answer.Error.Detail);
                return;
            }

            await handovers.KeepAsync(new WitnessHandover
            {
                Witness = witness.Name, Size = checkpoint.Size, KeyId = checkpoint.KeyId, At = clock.GetUtcNow(), Answer = said,
            }, cancellationToken);
        }
    }
}
