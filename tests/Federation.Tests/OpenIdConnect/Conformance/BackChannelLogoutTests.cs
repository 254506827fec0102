using System.Text.Json;
using CrossBorder.Federation.Notices;
using CrossBorder.Federation.OpenIdConnect.Logout;
using CrossBorder.Federation.Storage;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Testing.Databases;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Conformance;

/// <summary>Plan Back-channel logout, on either database.</summary>
public abstract class BackChannelLogoutTests : IAsyncLifetime
{
    private readonly SandboxFixture sandbox = new();
    private readonly Dictionary<string, string> settings = [];
    private LogoutListener rsa = null!;
    private LogoutListener shangMi = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract Task<string?> DatabaseAsync();

    public async ValueTask InitializeAsync()
    {
        rsa = await LogoutListener.StartAsync();
        shangMi = await LogoutListener.StartAsync();
        settings["RelyingParties:0:BackchannelLogoutUri"] = rsa.Address;
        settings["RelyingParties:1:BackchannelLogoutUri"] = shangMi.Address;
        settings["BackChannelLogout:PollEvery"] = "00:00:00.200";
        settings["BackChannelLogout:LongestDelay"] = "00:00:02";
        await sandbox.StartAsync(await DatabaseAsync(), settings);
    }

    public async ValueTask DisposeAsync()
    {
        await sandbox.DisposeAsync();
        await rsa.DisposeAsync();
        await shangMi.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    [Trait(Module.Trait, "oidcc-backchannel-rp-initiated-logout")]
    public async Task Each_relying_party_of_the_sign_in_gets_one_logout_token_signed_as_its_id_tokens_are()
    {
        using var browser = SandboxFixture.NewBrowser();
        var first = await SignInAsync(browser, "yueshengshi");
        var second = await SignInAsync(browser, "yueshangtong");
        await SignInAsync(browser, "public-rp");

        var page = await browser.GoAsync(Logout(first.IdToken), Stop);
        var keys = await KeysAsync();
        await UntilAsync(async () => (await NoticesAsync()).All(notice => notice.Status != NoticeStatus.Waiting));

        Check(rsa.Tokens.Last(), first, "yueshengshi", "RS256", keys);
        Check(shangMi.Tokens.Last(), second, "yueshangtong", "SGD_SM3_SM2", keys);
        Assert.Equal(
            [(NoticeStatus.NotOffered, "public-rp"), (NoticeStatus.Confirmed, "yueshangtong"), (NoticeStatus.Confirmed, "yueshengshi")],
            (await NoticesAsync()).OrderBy(notice => notice.ClientId, StringComparer.Ordinal).Select(notice => (notice.Status, notice.ClientId)));
        var shown = await browser.GoAsync(new Uri(page.Address, page.Address.AbsolutePath + "?lang=en"), Stop);
        Assert.Contains("2 of 3 services confirmed", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relying_party_that_does_not_answer_or_does_not_confirm_is_told_again_with_a_fresh_token_and_a_restart_loses_none()
    {
        using var browser = SandboxFixture.NewBrowser();
        var tokens = await SignInAsync(browser, "yueshengshi");
        await SignInAsync(browser, "yueshangtong");
        rsa.Answer = 503;
        shangMi.Answer = 400;
        var page = await browser.GoAsync(Logout(tokens.IdToken), Stop);
        await UntilAsync(() => Task.FromResult(rsa.Tokens.Count >= 2 && shangMi.Tokens.Count >= 2));
        await UntilAsync(async () => (await NoticesAsync()).All(notice => notice.LastFault is not null));
        Assert.Equal(["CB4040", "CB4041"], (await NoticesAsync()).Select(notice => notice.LastFault).Order(StringComparer.Ordinal));
        Assert.Contains("0 of 2 services confirmed", (await browser.GoAsync(new Uri(page.Address, page.Address.AbsolutePath + "?lang=en"), Stop)).Text, StringComparison.Ordinal);

        await sandbox.World.StopHubAsync(Stop);
        var before = rsa.Tokens.Count;
        rsa.Answer = 204;
        shangMi.Answer = 200;
        await sandbox.World.StartHubAsync(Stop);

        await UntilAsync(async () => (await NoticesAsync()).All(notice => notice.Status == NoticeStatus.Confirmed));
        Assert.True(rsa.Tokens.Count > before);
        Assert.Equal(rsa.Tokens.Count, rsa.Tokens.Select(token => TokenAnswer.Payload(token).GetProperty("jti").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task The_same_resident_signing_in_anew_ends_nothing_elsewhere_and_another_resident_does()
    {
        using var browser = SandboxFixture.NewBrowser();
        await SignInAsync(browser, "yueshengshi", "r1");
        var other = await SignInAsync(browser, "yueshangtong", "r1");
        await AgainAsync(browser, "r1");
        Assert.Empty(await NoticesAsync());
        // The one that took no part in it goes on, and hears of the end of what followed.
        using var party = new RelyingPartyClient(sandbox.Ports, "yueshangtong");
        Assert.Equal(200, (await party.UserInfoAsync(other.AccessToken)).Status);

        await AgainAsync(browser, "r2");
        await UntilAsync(() => Task.FromResult(!rsa.Tokens.IsEmpty && !shangMi.Tokens.IsEmpty));
        Check(shangMi.Tokens.Last(), other, "yueshangtong", "SGD_SM3_SM2", await KeysAsync());
    }

    private async Task AgainAsync(ResidentBrowser browser, string resident)
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var page = await browser.GoAsync(client.AuthorizeAddress(("prompt", "login"), ("login_hint", resident)), Stop);
        if (!page.Stopped)
            page = await browser.SubmitAsync(page.Forms[0], new Dictionary<string, string> { ["resident"] = resident }, cancellationToken: Stop);
        while (!page.Stopped && page.Forms is [var form, ..])
            page = await browser.SubmitAsync(form, cancellationToken: Stop);
        Assert.NotNull(page.Parameter("code"));
    }

    private void Check(string token, TokenAnswer signIn, string client, string algorithm, IReadOnlyList<VerificationKey> keys)
    {
        var verified = SignedContent.Verify(token, new SignedContentPolicy { Type = "logout+jwt", Algorithms = [algorithm], RegisteredKeys = keys });
        Assert.True(verified.Succeeded, verified.Succeeded ? "" : verified.Error.ToString());
        var claims = TokenAnswer.Payload(token);
        var mine = TokenAnswer.Payload(signIn.IdToken);
        Assert.Equal(sandbox.Ports.HubAddress.AbsoluteUri, claims.GetProperty("iss").GetString());
        Assert.Equal(client, claims.GetProperty("aud").GetString());
        Assert.Equal(mine.GetProperty("sub").GetString(), claims.GetProperty("sub").GetString());
        Assert.Equal(mine.GetProperty("sid").GetString(), claims.GetProperty("sid").GetString());
        Assert.Equal("{}", claims.GetProperty("events").GetProperty("http://schemas.openid.net/event/backchannel-logout").GetRawText());
        Assert.InRange(claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64(), 1, 120);
        Assert.NotEmpty(claims.GetProperty("jti").GetString()!);
        Assert.False(claims.TryGetProperty("nonce", out _));
    }

    private async Task<TokenAnswer> SignInAsync(ResidentBrowser browser, string client, string resident = "r1")
    {
        using var party = new RelyingPartyClient(sandbox.Ports, client)
        {
            Scope = "openid profile", Secret = client == "public-rp" ? null : "sandbox-" + client,
        };
        return await party.RedeemAsync((await party.SignInAsync(browser, resident)).Code);
    }

    private async Task<IReadOnlyList<VerificationKey>> KeysAsync()
    {
        using var http = sandbox.NewHubClient();
        using var document = JsonDocument.Parse(await http.GetStringAsync(".well-known/jwks", Stop));
        return [.. document.RootElement.GetProperty("keys").EnumerateArray().Select(key => VerificationKey.FromJwk(key.GetRawText()).Value)];
    }

    private async Task<List<LogoutNotice>> NoticesAsync()
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HubDbContext>().Set<LogoutNotice>().AsNoTracking().ToListAsync(Stop);
    }

    private Uri Logout(string idToken) => new(QueryHelpers.AddQueryString(new Uri(sandbox.Ports.HubAddress, "connect/logout").AbsoluteUri, "id_token_hint", idToken));

    private static Task UntilAsync(Func<Task<bool>> holds) => Waiting.UntilAsync(holds, "what was to be told is told", Stop);
}

public sealed class BackChannelLogoutOnSqliteTests : BackChannelLogoutTests
{
    protected override Task<string?> DatabaseAsync() => Task.FromResult<string?>(null);
}

public sealed class BackChannelLogoutOnPostgreSqlTests : BackChannelLogoutTests
{
    protected override async Task<string?> DatabaseAsync()
    {
        var server = await PostgreSqlServer.FindAsync();
        Assert.SkipWhen(server is null, PostgreSqlServer.Missing);
        return await server.CreateDatabaseAsync();
    }
}
