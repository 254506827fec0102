using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace CrossBorder.Federation.Tests.Applications.Faults;

/// <summary>
/// How a department behind a broker takes its envelopes: off its queue, into its own software, and the receipt onto the queue back; only then is
/// the envelope off the queue. Whatever breaks on the way, it begins again.
/// </summary>
internal sealed class BrokeredDepartment : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private readonly CancellationTokenSource over = new();
    private readonly HttpClient software = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly string slug;
    private readonly int broker;
    private readonly Uri address;
    private readonly Task working;

    /// <param name="slug">Of the department.</param>
    /// <param name="broker">Port of the broker, or of the line there.</param>
    /// <param name="address">Where its software takes envelopes.</param>
    public BrokeredDepartment(string slug, int broker, Uri address)
    {
        (this.slug, this.broker, this.address) = (slug, broker, address);
        working = Task.Run(WorkAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await working;
        software.Dispose();
        over.Dispose();
    }

    private async Task WorkAsync()
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                await ConsumeAsync();
            }
            catch (Exception fault) when (fault is OperationCanceledException or RabbitMQClientException or IOException or TimeoutException or HttpRequestException)
            {
                // That is what the run is for.
            }

            await Task.Delay(Pause, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Until the connection breaks.</summary>
    private async Task ConsumeAsync()
    {
        var factory = new ConnectionFactory
        {
            Uri = new Uri($"amqp://guest:guest@127.0.0.1:{broker}/"), AutomaticRecoveryEnabled = false,
            RequestedConnectionTimeout = TimeSpan.FromSeconds(5), ContinuationTimeout = TimeSpan.FromSeconds(5),
        };
        await using var connection = await factory.CreateConnectionAsync(over.Token);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), over.Token);
        var quorum = new Dictionary<string, object?> { ["x-queue-type"] = "quorum" };
        foreach (var queue in new[] { Queue("applications"), Queue("receipts") })
            await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, quorum, cancellationToken: over.Token);
        await channel.BasicQosAsync(0, 8, global: false, over.Token);
        var broken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        channel.ChannelShutdownAsync += (_, _) => { broken.TrySetResult(); return Task.CompletedTask; };
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, message) =>
        {
            try
            {
                await channel.BasicPublishAsync("", Queue("receipts"), await SignForAsync(message.Body.ToArray()), over.Token);
                await channel.BasicAckAsync(message.DeliveryTag, multiple: false, over.Token);
            }
            catch (Exception fault) when (fault is OperationCanceledException or RabbitMQClientException or IOException or TimeoutException)
            {
                // Not acknowledged, so it stays on the queue for the next connection.
                broken.TrySetResult();
            }
        };
        await channel.BasicConsumeAsync(Queue("applications"), autoAck: false, consumer, over.Token);
        await broken.Task.WaitAsync(over.Token);
    }

    /// <summary>As long as it takes: its software may be down.</summary>
    private async Task<byte[]> SignForAsync(byte[] envelope)
    {
        while (true)
        {
            try
            {
                using var body = new ByteArrayContent(envelope);
                body.Headers.ContentType = new("application/jose");
                using var answer = await software.PostAsync(address, body, over.Token);
                if (answer.IsSuccessStatusCode)
                    return await answer.Content.ReadAsByteArrayAsync(over.Token);
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !over.IsCancellationRequested))
            {
                // Down, or killed in the middle.
            }

            await Task.Delay(Pause, over.Token);
        }
    }

    private string Queue(string what) => $"crossborder.{slug}.{what}";
}
