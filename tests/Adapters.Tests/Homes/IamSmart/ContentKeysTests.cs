using System.Security.Cryptography;
using CrossBorder.Adapters.Homes.IamSmart;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CrossBorder.Adapters.Tests.Homes.IamSmart;

/// <summary>How long a content key is kept, against a listener that gives keys.</summary>
public sealed class ContentKeysTests : IAsyncLifetime
{
    private const int LifetimeInSeconds = 600;

    private readonly ServiceFiles files = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly ServiceProvider services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
    private WebApplication giver = null!;
    private int given;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(await File.ReadAllTextAsync(files.KeyFile));
        var publicKey = RSA.Create(rsa.ExportParameters(includePrivateParameters: false));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        giver = builder.Build();
        giver.MapPost("/api/v1/security/getKey", () =>
        {
            Interlocked.Increment(ref given);
            var key = publicKey.Encrypt(RandomNumberGenerator.GetBytes(32), RSAEncryptionPadding.OaepSHA256);
            return Results.Json(new { code = "D00000", content = new { secretKey = Convert.ToBase64String(key), issueAt = 0, expiresIn = LifetimeInSeconds } });
        });
        await giver.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await giver.DisposeAsync();
        await services.DisposeAsync();
        files.Dispose();
    }

    [Fact]
    public async Task A_key_is_kept_until_half_a_minute_before_it_is_over()
    {
        using var held = Keys(giver.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");
        var first = (await held.Keys.CurrentAsync(null, Stop)).Value;
        clock.Advance(TimeSpan.FromSeconds(LifetimeInSeconds - 31));
        Assert.Same(first, (await held.Keys.CurrentAsync(null, Stop)).Value);
        Assert.Equal(1, given);

        clock.Advance(TimeSpan.FromSeconds(2));
        var second = (await held.Keys.CurrentAsync(null, Stop)).Value;
        Assert.NotSame(first, second);
        Assert.Equal(2, given);

        // Said to be over: whoever says so of the first key meanwhile is given the second.
        Assert.Same(second, (await held.Keys.CurrentAsync(first, Stop)).Value);
        Assert.NotSame(second, (await held.Keys.CurrentAsync(second, Stop)).Value);
        Assert.Equal(3, given);
    }

    [Fact]
    public async Task Where_nobody_answers_it_is_CB4002()
    {
        using var held = Keys("http://127.0.0.1:1/");
        Assert.Equal("CB4002", (await held.Keys.CurrentAsync(null, Stop)).Error.Code);
    }

    private Held Keys(string address)
    {
        var settings = files.Options();
        settings.BaseAddress = address;
        settings.Profile.KeyLifetimeUnit = "seconds";
        var options = Options.Create(settings);
        var secrets = new IamSmartSecrets(options);
        var wire = new IamSmartWire(services.GetRequiredService<IHttpClientFactory>(), options);
        return new Held(new ContentKeys(wire, new KeyUnwrapping(secrets, options), options, clock), secrets);
    }

    private sealed record Held(ContentKeys Keys, IamSmartSecrets Secrets) : IDisposable
    {
        public void Dispose()
        {
            Keys.Dispose();
            Secrets.Dispose();
        }
    }
}
