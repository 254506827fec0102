using System.Collections.Concurrent;
using System.Text;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace CrossBorder.Adapters.Departments.RabbitMq;

/// <summary>
/// Puts the envelope on the department's quorum queue and waits until the broker says that it is kept there. The receipt comes by the queue
/// back (<see cref="RabbitMqReceipts"/>), so the answer here holds none.
/// </summary>
internal sealed class RabbitMqDepartmentChannel(
    IOptions<DepartmentsOptions> options, ILogger<RabbitMqDepartmentChannel> logger) : IDepartmentChannel, IAsyncDisposable
{
    private static readonly TimeSpan ConfirmWithin = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, Line> lines = new(StringComparer.Ordinal);

    public async Task<Outcome<ChannelAnswer>> DeliverAsync(ChannelDelivery delivery, CancellationToken cancellationToken)
    {
        if (options.Value.Find(delivery.Department) is not { } department)
            return ErrorCatalogue.AdapterUnavailable.With($"Department '{delivery.Department}' is not configured.");

        cancellationToken.ThrowIfCancellationRequested();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ConfirmWithin);
        var line = lines.GetOrAdd(delivery.Department, _ => new Line());
        try
        {
            await line.PublishAsync(department, delivery, limit.Token);
            return new ChannelAnswer(null);
        }
        catch (PublishException returned) when (returned.IsReturn)
        {
            return ErrorCatalogue.PartnerRefused.With($"The broker of department '{delivery.Department}' has no queue for it.");
        }
        catch (Exception fault) when (fault is RabbitMQClientException or IOException or TimeoutException or System.Net.Sockets.SocketException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.NotAnswered(logger, delivery.Department, delivery.DeliveryId, fault.GetType().Name);
            return ErrorCatalogue.PartnerUnreachable.With($"The broker of department '{delivery.Department}' does not confirm ({fault.GetType().Name}).");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var line in lines.Values)
            await line.DisposeAsync();
    }

    /// <summary>
    /// One department's connection, and one channel on it. Deliveries are put on it one after the other and wait for their confirmations
    /// together: the broker's disk decides how fast it goes, not the way there and back.
    /// </summary>
    private sealed class Line : IAsyncDisposable
    {
        private const int Unconfirmed = 64;

        private readonly SemaphoreSlim gate = new(1);
        private IConnection? connection;
        private IChannel? channel;

        public async Task PublishAsync(DepartmentOptions department, ChannelDelivery delivery, CancellationToken cancellationToken)
        {
            var (used, confirmed) = await SendAsync(department, delivery, cancellationToken);
            try
            {
                await confirmed;
            }
            catch
            {
                await CloseAsync(used);
                throw;
            }
        }

        public async ValueTask DisposeAsync()
        {
            await CloseAsync(connection);
            gate.Dispose();
        }

        private async Task<(IConnection? Used, Task Confirmed)> SendAsync(
            DepartmentOptions department, ChannelDelivery delivery, CancellationToken cancellationToken)
        {
            await gate.WaitAsync(cancellationToken);
            try
            {
                var open = await OpenAsync(department, cancellationToken);
                var properties = new BasicProperties
                {
                    Persistent = true, ContentType = "application/jose", MessageId = delivery.DeliveryId, ReplyTo = DepartmentBroker.Receipts(department.Slug),
                };
                // Mandatory: what goes to no queue comes back, and is no delivery. Ends once the broker confirmed.
                return (connection, open.BasicPublishAsync(
                    "", DepartmentBroker.Applications(department.Slug), mandatory: true, properties, Encoding.ASCII.GetBytes(delivery.Envelope), cancellationToken).AsTask());
            }
            finally
            {
                gate.Release();
            }
        }

        // Many may fail with one connection: what was opened since is none of theirs.
        private async Task CloseAsync(IConnection? used)
        {
            await gate.WaitAsync();
            try
            {
                if (used is null || used != connection)
                    return;
                (connection, channel) = (null, null);
                await used.DisposeAsync();
            }
            catch (Exception fault) when (fault is RabbitMQClientException or IOException or TimeoutException)
            {
                // It was broken already, which is why it is put away.
            }
            finally
            {
                gate.Release();
            }
        }

        private async Task<IChannel> OpenAsync(DepartmentOptions department, CancellationToken cancellationToken)
        {
            if (channel is { IsOpen: true })
                return channel;
            if (connection is not null)
                await connection.DisposeAsync();
            connection = await DepartmentBroker.ConnectAsync(department, cancellationToken);
            channel = await connection.CreateChannelAsync(
                new CreateChannelOptions(
                    publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true,
                    outstandingPublisherConfirmationsRateLimiter: new ThrottlingRateLimiter(Unconfirmed)),
                cancellationToken);
            await DepartmentBroker.DeclareAsync(channel, department.Slug, cancellationToken);
            return channel;
        }
    }
}
