using CrossBorder.Federation.ConsolePages;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Inventory;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Testing;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.Trust;

/// <summary>The inventory of a real hub: what its settings name, what officers brought, and where each stands.</summary>
public sealed class TrustInventoryTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private const string Reason = "The authority wrote to us on paper.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TrustList Configured => sandbox.HubServices.GetRequiredService<ITrustSnapshot>().Configured;

    [Fact]
    public async Task Every_anchor_intermediate_key_of_the_hub_and_key_of_a_client_is_in_it_once()
    {
        var entries = await ListAsync();

        foreach (var anchor in Configured.Anchors)
            Assert.Equal(anchor.Jurisdiction.Code, Assert.Single(entries, entry => entry.Fingerprint == anchor.Certificate.Sha256Thumbprint).Jurisdiction);
        foreach (var key in sandbox.HubServices.GetRequiredService<IHubKeys>().All)
            Assert.Contains(entries, entry => entry.Kind == InventoryKind.HubKey && entry.Name == key.KeyId);
        Assert.Contains(entries, entry => entry.Kind == InventoryKind.ClientKey && entry.UsedBy.Contains(new InventoryUse(InventoryUseKind.RelyingParty, "ps-rp")));
        Assert.All(entries.Where(entry => entry.Certificate is not null), entry =>
        {
            Assert.Equal(entry.Certificate!.Sha256Thumbprint, entry.Fingerprint);
            Assert.Equal(64, entry.Sm3.Length);
            Assert.NotEqual(entry.Sha256, entry.Sm3);
        });
    }

    [Fact]
    public async Task What_rests_on_an_anchor_and_on_a_key_is_told_by_the_settings()
    {
        var entries = await ListAsync();

        Assert.Contains(entries, entry => entry.Kind == InventoryKind.Anchor && entry.Purposes.Contains("AssertionSigning")
            && entry.UsedBy.Any(use => use.Kind == InventoryUseKind.HomeProvider));
        Assert.Contains(entries, entry => entry.Kind == InventoryKind.HubKey && entry.Purposes.Contains(KeyUses.Tokens)
            && entry.UsedBy.Any(use => use.Kind == InventoryUseKind.RelyingParty));
    }

    [Theory]
    [InlineData("PS256", false)]
    [InlineData("envelopes/ES256", true)]
    public async Task A_key_of_the_database_is_in_it_with_where_it_stands_and_who_has_it(string line, bool awaits)
    {
        await using (var scope = sandbox.HubServices.CreateAsyncScope())
        {
            var step = await scope.ServiceProvider.GetRequiredService<OfficerKeys>()
                .ProposeAsync(KeyStepKind.Rotate, line, "Our yearly exercise", "officer-a", TestContext.Current.CancellationToken);
            // The hub may be moving another key at this moment: then the officer is told to try again, and does.
            await Waiting.UntilAsync(async () =>
            {
                await using var second = sandbox.HubServices.CreateAsyncScope();
                return (await second.ServiceProvider.GetRequiredService<OfficerKeys>().ApproveAsync(step.Value.Id, "officer-b", Stop)).Succeeded;
            }, "the rotation is approved", Stop);
        }

        var entry = Assert.Single(await ListAsync(), entry => entry.Kind == InventoryKind.HubKey && entry.Lines.Any(stands =>
            stands.Line.ToString() == line && stands.State is KeyState.Created or KeyState.Announced) && entry.State == InventoryState.Approved);

        Assert.Null(entry.Certificate);
        Assert.Equal(awaits, Assert.Single(entry.Lines).AwaitsCertificate);
        Assert.Equal([KeyLine.Parse(line).Use], entry.Purposes);
        Assert.NotEmpty(entry.UsedBy);
        var settings = Assert.Single(await ListAsync(), entry => entry.Name == "hub-sm2");
        Assert.Equal(["SGD_SM3_SM2", "attestations/SGD_SM3_SM2", "envelopes/SGD_SM3_SM2"], settings.Lines.Select(stands => stands.Line.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_soonest_end_comes_first_and_what_has_none_comes_last()
    {
        var ends = (await ListAsync()).Select(entry => entry.NotAfter ?? DateTimeOffset.MaxValue).ToList();

        Assert.Equal(ends.Order(), ends);
    }

    [Fact]
    public async Task A_certificate_goes_from_proposed_to_active_to_suspended_and_back_to_revoked_with_who_brought_it_there()
    {
        var authority = TestAuthority.Create("CN=Inventoried");
        async Task IsAsync(InventoryState state, string by)
        {
            var entry = Assert.Single(await ListAsync(), entry => entry.Fingerprint == authority.Sha256Thumbprint);
            Assert.Equal((state, by), (entry.State, entry.By));
            Assert.NotNull(entry.Since);
        }

        var admission = new Admission(authority, "Inventoried", Jurisdiction.HongKong, new HashSet<TrustPurpose> { TrustPurpose.AssertionSigning });
        var proposed = await OfficersAsync(trust => trust.ProposeAdmissionAsync(admission, new(TrustChangeKind.Admit, authority.Sha256Thumbprint, Reason), "officer-a", Stop));
        await IsAsync(InventoryState.Proposed, "officer-a");
        await ApproveAsync(proposed.Id);
        await IsAsync(InventoryState.Active, "officer-b");

        foreach (var (kind, state) in new[] { (TrustChangeKind.Suspend, InventoryState.Suspended), (TrustChangeKind.Resume, InventoryState.Active), (TrustChangeKind.Revoke, InventoryState.Revoked) })
        {
            var change = await OfficersAsync(trust => trust.ProposeAsync(new(kind, authority.Sha256Thumbprint, Reason), "officer-a", Stop));
            await ApproveAsync(change.Id);
            await IsAsync(state, "officer-b");
        }
    }

    [Fact]
    public async Task A_fingerprint_finds_its_certificate_with_colons_and_without()
    {
        var anchor = Configured.Anchors[0];
        var hex = ConsoleFingerprint.Show(anchor.Certificate.Sha256Thumbprint);
        var entries = await ListAsync();
        foreach (var typed in new[] { hex, hex.ToUpperInvariant(), string.Join(':', hex.Chunk(2).Select(pair => new string(pair))) })
            Assert.Equal(anchor.Name, Assert.Single(new InventoryFilter(Text: typed).Of(entries)).Name);
    }

    private async Task<IReadOnlyList<InventoryEntry>> ListAsync()
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TrustInventory>().ListAsync(Stop);
    }

    private async Task<TrustChange> OfficersAsync(Func<OfficerTrust, Task<Verification.Outcomes.Outcome<TrustChange>>> act)
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        return (await act(scope.ServiceProvider.GetRequiredService<OfficerTrust>())).Value;
    }

    private async Task ApproveAsync(Guid id)
    {
        await OfficersAsync(trust => trust.ApproveAsync(id, "officer-b", Stop));
        await sandbox.HubServices.GetRequiredService<TrustWatch>().LookAsync(Stop);
    }
}
