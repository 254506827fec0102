using System.Collections.Concurrent;
using CrossBorder.Adapters.Departments;
using CrossBorder.Adapters.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace CrossBorder.Adapters.Tests.Departments;

public sealed class HttpDepartmentChannelTests : DepartmentChannelContract
{
    [Theory]
    [InlineData("HangsUp", "CB4002")]
    [InlineData("Refuses", "CB4005")]
    [InlineData("SendsElsewhere", "CB4005")]
    [InlineData("AnswersSomethingElse", "CB4004")]
    [InlineData("NeverEnds", "CB4004")]
    public async Task A_department_that_gives_no_answer_is_a_refusal_with_its_code(string mood, string code)
    {
        await using var department = await OpenAsync(Enum.Parse<DepartmentMood>(mood));

        Assert.Equal(code, (await department.Channel.DeliverAsync(Delivery, Stop)).Error.Code);
    }

    [Theory]
    [InlineData("", "http://localhost/", "RS256", "RS256")]
    [InlineData("gd-tax", "ftp://localhost/", "RS256", "RS256")]
    [InlineData("gd-tax", "http://department.example/", "RS256", "RS256")]
    [InlineData("gd-tax", "https://department.example/", "none", "RS256")]
    [InlineData("gd-tax", "https://department.example/", "RS256", "HS256")]
    [InlineData("gd-tax", "https://department.example/", "RS256", null)]
    public void A_department_that_is_wrongly_configured_is_refused_at_start_with_CB1001(
        string slug, string address, string envelope, string? receipt)
    {
        using var services = Services(new()
        {
            ["Departments:0:Slug"] = slug,
            ["Departments:0:Address"] = address,
            ["Departments:0:EnvelopeAlgorithm"] = envelope,
            ["Departments:0:ReceiptAlgorithms:0"] = receipt,
        });

        var refusal = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<DepartmentsOptions>>().Value);

        Assert.All(refusal.Failures, failure => Assert.StartsWith("CB1001", failure, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("push", "https://department.example/", true)]
    [InlineData("both", "https://department.example/", true)]
    [InlineData("pickup", "", true)]
    [InlineData("push", "", false)]
    [InlineData("both", "", false)]
    [InlineData("pickup", "http://department.example/", false)]
    [InlineData("pigeon", "https://department.example/", false)]
    public void A_department_needs_an_address_unless_it_picks_everything_up(string channel, string address, bool taken)
    {
        using var services = Services(new()
        {
            ["Departments:0:Slug"] = "gd-tax",
            ["Departments:0:Channel"] = channel,
            ["Departments:0:Address"] = address,
            ["Departments:0:EnvelopeAlgorithm"] = "RS256",
            ["Departments:0:ReceiptAlgorithms:0"] = "RS256",
        });

        var refusal = Record.Exception(() => services.GetRequiredService<IOptions<DepartmentsOptions>>().Value);

        Assert.Equal(taken, refusal is null);
        if (refusal is not null)
            Assert.All(Assert.IsType<OptionsValidationException>(refusal).Failures, failure => Assert.StartsWith("CB1001", failure, StringComparison.Ordinal));
    }

    protected override async Task<IDepartmentUnderTest> OpenAsync(DepartmentMood mood) => await Listener.StartAsync(mood);

    private static ServiceProvider Services(Dictionary<string, string?> settings)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDepartments(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        return services.BuildServiceProvider();
    }

    private sealed class Listener(WebApplication app, ConcurrentQueue<string> received) : IDepartmentUnderTest
    {
        private readonly ServiceProvider services = Services(new()
        {
            ["Departments:0:Slug"] = "gd-hrss",
            ["Departments:0:Address"] = AddressOf(app) + "/gd-hrss",
            ["Departments:0:EnvelopeAlgorithm"] = "SGD_SM3_SM2",
            ["Departments:0:ReceiptAlgorithms:0"] = "SGD_SM3_SM2",
            ["Departments:1:Slug"] = IDepartmentUnderTest.Healthy,
            ["Departments:1:Address"] = AddressOf(app) + "/healthy",
            ["Departments:1:EnvelopeAlgorithm"] = "RS256",
            ["Departments:1:ReceiptAlgorithms:0"] = "RS256",
        });

        public IDepartmentChannel Channel => services.GetRequiredService<IDepartmentChannel>();

        public IReadOnlyList<string> Received => [.. received];

        public static async Task<Listener> StartAsync(DepartmentMood mood)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            var app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            var received = new ConcurrentQueue<string>();
            app.MapPost("/healthy", () => Results.Text("a.receipt.perhaps", "application/jose"));
            app.MapPost("/elsewhere", () => Results.Text("a.receipt.perhaps", "application/jose"));
            app.MapPost("/gd-hrss", async (HttpContext context) =>
            {
                Assert.Equal("application/jose", context.Request.ContentType);
                using var reader = new StreamReader(context.Request.Body);
                received.Enqueue(await reader.ReadToEndAsync());
                return Answer(mood, context);
            });
            await app.StartAsync(TestContext.Current.CancellationToken);
            return new Listener(app, received);
        }

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            await app.DisposeAsync();
        }

        private static IResult Answer(DepartmentMood mood, HttpContext context)
        {
            switch (mood)
            {
                case DepartmentMood.Down:
                    return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
                case DepartmentMood.HangsUp:
                    context.Abort();
                    return Results.Empty;
                case DepartmentMood.Refuses:
                    return Results.BadRequest();
                case DepartmentMood.SendsElsewhere:
                    return Results.Redirect("/elsewhere", preserveMethod: true);
                case DepartmentMood.AnswersSomethingElse:
                    return Results.Text("<html></html>", "text/html");
                case DepartmentMood.NeverEnds:
                    return Results.Text(new string('a', 1 << 20), "application/jose");
                default:
                    return Results.Text("a.receipt.perhaps\n", "application/jose");
            }
        }

        private static string AddressOf(WebApplication app) =>
            app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }
}
