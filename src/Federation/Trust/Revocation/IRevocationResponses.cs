namespace CrossBorder.Federation.Trust.Revocation;

/// <summary>The last good OCSP responses in the database.</summary>
internal interface IRevocationResponses
{
    /// <summary>All of them, without what they say.</summary>
    Task<IReadOnlyList<ResponseMark>> MarksAsync(CancellationToken cancellationToken);

    /// <summary>What one responder said of these certificates.</summary>
    Task<IReadOnlyList<RevocationResponseRow>> FindAsync(string responder, IReadOnlyCollection<string> fingerprints, CancellationToken cancellationToken);

    /// <summary>Keeps a response, unless a newer one about that certificate is there already.</summary>
    Task KeepAsync(RevocationResponseRow row, CancellationToken cancellationToken);

    /// <summary>Removes those that no judgement has needed since then.</summary>
    Task RemoveAsync(DateTimeOffset neededBefore, CancellationToken cancellationToken);
}
