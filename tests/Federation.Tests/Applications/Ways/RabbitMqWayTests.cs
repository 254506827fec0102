using System.Text;
using System.Threading.Channels;
using CrossBorder.Adapters.Departments;
using CrossBorder.Testing.Brokers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications.Ways;

public sealed class RabbitMqWayTests(DepartmentsRunning departments) : DepartmentWayContract(departments), IClassFixture<DepartmentsRunning>
{
    private const string Applications = $"crossborder.{Slug}.applications", Receipts = $"crossborder.{Slug}.receipts";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected override async Task<DepartmentWay> OpenAsync(string encryptionKeyFile)
    {
        var server = await RabbitMqServer.FindAsync();
        Assert.SkipWhen(server is null, RabbitMqServer.Missing);
        var connection = await new ConnectionFactory { Uri = server.Address }.CreateConnectionAsync(Stop);
        var channel = await connection.CreateChannelAsync(cancellationToken: Stop);
        // What an earlier test left is none of this one's.
        foreach (var queue in new[] { Applications, Receipts })
            await channel.QueueDeleteAsync(queue, ifUnused: false, ifEmpty: false, cancellationToken: Stop);
        await channel.QueueDeclareAsync(
            Applications, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: Stop);
        var bodies = Channel.CreateUnbounded<string>();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, message) =>
        {
            await bodies.Writer.WriteAsync(Encoding.ASCII.GetString(message.Body.Span));
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false);
        };
        await channel.BasicConsumeAsync(Applications, autoAck: false, consumer, Stop);

        Type? listener = null;
        var desk = await ApplicationsDesk.OpenAsync(Departments, "SQLite", more: services =>
        {
            // The desk starts no background services but the worker; the one that hears receipts is started here.
            listener = services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Name == "RabbitMqReceipts").ImplementationType!;
            services.AddSingleton(listener);
            services.PostConfigure<DepartmentsOptions>(options =>
            {
                var department = options.Find(Slug)!;
                (department.Channel, department.Address, department.CredentialsFile, department.EncryptionKeyFile) =
                    ("rabbitmq", server.Address.AbsoluteUri, server.CredentialsFile, encryptionKeyFile);
            });
        });
        var receipts = (IHostedService)desk.Services.GetRequiredService(listener!);
        await receipts.StartAsync(Stop);
        return new Way(desk, receipts, connection, channel, bodies.Reader);
    }

    private sealed class Way(ApplicationsDesk desk, IHostedService receipts, IConnection connection, IChannel channel, ChannelReader<string> arrivals)
        : DepartmentWay(desk)
    {
        public override async Task<string> TakeAsync(CancellationToken cancellationToken) =>
            await arrivals.ReadAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken);

        public override async Task SignAsync(string receipt, CancellationToken cancellationToken) =>
            await channel.BasicPublishAsync("", Receipts, Encoding.ASCII.GetBytes(receipt), cancellationToken);

        public override Task LeaveAsync(CancellationToken cancellationToken) => PassTimeAsync(cancellationToken);

        public override async ValueTask DisposeAsync()
        {
            await receipts.StopAsync(CancellationToken.None);
            await base.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
