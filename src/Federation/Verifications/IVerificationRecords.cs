namespace CrossBorder.Federation.Verifications;

/// <summary>Keeps that a verification was answered, in the audit log.</summary>
internal interface IVerificationRecords
{
    /// <summary>Committed when it returns: no answer leaves the hub without its entry.</summary>
    Task AddAsync(VerificationAnswered answered, CancellationToken cancellationToken);
}
