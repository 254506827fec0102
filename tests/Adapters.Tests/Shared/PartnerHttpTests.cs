using System.Net;
using CrossBorder.Adapters.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CrossBorder.Adapters.Tests.Shared;

/// <summary>One client for several hosts, as that for the signing services of all homes.</summary>
public sealed class PartnerHttpTests
{
    private const string Client = "several";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_that_is_down_keeps_nobody_from_another()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var up = builder.Build();
        up.Urls.Add("http://127.0.0.1:0");
        up.MapGet("/", () => Results.Ok());
        await up.StartAsync(Stop);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPartnerClient(Client);
        await using var provider = services.BuildServiceProvider();
        using var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(Client);
        var down = new Uri("http://127.0.0.1:1/");

        // As many failures as open its circuit, and more.
        var failed = await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => Assert.ThrowsAnyAsync<Exception>(() => http.GetAsync(down, Stop))));
        Assert.Contains(failed, fault => fault.GetType().Name == "BrokenCircuitException");

        using var answer = await http.GetAsync(new Uri(up.Urls.Single()), Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
