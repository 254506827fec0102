using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust.Records;

/// <summary>Reads what trust was used for: for charts, for pages about one certificate, for rehearsals.</summary>
internal interface ITrustUsage
{
    /// <summary>Judgements by hour, purpose, party and outcome, from the hour of <paramref name="from"/> on, in the order of hours.</summary>
    Task<IReadOnlyList<TrustCount>> CountsAsync(DateTimeOffset from, CancellationToken cancellationToken);

    /// <summary>The refusals among them alone: a handful of rows, however many acceptances there were.</summary>
    Task<IReadOnlyList<TrustCount>> RefusalCountsAsync(DateTimeOffset from, CancellationToken cancellationToken);

    /// <summary>The last acceptance through a certificate of any kind; null where there is none that is known.</summary>
    Task<LastAcceptance?> LastAcceptanceAsync(string fingerprint, CancellationToken cancellationToken);

    /// <summary>The paths, accepted or refused, that name a certificate.</summary>
    Task<IReadOnlyList<TrustPath>> PathsAsync(string fingerprint, CancellationToken cancellationToken);

    /// <summary>Null where it is not known.</summary>
    Task<TrustPath?> PathAsync(string id, CancellationToken cancellationToken);

    /// <summary>Every path that something was accepted over: as few as partners have certificates.</summary>
    Task<IReadOnlyList<TrustPath>> AcceptedPathsAsync(CancellationToken cancellationToken);

    /// <summary>Those of the paths that are known.</summary>
    Task<IReadOnlyList<TrustPath>> PathsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>A certificate that was presented; null where none was.</summary>
    Task<SeenCertificate?> CertificateAsync(string fingerprint, CancellationToken cancellationToken);

    /// <summary>The certificates that these paths name, as far as they were kept.</summary>
    Task<IReadOnlyList<SeenCertificate>> CertificatesAsync(IEnumerable<TrustPath> paths, CancellationToken cancellationToken);

    /// <summary>By path and relying party how many acceptances there were since a moment, and when the last was.</summary>
    Task<IReadOnlyList<PathUse>> UsesAsync(DateTimeOffset from, CancellationToken cancellationToken);

    /// <summary>
    /// By path how many refusals there were since the hour of a moment, those that were refused most often first; those without a path are left out.
    /// </summary>
    Task<IReadOnlyList<PathUse>> RefusalsAsync(DateTimeOffset from, int most, CancellationToken cancellationToken);
}

/// <summary>So many judgements of one hour had one outcome.</summary>
/// <param name="Code">Null for acceptances.</param>
internal sealed record TrustCount(DateTimeOffset Hour, TrustPurpose Purpose, string Party, string? Code, long Count);

/// <summary>When and where a certificate was last relied on.</summary>
/// <param name="Node">Null where the record is gone and only its time was kept.</param>
internal sealed record LastAcceptance(DateTimeOffset At, string? Node);

/// <summary>How often one path was used.</summary>
/// <param name="ClientId">The relying party, where the use was for one.</param>
/// <param name="Last">The last time; for refusals the beginning of its hour.</param>
internal sealed record PathUse(string Path, string? ClientId, long Count, DateTimeOffset Last);
