using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto.IdentityModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect;

/// <summary>The whole cycle of a key on a hub that runs, as relying parties meet it.</summary>
public sealed class KeyRotationTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>One takes the stock manager of configurations, the other our one line for SM2. Both fetch once a day.</summary>
    [Theory]
    [InlineData("yueshengshi", "RS256", "hub-rs256")]
    [InlineData("yueshangtong", "SGD_SM3_SM2", "hub-sm2")]
    public async Task Tokens_hold_through_the_whole_cycle_for_a_client_that_caches_the_key_set_for_a_day(string clientId, string algorithm, string first)
    {
        var cached = await FetchAsync(algorithm);
        var old = await SignInAsync(clientId);
        await HoldsAsync(old.IdToken, cached, clientId);
        Assert.Equal(first, KeyIdOf(old));

        // Created and announced: nobody signs with it yet.
        cached = await PassAsync(76, algorithm);
        var next = await AnnouncedAsync(algorithm);
        await HoldsAsync((await SignInAsync(clientId)).IdToken, cached, clientId);
        Assert.Contains(next, (await FetchAsync(algorithm)).SigningKeys.Select(key => key.KeyId));

        // Active: who fetched it a day ago has it. What the old key signed holds on, everywhere.
        old = await SignInAsync(clientId);
        Assert.Equal(first, KeyIdOf(old));
        cached = await PassAsync(14, algorithm);
        var young = await SignInAsync(clientId);
        Assert.Equal(next, KeyIdOf(young));
        await HoldsAsync(young.IdToken, cached, clientId);
        await HoldsAsync(old.IdToken, cached, clientId);
        using var client = Client(clientId);
        Assert.Equal(200, (await client.UserInfoAsync(old.AccessToken)).Status);
        Assert.Equal(200, (await client.GetAsync("api/applications", old.AccessToken)).Status);
        Assert.Equal("True", (await client.AskAsync("connect/introspect", ("token", old.AccessToken)))["active"]);

        // Nobody but this client is behind; it lags until it shows that it has the new key.
        await PassAsync(14, algorithm);
        Assert.Contains(await KeysAsync(), key => key.Id == first && key.State == KeyState.Retiring);
        Assert.Equal(200, (await client.UserInfoAsync(young.AccessToken)).Status);
        await PassAsync(1, algorithm);
        Assert.DoesNotContain((await FetchAsync(algorithm)).SigningKeys, key => key.KeyId == first);
        Assert.Equal(200, (await client.UserInfoAsync(young.AccessToken)).Status);
        Assert.Equal(401, (await client.UserInfoAsync(old.AccessToken)).Status);
        Assert.Equal(401, (await client.GetAsync("api/applications", old.AccessToken)).Status);
        Assert.NotEqual("True", (await client.AskAsync("connect/introspect", ("token", old.AccessToken)))["active"]);

        // A sign-in outlives the keys: its refresh token was never signed with one of them.
        Assert.Equal(200, (await client.RefreshAsync(old.RefreshToken)).Status);
    }

    [Fact]
    public async Task A_compromised_key_is_refused_within_a_second_or_two_and_sign_in_goes_on()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "public-rp") { Secret = null, Scope = "openid profile" };
        var tokens = await SignInAsync(client);
        Assert.Equal(200, (await client.UserInfoAsync(tokens.AccessToken)).Status);

        await using (var scope = sandbox.HubServices.CreateAsyncScope())
        {
            var revoked = await scope.ServiceProvider.GetRequiredService<OfficerKeys>()
                .RevokeNowAsync(KeyIdOf(tokens), "Its file was found on another machine", "officer-a", Stop);
            Assert.True(revoked.Succeeded);
        }

        // The hub's own look finds it; nobody starts anything again.
        await Waiting.UntilAsync(async () => (await client.UserInfoAsync(tokens.AccessToken)).Status == 401, "the revoked key's token is refused", Stop);
        using var again = new RelyingPartyClient(sandbox.Ports, "public-rp") { Secret = null, Scope = "openid profile" };
        var fresh = await SignInAsync(again);
        Assert.NotEqual(KeyIdOf(tokens), KeyIdOf(fresh));
        Assert.Equal("ES256", TokenAnswer.Header(fresh.IdToken).GetProperty("alg").GetString());
        await HoldsAsync(fresh.IdToken, await FetchAsync("ES256"), "public-rp");
        Assert.Equal(200, (await again.UserInfoAsync(fresh.AccessToken)).Status);
    }

    [Fact]
    public async Task A_client_that_names_itself_is_led_to_the_key_set_under_its_name_and_a_made_up_name_is_not_noted()
    {
        using var client = Client("kiosk");
        var metadata = await client.GetAsync(".well-known/openid-configuration?client_id=kiosk", null);
        Assert.EndsWith("/.well-known/jwks?client_id=kiosk", metadata["jwks_uri"], StringComparison.Ordinal);
        Assert.Equal(200, (await client.GetAsync(".well-known/jwks?client_id=kiosk", null)).Status);
        Assert.Equal(200, (await client.GetAsync(".well-known/jwks?client_id=nobody-at-all", null)).Status);
        await LookAsync();

        var evidence = await sandbox.RowsAsync<KeyEvidence>();
        Assert.Contains(evidence, entry => entry.ClientId == "kiosk" && entry.Kind == EvidenceKind.Named);
        Assert.DoesNotContain(evidence, entry => entry.ClientId == "nobody-at-all");
    }

    private RelyingPartyClient Client(string clientId) => new(sandbox.Ports, clientId);

    private async Task<TokenAnswer> SignInAsync(string clientId)
    {
        using var client = Client(clientId);
        return await SignInAsync(client);
    }

    private static async Task<TokenAnswer> SignInAsync(RelyingPartyClient client)
    {
        using var browser = SandboxFixture.NewBrowser();
        return await client.RedeemAsync((await client.SignInAsync(browser, "r1")).Code);
    }

    private static string KeyIdOf(TokenAnswer tokens) => TokenAnswer.Header(tokens.IdToken).GetProperty("kid").GetString()!;

    private async Task<OpenIdConnectConfiguration> FetchAsync(string algorithm)
    {
        var address = new Uri(sandbox.Ports.HubAddress, ".well-known/openid-configuration").AbsoluteUri;
        var parameters = new TokenValidationParameters();
        return algorithm == "SGD_SM3_SM2"
            ? await ShangMi.Accept(address, parameters, requireHttps: false).GetConfigurationAsync(Stop)
            : await new ConfigurationManager<OpenIdConnectConfiguration>(address, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever { RequireHttps = false })
                .GetConfigurationAsync(Stop);
    }

    private async Task HoldsAsync(string token, OpenIdConnectConfiguration cached, string clientId)
    {
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = sandbox.Ports.HubAddress.AbsoluteUri,
            ValidAudience = clientId,
            IssuerSigningKeys = cached.SigningKeys,
            CryptoProviderFactory = SecurityKeys.ShangMiFactory,
        });
        Assert.True(result.IsValid, result.Exception?.Message);
    }

    /// <summary>Days pass, and the client fetches the key set once a day: what is given back is what it has at the end of the last day.</summary>
    private async Task<OpenIdConnectConfiguration> PassAsync(int days, string algorithm)
    {
        await ShiftAsync(TimeSpan.FromDays(days - 1), algorithm);
        var cached = await FetchAsync(algorithm);
        await ShiftAsync(TimeSpan.FromDays(1), algorithm);
        return cached;
    }

    // The clock of the hub stays; what is stored grows older.
    private async Task ShiftAsync(TimeSpan time, string algorithm)
    {
        await LookAsync();
        await Waiting.UntilAsync(() => TryShiftAsync(time, algorithm), "what is stored grows older", Stop);
        await LookAsync();
    }

    /// <returns>False where the hub's own worker moved a key meanwhile.</returns>
    private async Task<bool> TryShiftAsync(TimeSpan time, string algorithm)
    {
        await using (var scope = sandbox.HubServices.CreateAsyncScope())
        {
            var context = scope.ServiceProvider.GetRequiredService<HubDbContext>();
            var keys = await context.Set<ManagedKey>().Where(key => key.Use == KeyUses.Tokens && key.Algorithm == algorithm).ToListAsync(Stop);
            foreach (var property in keys.SelectMany(key => context.Entry(key).Properties))
                if (property.CurrentValue is DateTimeOffset moment)
                    property.CurrentValue = moment - time;
            var epoch = await context.Set<KeyEpoch>().SingleAsync(Stop);
            epoch.Number++;
            try
            {
                await context.SaveChangesAsync(Stop);
                return true;
            }
            catch (DbUpdateConcurrencyException)
            {
                return false;
            }
        }
    }

    // The hub's own worker may be in the middle of the same step: then the look of the test leaves it to it.
    private async Task<string> AnnouncedAsync(string algorithm) => (await Waiting.UntilAsync(async () =>
    {
        await LookAsync();
        return (await KeysAsync()).SingleOrDefault(key => key.Algorithm == algorithm && key.State == KeyState.Announced);
    }, announced => announced is not null, "a successor is announced", Stop))!.Id;

    // Where the hub's own worker was faster, the first look does nothing; the second takes over what it did.
    private async Task LookAsync()
    {
        var watch = sandbox.HubServices.GetRequiredService<KeyWatch>();
        await watch.LookAsync(Stop);
        await watch.LookAsync(Stop);
    }

    private async Task<IReadOnlyList<ManagedKey>> KeysAsync() => [.. (await sandbox.RowsAsync<ManagedKey>()).Where(key => key.Use == KeyUses.Tokens)];
}
