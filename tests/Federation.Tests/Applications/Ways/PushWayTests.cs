using System.Threading.Channels;
using CrossBorder.Adapters.Departments;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications.Ways;

public sealed class PushWayTests(DepartmentsRunning departments) : DepartmentWayContract(departments), IClassFixture<DepartmentsRunning>
{
    private protected override async Task<DepartmentWay> OpenAsync(string encryptionKeyFile)
    {
        var arrivals = Channel.CreateUnbounded<Arrival>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.None);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/", async (HttpContext context) =>
        {
            Assert.Equal("application/jose", context.Request.ContentType);
            using var reader = new StreamReader(context.Request.Body);
            var arrival = new Arrival(await reader.ReadToEndAsync(context.RequestAborted), new());
            await arrivals.Writer.WriteAsync(arrival);
            return await arrival.Answer.Task.WaitAsync(context.RequestAborted) is { } receipt
                ? Results.Text(receipt, "application/jose")
                : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var desk = await ApplicationsDesk.OpenAsync(Departments, "SQLite", more: services => services.PostConfigure<DepartmentsOptions>(options =>
        {
            var department = options.Find(Slug)!;
            (department.Address, department.EncryptionKeyFile) = (address + "/", encryptionKeyFile);
        }));
        return new Way(desk, app, arrivals.Reader, await desk.ListenAsync("department-" + Slug));
    }

    private sealed record Arrival(string Message, TaskCompletionSource<string?> Answer);

    private sealed class Way(ApplicationsDesk desk, WebApplication app, ChannelReader<Arrival> arrivals, HttpClient http) : DepartmentWay(desk)
    {
        private Arrival? last;

        public override async Task<string> TakeAsync(CancellationToken cancellationToken)
        {
            // One that waited so long that the hub has hung up is there again.
            last = await arrivals.ReadAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken);
            return last.Message;
        }

        public override async Task SignAsync(string receipt, CancellationToken cancellationToken)
        {
            if (!last!.Answer.TrySetResult(receipt))
                (await http.TellAsync(Slug, receipt, where: "receipts")).Dispose();
        }

        public override Task LeaveAsync(CancellationToken cancellationToken)
        {
            last!.Answer.TrySetResult(null);
            return Task.CompletedTask;
        }

        public override async ValueTask DisposeAsync()
        {
            http.Dispose();
            // What is under way must come to an end before the hub does.
            last?.Answer.TrySetResult(null);
            while (arrivals.TryRead(out var waiting))
                waiting.Answer.TrySetResult(null);
            await app.DisposeAsync();
            await base.DisposeAsync();
        }
    }
}
