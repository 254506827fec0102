using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Import;
using CrossBorder.Federation.Trust.Inventory;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.Trust;

/// <summary>The look at many changes: each gets its own, and the inventory is read once for all of them.</summary>
public sealed class PreviewChangeTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    [Fact]
    public async Task A_page_of_changes_reads_the_inventory_once()
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var source = new Counting(services.GetServices<IInventorySource>().ToList());
        var inventory = new TrustInventory([source], services.GetRequiredService<ITrustChanges>(), TimeProvider.System);
        var preview = ActivatorUtilities.CreateInstance<PreviewCertificate>(services, inventory);
        var page = ActivatorUtilities.CreateInstance<PreviewChange>(services, inventory, preview);
        var anchors = services.GetRequiredService<ITrustSnapshot>().Configured.Anchors;
        var changes = anchors.Select(anchor => TrustChange.Propose(
            new(TrustChangeKind.Suspend, anchor.Certificate.Sha256Thumbprint, "The authority wrote to us."), "officer-a", TimeProvider.System.GetUtcNow()).Value).ToList();

        var names = await page.NamesAsync(TestContext.Current.CancellationToken);
        var previews = await page.OfAsync(changes, TestContext.Current.CancellationToken);

        Assert.Equal(anchors.Select(anchor => anchor.Name), changes.Select(change => previews[change.Id].Name));
        Assert.Equal(anchors.Select(anchor => anchor.Name), anchors.Select(anchor => names[anchor.Certificate.Sha256Thumbprint]));
        Assert.Equal(1, source.Reads);
    }

    private sealed class Counting(IReadOnlyList<IInventorySource> sources) : IInventorySource
    {
        public int Reads { get; private set; }

        public async Task<IReadOnlyList<InventoryEntry>> ListAsync(CancellationToken cancellationToken)
        {
            Reads++;
            var all = new List<InventoryEntry>();
            foreach (var source in sources)
                all.AddRange(await source.ListAsync(cancellationToken));
            return all;
        }
    }
}
