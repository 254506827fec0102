using System.Text.Json;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Officers;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Accounts;

/// <summary>What a reviewer is kept from, and what a resident is told who has no account among those found.</summary>
public sealed class ReviewRefusalTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private const string Reason = "Both accounts belong to a person of the same name.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_register_no_longer_says_is_not_linked_nor_what_somebody_else_holds_and_none_of_them_is_explained()
    {
        Assert.Contains("CB7001", (await SignInAsync("r3")).Page.Text, StringComparison.Ordinal);
        var item = Assert.Single(await sandbox.RowsAsync<ReviewItem>(), row => row.Cause == LinkOutcomes.Ambiguous);
        using var reviewer = await SandboxOfficer.EnterAsync(sandbox, "reviewer");

        // As the register said it once, and says it no more.
        var candidates = JsonSerializer.Deserialize<List<DirectoryAccount>>(item.Candidates)!;
        var old = new ReviewItem
        {
            Id = "R0LD0000000", CreatedAt = item.CreatedAt.AddDays(-1), SubjectHash = item.SubjectHash, Status = ReviewStates.Open, Cause = item.Cause,
            CandidateCount = 1, Identity = item.Identity, Candidates = JsonSerializer.Serialize(new[] { candidates[0] with { LatinName = "LEE Kayan" } }),
        };
        await AddAsync(old);
        var changed = await LinkAsync(reviewer, old.Id, candidates[0].AccountId);
        Assert.Contains("CB6063", changed, StringComparison.Ordinal);

        await AddAsync(new Resident { Id = "somebody-else", CreatedAt = item.CreatedAt });
        await AddAsync(new HomeLink
        {
            Id = "held", ResidentId = "somebody-else", Home = Verification.Identity.VerifiedIdentityJson.Read(item.Identity).Value.Home, SubjectHash = "another subject",
            MainlandAccount = candidates[0].AccountId, AccountHash = Hash(candidates[0].AccountId), CreatedAt = item.CreatedAt,
        });
        Assert.Contains("CB6062", await LinkAsync(reviewer, item.Id, candidates[0].AccountId), StringComparison.Ordinal);
        Assert.DoesNotContain(await sandbox.RowsAsync<HomeLink>(), link => link.SubjectHash == item.SubjectHash);

        var none = await reviewer.PostAsync($"/console/reviews?id={item.Id}&handler=decide", ("step", "unmatched"), ("reason", Reason), ("version", "0"));
        Assert.Equal(System.Net.HttpStatusCode.Found, none.Status);
        var stopped = await SignInAsync("r3");
        Assert.Contains("CB7009", stopped.Page.Text, StringComparison.Ordinal);
        Assert.Contains(item.Id, stopped.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_nobody_ruled_out_is_a_new_case_though_another_one_was_ruled_out_before()
    {
        Assert.Contains("CB7002", (await SignInAsync("r5")).Page.Text, StringComparison.Ordinal);
        var item = (await sandbox.RowsAsync<ReviewItem>()).Single(row => row.Cause == LinkOutcomes.Mismatch);
        var another = JsonSerializer.Deserialize<List<DirectoryAccount>>(item.Candidates)!.ConvertAll(account => account with { AccountId = "GD440000009999" });
        await using (var scope = sandbox.HubServices.CreateAsyncScope())
        {
            var context = scope.ServiceProvider.GetRequiredService<HubDbContext>();
            var row = await context.Set<ReviewItem>().SingleAsync(row => row.Id == item.Id, Stop);
            row.Status = ReviewStates.Unmatched;
            context.Entry(row).Property(changed => changed.Candidates).CurrentValue = JsonSerializer.Serialize(another);
            await context.SaveChangesAsync(Stop);
        }

        Assert.Contains("CB7002", (await SignInAsync("r5")).Page.Text, StringComparison.Ordinal);
        var fresh = (await sandbox.RowsAsync<ReviewItem>()).Single(row => row.Cause == LinkOutcomes.Mismatch && row.Id != item.Id);
        Assert.Equal(ReviewStates.Open, fresh.Status);
    }

    private static async Task<string> LinkAsync(SandboxOfficer reviewer, string item, string account) =>
        (await reviewer.PostAsync($"/console/reviews?id={item}&handler=decide",
            ("step", "link:" + account), ("reason", Reason), ("version", "0"), ("originalSeen", "true"), ("code", await reviewer.FreshCodeAsync()))).Text;

    private string Hash(string account) => sandbox.HubServices.GetRequiredService<ILookupHasher>().Hash("mainland-account", account);

    private async Task AddAsync(object row)
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        context.Add(row);
        await context.SaveChangesAsync(Stop);
    }

    private async Task<SignInResult> SignInAsync(string resident)
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        return await client.SignInAsync(browser, resident);
    }
}
