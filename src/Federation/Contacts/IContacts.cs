namespace CrossBorder.Federation.Contacts;

/// <summary>Contacts as they are stored.</summary>
internal interface IContacts
{
    /// <summary>Of this resident; null where nothing was ever given.</summary>
    Task<ResidentContact?> FindAsync(string residentId, CancellationToken cancellationToken);

    /// <summary>Stores a changed or new contact with a line of the audit log, which names no address. False where another change came first.</summary>
    Task<bool> SaveAsync(ResidentContact contact, string what, CancellationToken cancellationToken);
}
