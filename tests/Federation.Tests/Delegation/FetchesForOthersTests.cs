using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Delegation;
using CrossBorder.Federation.SignIn;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Delegation;

/// <summary>What a service fetches of somebody for whom another acts is written down: once, and never not at all.</summary>
public sealed class FetchesForOthersTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_fetches_are_one_entry_for_each_whom_the_agent_acts_for_and_none_is_lost()
    {
        using var people = new Household(sandbox);
        Mandate[] mandates = [await people.HandOverAsync("r4", "r2"), await people.HandOverAsync("r1", "r2")];
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var own = await client.RedeemAsync((await people.SignInAsync(client, "r2", null)).Code);
        var before = (await ReadsAsync()).Count;
        var tokens = new List<TokenAnswer> { own };
        foreach (var mandate in mandates)
            tokens.Add(await client.RedeemAsync((await people.SignInAsync(client, "r2", mandate)).Code));

        var answers = await Task.WhenAll(Enumerable.Range(0, 9).Select(turn => client.UserInfoAsync(tokens[turn % 3].AccessToken)));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        var written = (await ReadsAsync())[before..];
        var agent = (await sandbox.RowsAsync<Mandate>()).Single(row => row.Id == mandates[0].Id).AgentId!;
        Assert.Equal(
            mandates.Select(mandate => mandate.GivenBy).Append(agent).Order(),
            written.Select(entry => entry.SubjectReference).Order());

        // Who acts for more than there is room to remember has the first ones written down once more: never none.
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        var sid = TokenAnswer.Payload(own.AccessToken).GetProperty("sid").GetString()!;
        var disclosures = scope.ServiceProvider.GetRequiredService<IDisclosures>();
        var many = Enumerable.Range(0, 20).Select(_ => Guid.NewGuid().ToString("N")).ToList();
        foreach (var id in many.Append(many[^1]).Append(many[0]))
            Assert.True(await disclosures.TellRepresentedAsync("principal-" + id, id, sid, "yueshengshi", ["openid", "profile", "identity"], Stop));
        var told = (await ReadsAsync()).Where(entry => entry.SubjectReference.StartsWith("principal-", StringComparison.Ordinal)).ToList();
        Assert.Equal([.. many, many[0]], told.Select(entry => entry.SubjectReference["principal-".Length..]));
        Assert.All(await sandbox.RowsAsync<ClientSession>(), row => Assert.InRange(row.Told.Length, 0, ClientSession.LongestTold));
        // What was told of herself is not forgotten for it.
        Assert.StartsWith("profile identity ", (await sandbox.RowsAsync<ClientSession>()).Single(row => row.Sid == sid).Told, StringComparison.Ordinal);

        async Task<List<AuditEntry>> ReadsAsync() =>
            [.. (await sandbox.RowsAsync<AuditEntry>()).Where(entry => entry.Kind == PersonalDataRead.Kind
                && entry.Details.Contains("\"client\":\"yueshengshi\"", StringComparison.Ordinal)).OrderBy(entry => entry.Id)];
    }

    /// <summary>All the mandates of an agent share what is remembered of them, so that many fetches at once come into each other's way.</summary>
    [Fact]
    public async Task A_fetch_that_others_overtake_at_each_try_is_written_down_all_the_same()
    {
        using var people = new Household(sandbox);
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var own = await client.RedeemAsync((await people.SignInAsync(client, "r2", null)).Code);
        var sid = TokenAnswer.Payload(own.AccessToken).GetProperty("sid").GetString()!;
        var id = Guid.NewGuid().ToString("N");
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        var overtaken = 0;
        context.SavingChanges += (_, _) =>
        {
            if (!context.ChangeTracker.Entries<ClientSession>().Any())
                return;
            using var other = sandbox.HubServices.CreateScope();
            overtaken += other.ServiceProvider.GetRequiredService<HubDbContext>().Set<ClientSession>().Where(row => row.Sid == sid)
                .ExecuteUpdate(update => update.SetProperty(row => row.Told, "profile@" + Guid.NewGuid().ToString("N")));
        };

        Assert.True(await scope.ServiceProvider.GetRequiredService<IDisclosures>()
            .TellRepresentedAsync("overtaken-" + id, id, sid, "yueshengshi", ["openid", "profile"], Stop));

        Assert.Equal(5, overtaken);
        Assert.Single(await sandbox.RowsAsync<AuditEntry>(), entry => entry.SubjectReference == "overtaken-" + id);
        Assert.DoesNotContain(id, (await sandbox.RowsAsync<ClientSession>()).Single(row => row.Sid == sid).Told, StringComparison.Ordinal);
    }
}
