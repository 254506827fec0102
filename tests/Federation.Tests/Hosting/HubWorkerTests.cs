using CrossBorder.Federation.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrossBorder.Federation.Tests.Hosting;

/// <summary>Whoever starts a hub waits for its first answer: what workers do besides comes after it.</summary>
public sealed class HubWorkerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_must_be_known_is_read_before_the_host_listens_and_work_begins_after_that()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Looking>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Looking>());
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");

        await app.StartAsync(Stop);
        var looking = app.Services.GetRequiredService<Looking>();

        Assert.False(looking.ListensWhenRead);
        Assert.True(await looking.ListensWhenBegun.Task.WaitAsync(Stop));
        await app.StopAsync(Stop);
        Assert.True(looking.Ended);
    }

    private sealed class Looking(IServer server) : HubWorker
    {
        public bool? ListensWhenRead { get; private set; }

        public TaskCompletionSource<bool> ListensWhenBegun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Ended { get; private set; }

        // The port is 0 until there is one.
        private bool Listens => server.Features.Get<IServerAddressesFeature>()!.Addresses.Any(address => new Uri(address).Port != 0);

        public override Task StartAsync(CancellationToken cancellationToken)
        {
            ListensWhenRead = Listens;
            return Task.CompletedTask;
        }

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            ListensWhenBegun.SetResult(Listens);
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stoppingToken);
            }
            finally
            {
                Ended = true;
            }
        }
    }
}
