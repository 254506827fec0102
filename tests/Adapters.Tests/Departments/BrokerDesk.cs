using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using CrossBorder.Adapters.Departments;
using CrossBorder.Adapters.Ports;
using CrossBorder.Testing;
using CrossBorder.Testing.Brokers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using Xunit;

namespace CrossBorder.Adapters.Tests.Departments;

/// <summary>A department behind a broker, and one or several hub nodes before it.</summary>
internal sealed class BrokerDesk : IDepartmentUnderTest, IReceiptDesk
{
    private const string Slug = "gd-hrss";
    private readonly ConcurrentQueue<string> received = new();
    private readonly Channel<string> receipts = System.Threading.Channels.Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource failed = new();
    private readonly RabbitMqServer server;
    private readonly DepartmentMood mood;
    private readonly List<ServiceProvider> nodes = [];
    private IConnection? connection;

    private BrokerDesk(RabbitMqServer server, DepartmentMood mood)
    {
        this.server = server;
        this.mood = mood;
    }

    public IDepartmentChannel Channel => nodes[0].GetRequiredService<IDepartmentChannel>();

    public IReadOnlyList<string> Received => [.. received];

    public bool StorageIsAway { get; set; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<BrokerDesk> OpenAsync(DepartmentMood mood = DepartmentMood.Answers, int nodes = 1)
    {
        var server = await RabbitMqServer.FindAsync();
        Assert.SkipWhen(server is null, RabbitMqServer.Missing);
        var desk = new BrokerDesk(server, mood);
        await desk.AnswerAsync();
        for (var node = 0; node < nodes; node++)
            await desk.StartHubAsync();
        return desk;
    }

    public async Task<string> ReceiptAsync() => await receipts.Reader.ReadAsync(Stop).AsTask().WaitAsync(Waiting.Patience, Stop);

    public async Task<string?> TryReceiptAsync(TimeSpan within)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(within);
        try
        {
            return await receipts.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!Stop.IsCancellationRequested)
        {
            return null;
        }
    }

    public Task FailedOnceAsync() => failed.Task.WaitAsync(Waiting.Patience, Stop);

    public async Task TakeAsync(string department, string compact, CancellationToken cancellationToken)
    {
        if (StorageIsAway)
        {
            failed.TrySetResult();
            throw new InvalidOperationException("The database is away.");
        }

        Assert.Equal(Slug, department);
        await receipts.Writer.WriteAsync(compact, cancellationToken);
    }

    public async Task RestartHubAsync()
    {
        await StopHubAsync();
        await StartHubAsync();
    }

    public async Task DeleteQueueAsync(bool receipts = false)
    {
        await using var channel = await connection!.CreateChannelAsync(cancellationToken: Stop);
        await channel.QueueDeleteAsync($"crossborder.{Slug}.{(receipts ? "receipts" : "applications")}", ifUnused: false, ifEmpty: false, cancellationToken: Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await StopHubAsync();
        await DeleteQueueAsync();
        await DeleteQueueAsync(receipts: true);
        await connection!.DisposeAsync();
    }

    /// <summary>What a department does: takes envelopes off its queue, and puts a receipt where the message says.</summary>
    private async Task AnswerAsync()
    {
        connection = await new ConnectionFactory { Uri = server.Address }.CreateConnectionAsync(Stop);
        var channel = await connection.CreateChannelAsync(cancellationToken: Stop);
        var quorum = new Dictionary<string, object?> { ["x-queue-type"] = "quorum" };
        await channel.QueueDeclareAsync($"crossborder.{Slug}.applications", durable: true, exclusive: false, autoDelete: false, quorum, cancellationToken: Stop);
        // A broker that has just started takes longer for its first queues than a hub waits.
        await channel.QueueDeclareAsync($"crossborder.{Slug}.receipts", durable: true, exclusive: false, autoDelete: false, quorum, cancellationToken: Stop);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, message) =>
        {
            Assert.Equal(("application/jose", "delivery-1", true), (message.BasicProperties.ContentType, message.BasicProperties.MessageId, message.BasicProperties.Persistent));
            received.Enqueue(Encoding.ASCII.GetString(message.Body.Span));
            await channel.BasicPublishAsync("", message.BasicProperties.ReplyTo!, "a.receipt.perhaps\n"u8.ToArray());
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false);
        };
        await channel.BasicConsumeAsync($"crossborder.{Slug}.applications", autoAck: false, consumer, Stop);
    }

    private async Task StartHubAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IReceiptDesk>(this);
        var settings = new Dictionary<string, string?>();
        foreach (var (slug, index) in new[] { Slug, IDepartmentUnderTest.Healthy }.Select((slug, index) => (slug, index)))
        {
            settings[$"Departments:{index}:Slug"] = slug;
            settings[$"Departments:{index}:Channel"] = "rabbitmq";
            settings[$"Departments:{index}:Address"] = slug == Slug && mood == DepartmentMood.Down ? "amqp://127.0.0.1:9/" : server.Address.AbsoluteUri;
            settings[$"Departments:{index}:CredentialsFile"] = server.CredentialsFile;
            settings[$"Departments:{index}:EnvelopeAlgorithm"] = "SGD_SM3_SM2";
            settings[$"Departments:{index}:ReceiptAlgorithms:0"] = "SGD_SM3_SM2";
        }

        services.AddDepartments(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        var node = services.BuildServiceProvider();
        nodes.Add(node);
        foreach (var hosted in node.GetServices<IHostedService>())
            await hosted.StartAsync(Stop);
    }

    private async Task StopHubAsync()
    {
        foreach (var node in nodes)
        {
            foreach (var hosted in node.GetServices<IHostedService>())
                await hosted.StopAsync(CancellationToken.None);
            await node.DisposeAsync();
        }

        nodes.Clear();
    }
}
