using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.AccountDirectory;
using CrossBorder.Adapters.Departments;
using CrossBorder.Verification.Trust;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust.Inventory;

/// <summary>Which partners of the settings rest on an anchor: those of its place whose messages it is listed for.</summary>
internal sealed class PartnerUses(
    IHomes homes, IOptions<DepartmentsOptions> departments, IOptions<AccountDirectoryOptions> directory)
{
    public IReadOnlyList<InventoryUse> Of(Jurisdiction place, IReadOnlySet<TrustPurpose> purposes)
    {
        var uses = new List<InventoryUse>();
        if (purposes.Contains(TrustPurpose.AssertionSigning))
            uses.AddRange(homes.All.Where(home => home.Jurisdiction == place.Code).Select(home => new InventoryUse(InventoryUseKind.HomeProvider, home.Scheme)));
        if (purposes.Contains(TrustPurpose.ReceiptSigning))
            uses.AddRange(departments.Value.Departments.Where(department => department.Jurisdiction == place.Code).Select(department => new InventoryUse(InventoryUseKind.Department, department.Slug)));
        if (purposes.Contains(TrustPurpose.DirectorySigning) && directory.Value.Jurisdiction == place.Code)
            uses.Add(new InventoryUse(InventoryUseKind.Directory, directory.Value.Identity));
        if (purposes.Contains(TrustPurpose.HubSigning))
            uses.Add(new InventoryUse(InventoryUseKind.Hub, "hub"));
        return uses;
    }
}
