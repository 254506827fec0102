using System.Text;
using CrossBorder.Adapters.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace CrossBorder.Adapters.Departments.RabbitMq;

/// <summary>
/// Takes receipts off the departments' queues. Several nodes may: the broker gives each receipt to one of them, and to another where that one
/// went away. A receipt leaves the queue only after it was dealt with.
/// </summary>
internal sealed class RabbitMqReceipts(
    IOptions<DepartmentsOptions> options, IServiceScopeFactory scopes, TimeProvider clock, ILogger<RabbitMqReceipts> logger) : BackgroundService
{
    private const int AtATime = 16;
    private const int Largest = 65536;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(options.Value.Departments
        .Where(department => department.Channel == DepartmentChannels.RabbitMq)
        .Select(department => ListenAsync(department, stoppingToken)));

    private async Task ListenAsync(DepartmentOptions department, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await ListenOnceAsync(department, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            // Whatever it is, a file that cannot be read among it: one department's broker must not end the hub.
            catch (Exception fault) when (!stopping.IsCancellationRequested)
            {
                Log.ReceiptsNotHeard(logger, department.Slug, fault.GetType().Name);
            }

            await Task.Delay(Pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Until the connection breaks.</summary>
    private async Task ListenOnceAsync(DepartmentOptions department, CancellationToken stopping)
    {
        await using var connection = await DepartmentBroker.ConnectAsync(department, stopping);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: stopping);
        await DepartmentBroker.DeclareAsync(channel, department.Slug, stopping);
        await channel.BasicQosAsync(0, AtATime, global: false, stopping);

        var broken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        channel.ChannelShutdownAsync += (_, _) => { broken.TrySetResult(); return Task.CompletedTask; };
        var consumer = new AsyncEventingBasicConsumer(channel);
        // The broker took the queue away from us, as when somebody deletes it: we begin again.
        consumer.UnregisteredAsync += (_, _) => { broken.TrySetResult(); return Task.CompletedTask; };
        consumer.ReceivedAsync += async (_, message) =>
        {
            if (message.Body.Length <= Largest)
                await TakeAsync(department.Slug, Encoding.ASCII.GetString(message.Body.Span).Trim(), stopping);
            else
                Log.ReceiptTooLarge(logger, department.Slug, message.Body.Length);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, stopping);
        };
        await channel.BasicConsumeAsync(DepartmentBroker.Receipts(department.Slug), autoAck: false, consumer, stopping);
        await broken.Task.WaitAsync(stopping);
    }

    /// <summary>Comes back once it is dealt with. It stays on the queue meanwhile, and is not handed back: brokers drop what comes back often.</summary>
    private async Task TakeAsync(string department, string compact, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<IReceiptDesk>().TakeAsync(department, compact, stopping);
                return;
            }
            catch (Exception fault) when (!stopping.IsCancellationRequested)
            {
                // A database that is away comes back.
                Log.ReceiptNotTaken(logger, fault, department);
                await Task.Delay(Pause, clock, stopping);
            }
        }
    }
}
