using System.Collections.Concurrent;
using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Shared;
using CrossBorder.Adapters.Witnesses.Folder;
using CrossBorder.Adapters.Witnesses.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CrossBorder.Adapters.Tests.Witnesses;

/// <summary>What every witness of the audit log does.</summary>
public abstract class WitnessContract
{
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal abstract IReadOnlyList<string> Kept { get; }

    internal abstract IAuditWitness Witness();

    internal abstract IAuditWitness Unreachable();

    [Fact]
    public async Task Checkpoints_are_kept_in_the_order_of_their_sizes()
    {
        foreach (var size in new[] { 3L, 20, 100 })
            Assert.True((await Witness().HandOverAsync(new WitnessedCheckpoint(size, "hub", $"checkpoint-{size}"), Stop)).Succeeded);
        Assert.Equal(["checkpoint-3", "checkpoint-20", "checkpoint-100"], Kept);
    }

    [Fact]
    public async Task The_same_checkpoint_may_come_twice()
    {
        var checkpoint = new WitnessedCheckpoint(3, "hub", "checkpoint-3");
        Assert.True((await Witness().HandOverAsync(checkpoint, Stop)).Succeeded);
        Assert.True((await Witness().HandOverAsync(checkpoint, Stop)).Succeeded);
    }

    [Fact]
    public async Task One_that_cannot_be_reached_is_CB4024() =>
        Assert.Equal("CB4024", (await Unreachable().HandOverAsync(new WitnessedCheckpoint(3, "hub", "checkpoint-3"), Stop)).Error.Code);
}

public sealed class FolderWitnessTests : WitnessContract, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crossborder-witness-");

    internal override IReadOnlyList<string> Kept =>
        [.. Directory.EnumerateFiles(folder.FullName).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    internal override IAuditWitness Witness() => new FolderWitness("folder", folder.FullName);

    internal override IAuditWitness Unreachable() => new FolderWitness("folder", Path.Combine(folder.FullName, "unmounted"));

    [Fact]
    public async Task Another_checkpoint_of_the_same_size_is_CB4025_and_the_first_stays()
    {
        await Witness().HandOverAsync(new WitnessedCheckpoint(3, "hub", "the-first"), Stop);
        Assert.Equal("CB4025", (await Witness().HandOverAsync(new WitnessedCheckpoint(3, "hub", "the-second"), Stop)).Error.Code);
        Assert.Equal(["the-first"], Kept);
    }

    [Fact]
    public async Task Two_keys_sign_two_files_and_no_name_of_a_key_leaves_the_folder()
    {
        await Witness().HandOverAsync(new WitnessedCheckpoint(3, "../../hub", "one"), Stop);
        await Witness().HandOverAsync(new WitnessedCheckpoint(3, "other", "two"), Stop);
        Assert.Equal(2, Kept.Count);
    }

    public void Dispose() => folder.Delete(recursive: true);
}

public sealed class HttpWitnessTests : WitnessContract, IAsyncLifetime
{
    private readonly ConcurrentQueue<string> kept = new();
    private WebApplication receiver = null!;
    private ServiceProvider services = null!;

    internal override IReadOnlyList<string> Kept => [.. kept];

    internal override IAuditWitness Witness() => At(Address + "/witness");

    internal override IAuditWitness Unreachable() => At("http://127.0.0.1:1/witness");

    private string Address => receiver.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    [Fact]
    public async Task What_the_witness_answers_comes_back() =>
        Assert.Equal("countersigned", (await Witness().HandOverAsync(new WitnessedCheckpoint(3, "hub", "checkpoint-3"), Stop)).Value);

    [Fact]
    public async Task One_that_says_no_is_CB4025() =>
        Assert.Equal("CB4025", (await At(Address + "/nowhere").HandOverAsync(new WitnessedCheckpoint(3, "hub", "checkpoint-3"), Stop)).Error.Code);

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        receiver = builder.Build();
        receiver.Urls.Add("http://127.0.0.1:0");
        receiver.MapPost("/witness", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            kept.Enqueue(await reader.ReadToEndAsync());
            return Results.Text("countersigned");
        });
        await receiver.StartAsync(Stop);
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddPartnerClient(HttpWitness.Client);
        services = collection.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await receiver.DisposeAsync();
    }

    private HttpWitness At(string address) => new("http", new Uri(address), services.GetRequiredService<IHttpClientFactory>());
}
