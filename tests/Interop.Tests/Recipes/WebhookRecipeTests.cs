using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.RelyingParties;
using CrossBorder.Testing;
using CrossBorder.Verification.Crypto;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Interop.Tests.Recipes;

/// <summary>The receiver that docs/relying-parties.md shows runs as a process of its own, and is told by the hub's own channel.</summary>
public sealed class WebhookRecipeTests : IAsyncDisposable
{
    private static readonly byte[] Notice = Encoding.UTF8.GetBytes("""{"id":"n-1","event":"case.status-changed","caseNumber":"CB-1","status":"accepted"}""");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crossborder-webhook-");
    private readonly Uri address = new($"http://127.0.0.1:{FreePort()}/cases?of=hub");
    private readonly SoftwareSigningKey[] keys =
        [.. new[] { AlgorithmCatalogue.RS256, AlgorithmCatalogue.PS256, AlgorithmCatalogue.ES256, AlgorithmCatalogue.Sm2 }.Select(algorithm => SoftwareSigningKey.Generate(algorithm))];
    private Process? receiver;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_takes_what_the_hub_signs_with_each_algorithm_and_nothing_else_CB4043()
    {
        await StartAsync();
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddStatusChannel().BuildServiceProvider();
        var channel = services.GetRequiredService<IStatusChannel>();

        foreach (var key in keys)
        {
            var told = await channel.TellAsync(address, Notice, key, Stop);
            Assert.True(told.Succeeded, told.Succeeded ? "" : $"{key.Algorithm}: {told.Error}");
            Assert.Contains("CB-1", await LineAsync(), StringComparison.Ordinal);
        }

        using var stranger = SoftwareSigningKey.Generate(AlgorithmCatalogue.Sm2);
        Assert.Equal("CB4043", (await channel.TellAsync(address, Notice, stranger, Stop)).Error.Code);
        Assert.Equal("CB4043", (await channel.TellAsync(new Uri(address, "/elsewhere"), Notice, keys[0], Stop)).Error.Code);
    }

    [Fact]
    public async Task It_refuses_a_body_that_was_changed_on_its_way()
    {
        await StartAsync();
        foreach (var key in keys)
        {
            foreach (var (body, status) in new[] { (Notice, HttpStatusCode.NoContent), ([.. Notice[..^1], (byte)' ', (byte)'}'], HttpStatusCode.Unauthorized) })
            {
                await using var services = Damaging(body).BuildServiceProvider();
                var told = await services.GetRequiredService<IStatusChannel>().TellAsync(address, Notice, key, Stop);
                Assert.Equal(status == HttpStatusCode.NoContent, told.Succeeded);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (receiver is not null)
        {
            receiver.Kill(entireProcessTree: true);
            await receiver.WaitForExitAsync(CancellationToken.None);
            receiver.Dispose();
        }

        foreach (var key in keys)
            key.Dispose();
        folder.Delete(recursive: true);
    }

    private static ServiceCollection Damaging(byte[] body)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System).AddStatusChannel();
        services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new AnotherBody(body)));
        return services;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task StartAsync()
    {
        await NodePeers.RequireAsync();
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "node_modules"), Path.Combine(NodePeers.Folder, "node_modules"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "receiver.mjs"), Recipe.Under("### A receiver in Node", "js"), Stop);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "jwks.json"),
            $$"""{"keys":[{{string.Join(',', keys.Select(key => key.PublicKey.ToJwk(key.Algorithm)))}}]}""", Stop);
        receiver = Process.Start(new ProcessStartInfo("node", "receiver.mjs")
        {
            WorkingDirectory = folder.FullName, RedirectStandardOutput = true, Environment = { ["WEBHOOK"] = address.AbsoluteUri },
        })!;
        Assert.Equal("ready", await LineAsync());
    }

    private async Task<string?> LineAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(Waiting.Patience);
        var line = await receiver!.StandardOutput.ReadLineAsync(limit.Token);
        // Node prints an object over several lines once it is long.
        for (var open = line?.StartsWith('{') == true && !line.EndsWith('}'); open;)
        {
            var more = await receiver.StandardOutput.ReadLineAsync(limit.Token);
            line += more;
            open = more is not null && !more.EndsWith('}');
        }

        return line;
    }

    /// <summary>Somebody on the way who writes another body under the same headers.</summary>
    private sealed class AnotherBody(byte[] body) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var changed = new ByteArrayContent(body);
            foreach (var (name, values) in request.Content!.Headers.Where(header => header.Key != "Content-Length"))
                changed.Headers.TryAddWithoutValidation(name, values);
            request.Content = changed;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
