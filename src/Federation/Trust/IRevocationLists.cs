namespace CrossBorder.Federation.Trust;

/// <summary>The last good revocation lists in the database.</summary>
internal interface IRevocationLists
{
    Task<IReadOnlyList<RevocationListRow>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a list, unless a newer one of that name is there already.</summary>
    Task KeepAsync(RevocationListRow row, CancellationToken cancellationToken);
}
