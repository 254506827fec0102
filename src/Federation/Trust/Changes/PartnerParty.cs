using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.AccountDirectory;
using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.Trust.Inventory;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Trust;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust.Changes;

/// <summary>One partner that a certificate can be admitted for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">As the settings name it.</param>
/// <param name="Party">As certificates name it, see <see cref="PartyNames"/>: of a home provider its issuer.</param>
/// <param name="Jurisdiction">The place that it belongs to; empty for a relying party.</param>
/// <param name="Purpose">The one thing that it signs for the hub.</param>
internal sealed record PartnerParty(InventoryUseKind Kind, string Name, string Party, Jurisdiction Jurisdiction, TrustPurpose Purpose);

/// <summary>All partners of the settings: place and purpose are read there, not typed.</summary>
internal sealed class PartnerParties(
    IHomes homes, IOptions<DepartmentsOptions> departments, IOptions<AccountDirectoryOptions> directory, IOptions<RelyingPartiesOptions> clients)
{
    public IReadOnlyList<PartnerParty> All =>
    [
        .. homes.All.Select(home => new PartnerParty(InventoryUseKind.HomeProvider, home.Scheme, home.Authority, new Jurisdiction(home.Jurisdiction), TrustPurpose.AssertionSigning)),
        .. departments.Value.Departments.Select(department => new PartnerParty(
            InventoryUseKind.Department, department.Slug, PartyNames.OfDepartment(department.Slug), new Jurisdiction(department.Jurisdiction), TrustPurpose.ReceiptSigning)),
        new(InventoryUseKind.Directory, directory.Value.Identity, directory.Value.Identity, new Jurisdiction(directory.Value.Jurisdiction), TrustPurpose.DirectorySigning),
        .. clients.Value.RelyingParties.Select(client => new PartnerParty(
            InventoryUseKind.RelyingParty, client.ClientId, PartyNames.OfRelyingParty(client.ClientId), new Jurisdiction(""), TrustPurpose.ClientAuthentication)),
    ];

    /// <summary>By its party; null where the settings know no such partner.</summary>
    public PartnerParty? Find(string party) => All.FirstOrDefault(known => known.Party == party);
}
