namespace CrossBorder.Federation.Trust.Inventory;

/// <summary>One who knows certificates or keys. Every feature that keeps some registers its own; <see cref="TrustInventory"/> says where they stand.</summary>
internal interface IInventorySource
{
    /// <summary>Entries as far as this source knows them: state, since when and by whom are for the inventory to say of certificates.</summary>
    Task<IReadOnlyList<InventoryEntry>> ListAsync(CancellationToken cancellationToken);
}
