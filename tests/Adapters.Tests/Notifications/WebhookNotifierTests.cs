using System.Collections.Concurrent;
using System.Text.Json;
using CrossBorder.Adapters.Notifications;
using CrossBorder.Adapters.Notifications.Webhook;
using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Shared;
using CrossBorder.Verification.Crypto;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CrossBorder.Adapters.Tests.Notifications;

/// <summary>Signed messages, against a receiver that really listens.</summary>
public sealed class WebhookNotifierTests : NotifierContract, IAsyncLifetime
{
    private readonly ConcurrentQueue<(string? Type, string Body)> posts = new();
    private readonly SoftwareSigningKey key = SoftwareSigningKey.Generate(AlgorithmCatalogue.ES256, "hub-es");
    private WebApplication receiver = null!;
    private ServiceProvider services = null!;
    private int status = 202;

    internal override IReadOnlyList<string> Received => [.. posts.Select(post => Read(post.Body).GetProperty("text").GetProperty("en").GetString()!)];

    private string Address => receiver.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    internal override INotifier Notifier() => At(Address + "/alerts");

    internal override INotifier Unreachable() => At("http://127.0.0.1:1/alerts");

    internal override void Refuse() => status = 403;

    [Fact]
    public async Task The_message_is_signed_by_the_hub_and_says_what_it_is()
    {
        await Notifier().SendAsync(Notice, Stop);

        var (type, body) = Assert.Single(posts);
        Assert.Equal("application/jose", type);
        var signed = SignedContent.Verify(body, new SignedContentPolicy { Type = WebhookNotifier.Type, Algorithms = ["ES256"], RegisteredKeys = [key.PublicKey] });
        Assert.True(signed.Succeeded, signed.Succeeded ? "" : signed.Error.ToString());
        var payload = Read(body);
        Assert.Equal("CertificateEnds", payload.GetProperty("kind").GetString());
        Assert.Equal("critical", payload.GetProperty("severity").GetString());
        Assert.Equal("raised", payload.GetProperty("event").GetString());
        Assert.Equal("0192f", payload.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_receiver_that_sends_elsewhere_is_not_followed()
    {
        Assert.Equal("CB4023", (await At(Address + "/elsewhere").SendAsync(Notice, Stop)).Error.Code);
        Assert.Empty(posts);
    }

    [Fact]
    public async Task Without_its_key_nothing_is_sent()
    {
        var keyless = new WebhookNotifier(
            new WebhookOptions { Name = "soc", Address = Address + "/alerts", SigningKey = "another" }, services.GetRequiredService<IHttpClientFactory>(), new Keys(key), TimeProvider.System);
        Assert.Equal("CB4023", (await keyless.SendAsync(Notice, Stop)).Error.Code);
        Assert.Empty(posts);
    }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        receiver = builder.Build();
        receiver.Urls.Add("http://127.0.0.1:0");
        receiver.MapPost("/alerts", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            posts.Enqueue((request.ContentType, await reader.ReadToEndAsync()));
            return Results.Text("somebody", statusCode: status);
        });
        receiver.MapPost("/elsewhere", () => Results.Redirect("/alerts", preserveMethod: true));
        await receiver.StartAsync(Stop);

        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddPartnerClient(WebhookNotifier.Client);
        services = collection.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await receiver.DisposeAsync();
        key.Dispose();
    }

    private WebhookNotifier At(string address) => new(
        new WebhookOptions { Name = "soc", Address = address, SigningKey = "hub-es" }, services.GetRequiredService<IHttpClientFactory>(), new Keys(key), TimeProvider.System);

    private static JsonElement Read(string compact) => JsonSerializer.Deserialize<JsonElement>(System.Buffers.Text.Base64Url.DecodeFromChars(compact.Split('.')[1]));

    private sealed class Keys(ISigningKey key) : IPartnerKeys
    {
        public ISigningKey? Find(string keyId) => keyId == key.KeyId ? key : null;
    }
}
