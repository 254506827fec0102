using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Trust.Records;

/// <summary>What trust was used for, in the database.</summary>
internal interface ITrustRecords
{
    /// <summary>Joins the current unit of work: an acceptance is stored with what it led to, or not at all.</summary>
    void Add(TrustUse use, TrustReference reference);

    /// <summary>Stores what was added.</summary>
    Task SaveAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a path and its certificates once, at once and on their own.</summary>
    Task KeepAsync(TrustPath path, IEnumerable<Certificate> certificates, CancellationToken cancellationToken);

    /// <summary>Counts a refusal. Beyond <paramref name="most"/> different ones in an hour, those with an unknown path are counted without it.</summary>
    /// <returns>Whether it was counted with its path, which is then to be kept.</returns>
    Task<bool> CountAsync(TrustRefusal refusal, int most, CancellationToken cancellationToken);

    /// <summary>Removes what is older than it has to be. Of paths and certificates the last use is kept longer than the records.</summary>
    Task PruneAsync(DateTimeOffset recordsBefore, DateTimeOffset certificatesBefore, CancellationToken cancellationToken);
}
