using CrossBorder.Adapters.Departments;
using CrossBorder.Testing;
using CrossBorder.Testing.Brokers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace CrossBorder.Adapters.Tests.Departments;

public sealed class RabbitMqDepartmentChannelTests : DepartmentChannelContract
{
    [Fact]
    public async Task What_goes_to_no_queue_is_no_delivery_and_is_refused_with_CB4005()
    {
        await using var department = await BrokerDesk.OpenAsync();
        await department.Channel.DeliverAsync(Delivery, Stop);
        await department.ReceiptAsync();
        await department.DeleteQueueAsync();

        var lost = await department.Channel.DeliverAsync(Delivery, Stop);
        var again = await department.Channel.DeliverAsync(Delivery, Stop);

        Assert.Equal("CB4005", lost.Error.Code);
        Assert.True(again.Succeeded);
    }

    [Fact]
    public async Task A_receipt_leaves_its_queue_only_after_it_is_stored()
    {
        await using var department = await BrokerDesk.OpenAsync();
        department.StorageIsAway = true;
        await department.Channel.DeliverAsync(Delivery, Stop);
        await department.FailedOnceAsync();

        // The node goes away with the receipt in its hands; another one gets it.
        await department.RestartHubAsync();
        department.StorageIsAway = false;

        Assert.Equal("a.receipt.perhaps", await department.ReceiptAsync());
    }

    [Fact]
    public async Task Many_at_once_wait_for_their_confirmations_together()
    {
        await using var department = await BrokerDesk.OpenAsync();

        var handed = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => department.Channel.DeliverAsync(Delivery, Stop)));

        Assert.All(handed, answer => Assert.True(answer.Succeeded));
        for (var index = 0; index < handed.Length; index++)
            await department.ReceiptAsync();
        Assert.Equal(handed.Length, department.Received.Count);
    }

    [Fact]
    public async Task A_broken_connection_is_taken_up_again()
    {
        await using var department = await BrokerDesk.OpenAsync();
        await department.Channel.DeliverAsync(Delivery, Stop);
        await department.ReceiptAsync();
        await department.DeleteQueueAsync(receipts: true);

        // The hub notices and declares its queue again; until then a receipt has nowhere to go, and the same delivery is handed over again.
        await Waiting.UntilAsync(async () =>
        {
            if (await department.TryReceiptAsync(TimeSpan.FromSeconds(3)) is not null)
                return true;
            Assert.True((await department.Channel.DeliverAsync(Delivery, Stop)).Succeeded);
            return false;
        }, "a receipt comes over the queue that was declared again", Stop);
    }

    [Fact]
    public async Task Two_nodes_share_the_receipts_and_each_is_taken_once()
    {
        await using var department = await BrokerDesk.OpenAsync(nodes: 2);
        for (var index = 0; index < 20; index++)
            Assert.True((await department.Channel.DeliverAsync(Delivery, Stop)).Succeeded);
        for (var index = 0; index < 20; index++)
            await department.ReceiptAsync();

        Assert.Null(await department.TryReceiptAsync(TimeSpan.FromMilliseconds(500)));
    }

    [Theory]
    [InlineData("amqps://broker.example/", true, true)]
    [InlineData("amqp://127.0.0.1/", true, true)]
    [InlineData("amqp://broker.example/", true, false)]
    [InlineData("https://broker.example/", true, false)]
    [InlineData("amqps://user:password@broker.example/", true, false)]
    [InlineData("amqps://broker.example/", false, false)]
    public void A_broker_needs_TLS_beyond_this_machine_and_a_credentials_file(string address, bool credentials, bool taken)
    {
        var file = Path.GetTempFileName();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDepartments(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Departments:0:Slug"] = "gd-tax",
            ["Departments:0:Channel"] = "rabbitmq",
            ["Departments:0:Address"] = address,
            ["Departments:0:CredentialsFile"] = credentials ? file : file + ".none",
            ["Departments:0:EnvelopeAlgorithm"] = "RS256",
            ["Departments:0:ReceiptAlgorithms:0"] = "RS256",
        }).Build());
        using var provider = services.BuildServiceProvider();

        var refusal = Record.Exception(() => provider.GetRequiredService<IOptions<DepartmentsOptions>>().Value);
        File.Delete(file);

        Assert.Equal(taken, refusal is null);
        if (refusal is not null)
            Assert.All(Assert.IsType<OptionsValidationException>(refusal).Failures, failure => Assert.StartsWith("CB1001", failure, StringComparison.Ordinal));
    }

    protected override async Task<IDepartmentUnderTest> OpenAsync(DepartmentMood mood) => await BrokerDesk.OpenAsync(mood);
}
