using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Storage.Grants;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using OpenIddict.EntityFrameworkCore.Models;
using Xunit;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.Tests.OpenIdConnect;

/// <summary>What stands in the database behind an answer of the protocol, and how clients are remembered; on either database.</summary>
public abstract class GrantTests(SandboxFixture sandbox)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_that_many_redeem_at_once_is_redeemed_by_one_and_the_others_leave_nothing()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var code = await CodeAsync(client);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.RedeemAsync(code)));

        var given = Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer != given), answer => Assert.Equal("invalid_grant", answer["error"]));
        var rows = await TokensBesideAsync(given.AccessToken);
        Assert.Single(rows, row => row.Type == TokenTypeIdentifiers.AccessToken);
        Assert.Single(rows, row => row.Type == TokenTypeIdentifiers.RefreshToken);
    }

    [Fact]
    public async Task Who_comes_while_another_redeems_the_code_is_told_so_and_leaves_it_as_it_was_CB2134()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var code = await CodeAsync(client);
        var codes = await ValidCodesAsync();
        var underWay = sandbox.HubServices.GetRequiredService<GrantsUnderWay>();
        Assert.True(underWay.TryBegin(codes));
        Assert.False(underWay.TryBegin(["another", .. codes]));

        var raced = await client.RedeemAsync(code);
        Assert.Equal((400, "invalid_grant"), (raced.Status, raced["error"]));
        Assert.StartsWith("CB2134", raced["error_description"], StringComparison.Ordinal);

        underWay.End(codes);
        Assert.True(underWay.TryBegin(["another"]));
        underWay.End(["another"]);
        Assert.Equal(200, (await client.RedeemAsync(code)).Status);
    }

    [Fact]
    public async Task Behind_the_tokens_stand_the_code_that_was_redeemed_the_client_and_one_authorization()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshangtong");
        var tokens = await client.RedeemAsync(await CodeAsync(client));
        Assert.Equal(200, (await client.RefreshAsync(tokens.RefreshToken)).Status);

        var rows = await TokensBesideAsync(tokens.AccessToken);

        var code = Assert.Single(rows, row => row.Type == TokenTypeIdentifiers.Private.AuthorizationCode);
        Assert.Equal(Statuses.Redeemed, code.Status);
        Assert.NotNull(code.RedemptionDate);
        Assert.NotNull(code.ReferenceId);
        Assert.Equal([Statuses.Redeemed, Statuses.Valid],
            rows.Where(row => row.Type == TokenTypeIdentifiers.RefreshToken).Select(row => row.Status!).Order(StringComparer.Ordinal));
        Assert.Equal(2, rows.Count(row => row.Type == TokenTypeIdentifiers.AccessToken));
        Assert.All(rows, row => Assert.Equal("yueshangtong", row.Application!.ClientId));
        Assert.All(rows, row => Assert.Equal(TokenAnswer.Payload(tokens.AccessToken).GetProperty("sub").GetString(), row.Subject));
    }

    [Fact]
    public async Task A_refresh_token_that_many_use_at_once_is_used_by_one_and_the_others_leave_nothing()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var tokens = await client.RedeemAsync(await CodeAsync(client));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.RefreshAsync(tokens.RefreshToken)));

        var given = Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer != given), answer => Assert.Equal("invalid_grant", answer["error"]));
        var rows = await TokensBesideAsync(tokens.AccessToken);
        Assert.Equal(2, rows.Count(row => row.Type == TokenTypeIdentifiers.AccessToken));
        Assert.Equal(2, rows.Count(row => row.Type == TokenTypeIdentifiers.RefreshToken));
    }

    [Fact]
    public async Task A_refresh_token_that_comes_again_leaves_no_token_of_its_line_valid()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var tokens = await client.RedeemAsync(await CodeAsync(client));
        var second = await client.RefreshAsync(tokens.RefreshToken);
        Assert.Contains(await TokensBesideAsync(second.AccessToken), row => row is { Type: TokenTypeIdentifiers.RefreshToken, Status: Statuses.Valid });

        Assert.Equal("invalid_grant", (await client.RefreshAsync(tokens.RefreshToken))["error"]);

        Assert.DoesNotContain(await TokensBesideAsync(second.AccessToken), row => row.Status == Statuses.Valid);
        Assert.Equal("invalid_grant", (await client.RefreshAsync(second.RefreshToken))["error"]);
        Assert.Equal(401, (await client.UserInfoAsync(second.AccessToken)).Status);
    }

    [Fact]
    public async Task A_token_that_its_client_revokes_is_marked_so_and_refused_from_then_on()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshangtong");
        var tokens = await client.RedeemAsync(await CodeAsync(client));
        Assert.Equal(200, (await client.UserInfoAsync(tokens.AccessToken)).Status);

        Assert.Equal(200, (await client.AskAsync("connect/revoke", ("token", tokens.AccessToken))).Status);

        var row = Assert.Single(await TokensBesideAsync(tokens.AccessToken), row => row.Type == TokenTypeIdentifiers.AccessToken);
        Assert.Equal(Statuses.Revoked, row.Status);
        Assert.Equal(401, (await client.UserInfoAsync(tokens.AccessToken)).Status);
    }

    [Fact]
    public async Task A_change_of_a_client_is_seen_at_once_and_one_that_was_not_stored_by_nobody()
    {
        await using var first = sandbox.HubServices.CreateAsyncScope();
        await using var second = sandbox.HubServices.CreateAsyncScope();
        await using var third = sandbox.HubServices.CreateAsyncScope();
        var (manager, client) = await FindAsync(first);
        await manager.PopulateAsync(client, new OpenIddictApplicationDescriptor { ClientId = "kiosk", DisplayName = "never stored" }, Stop);

        var (another, untouched) = await FindAsync(second);
        Assert.NotEqual("never stored", await another.GetDisplayNameAsync(untouched, Stop));

        var descriptor = new OpenIddictApplicationDescriptor();
        await another.PopulateAsync(descriptor, untouched, Stop);
        descriptor.DisplayName = "stored";
        await another.UpdateAsync(untouched, descriptor, Stop);

        var (last, changed) = await FindAsync(third);
        Assert.Equal("stored", await last.GetDisplayNameAsync(changed, Stop));
    }

    private static async Task<(IOpenIddictApplicationManager Manager, object Client)> FindAsync(AsyncServiceScope scope)
    {
        var manager = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        return (manager, (await manager.FindByClientIdAsync("kiosk", Stop))!);
    }

    /// <summary>All rows of the authorization that an access token came of.</summary>
    private async Task<List<OpenIddictEntityFrameworkCoreToken>> TokensBesideAsync(string accessToken)
    {
        var id = TokenAnswer.Payload(accessToken).GetProperty("jti").GetString();
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        var tokens = scope.ServiceProvider.GetRequiredService<HubDbContext>().Set<OpenIddictEntityFrameworkCoreToken>().AsNoTracking();
        return await tokens.Include(row => row.Application)
            .Where(row => row.Authorization!.Id == tokens.Where(own => own.Id == id).Select(own => own.Authorization!.Id).FirstOrDefault())
            .ToListAsync(Stop);
    }

    private async Task<List<string>> ValidCodesAsync()
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HubDbContext>().Set<OpenIddictEntityFrameworkCoreToken>()
            .Where(row => row.Type == TokenTypeIdentifiers.Private.AuthorizationCode && row.Status == Statuses.Valid).Select(row => row.Id!).ToListAsync(Stop);
    }

    private static async Task<string> CodeAsync(RelyingPartyClient client)
    {
        using var browser = SandboxFixture.NewBrowser();
        return (await client.SignInAsync(browser, "r1")).Code!;
    }
}
