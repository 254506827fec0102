using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust.Changes;

/// <summary>Changes of trust and the certificates they are about, in the database. Every save tells all nodes.</summary>
internal interface ITrustChanges
{
    Task<IReadOnlyList<TrustChange>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Those that an officer or the clock has yet to conclude, the newest first; to be read.</summary>
    Task<IReadOnlyList<TrustChange>> OpenAsync(CancellationToken cancellationToken);

    /// <summary>A page of the concluded ones, the newest first; to be read.</summary>
    Task<IReadOnlyList<TrustChange>> ConcludedAsync(int skip, int most, CancellationToken cancellationToken);

    /// <summary>Those that time alone may move.</summary>
    Task<IReadOnlyList<TrustChange>> WaitingAsync(CancellationToken cancellationToken);

    /// <summary>One of them, to be read; null where there is none.</summary>
    Task<TrustChange?> ReadAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>One of them, to be changed in this unit of work; null where there is none.</summary>
    Task<TrustChange?> FindAsync(Guid id, CancellationToken cancellationToken);

    Task<IReadOnlyList<TrustChange>> OfAsync(string fingerprint, CancellationToken cancellationToken);

    Task<IReadOnlyList<TrustCertificate>> CertificatesAsync(CancellationToken cancellationToken);

    void Add(TrustChange change);

    /// <summary>Keeps what is known of a certificate, in place of what an earlier proposal said of it.</summary>
    Task PutAsync(TrustCertificate certificate, CancellationToken cancellationToken);

    /// <summary>Stores what was added and changed, with its audit entries. CB6106 where another officer or node was faster.</summary>
    Task<Outcome<bool>> SaveAsync(CancellationToken cancellationToken);

    /// <summary>A number that grows with every save: a node that has seen it has seen all.</summary>
    Task<long> EpochAsync(CancellationToken cancellationToken);
}
