namespace CrossBorder.Federation.Audit.Witnesses;

/// <summary>Which witness has which checkpoint.</summary>
internal interface IWitnessHandovers
{
    /// <summary>What that witness has not got, the smallest first.</summary>
    Task<IReadOnlyList<AuditCheckpoint>> WaitingAsync(string witness, int most, CancellationToken cancellationToken);

    /// <summary>Remembers that it was handed over.</summary>
    Task KeepAsync(WitnessHandover handover, CancellationToken cancellationToken);
}
