using CrossBorder.Federation.Trust.Revocation;

namespace CrossBorder.Federation.Trust;

/// <summary>The last good revocation lists in the database.</summary>
internal interface IRevocationLists
{
    Task<IReadOnlyList<RevocationListRow>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a list, unless a newer one of that name is there already.</summary>
    Task KeepAsync(RevocationListRow row, CancellationToken cancellationToken);

    /// <summary>How the last fetches went.</summary>
    Task<IReadOnlyList<RevocationFetch>> FetchesAsync(CancellationToken cancellationToken);

    /// <summary>Remembers how a fetch went: the code and detail of its failure, or null and null.</summary>
    Task NoteAsync(string name, DateTimeOffset at, string? code, string? detail, CancellationToken cancellationToken);

    /// <summary>Stores the audit entries of this unit of work.</summary>
    Task SaveAsync(CancellationToken cancellationToken);
}
