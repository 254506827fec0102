using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Revocation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CrossBorder.Adapters.Tests.Revocation;

public sealed class RevocationSourceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_comes_as_it_was_served()
    {
        await using var authority = await ServeAsync();
        Assert.Equal([1, 2, 3], (await Fetch(authority, "list")).Value);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("elsewhere")]
    [InlineData("endless")]
    public async Task A_list_that_does_not_come_is_refused_with_CB4009(string path)
    {
        await using var authority = await ServeAsync();
        Assert.Equal("CB4009", (await Fetch(authority, path)).Error.Code);
    }

    [Fact]
    public async Task An_authority_that_listens_nowhere_is_refused_with_CB4009() =>
        Assert.Equal("CB4009", (await FetchAsync(new Uri("http://127.0.0.1:1/list"))).Error.Code);

    private static Task<Verification.Outcomes.Outcome<byte[]>> Fetch(WebApplication authority, string path) => FetchAsync(new Uri(
        authority.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/" + path));

    private static async Task<Verification.Outcomes.Outcome<byte[]>> FetchAsync(Uri address)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddRevocationSource();
        await using var services = collection.BuildServiceProvider();
        return await services.GetRequiredService<IRevocationSource>().FetchAsync(address, Stop);
    }

    private static async Task<WebApplication> ServeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/list", () => Results.Bytes(new byte[] { 1, 2, 3 }));
        // A redirect is not followed: it would fetch what nobody configured.
        app.MapGet("/elsewhere", () => Results.Redirect("/list"));
        app.MapGet("/endless", () => Results.Bytes(new byte[17 * 1024 * 1024]));
        await app.StartAsync(Stop);
        return app;
    }
}
