using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Ports;

/// <summary>Somebody outside who keeps checkpoints of the audit log, so that no later log can deny them.</summary>
public interface IAuditWitness
{
    /// <summary>What it is called in the database and in the log.</summary>
    string Name { get; }

    /// <summary>
    /// Hands one checkpoint over, and comes back when it is kept. The same checkpoint may come twice. Unreachable is CB4024, refused CB4025.
    /// </summary>
    /// <returns>What the witness answered, such as its own signature; empty where it says nothing.</returns>
    Task<Outcome<string>> HandOverAsync(WitnessedCheckpoint checkpoint, CancellationToken cancellationToken);
}

/// <summary>All witnesses that the settings name.</summary>
public interface IAuditWitnesses
{
    /// <summary>None where none is configured.</summary>
    IReadOnlyList<IAuditWitness> All { get; }
}

/// <summary>A signed checkpoint on its way out.</summary>
/// <param name="Size">How many entries it covers.</param>
/// <param name="KeyId">Which key signed it.</param>
/// <param name="Compact">JWS compact serialization.</param>
public sealed record WitnessedCheckpoint(long Size, string KeyId, string Compact);
