using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Revocation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using CrossBorder.Verification.Outcomes;
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

    [Fact]
    public async Task A_responder_is_asked_by_POST_as_RFC_6960_has_it_and_its_answer_comes_as_it_was_sent()
    {
        await using var authority = await ServeAsync();
        Assert.Equal([9, 8, 7, 200], (await Ask(authority, "responder")).Value);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("elsewhere-responder")]
    [InlineData("endless-responder")]
    public async Task A_responder_that_does_not_answer_is_refused_with_CB4026(string path)
    {
        await using var authority = await ServeAsync();
        Assert.Equal("CB4026", (await Ask(authority, path)).Error.Code);
    }

    [Fact]
    public async Task A_responder_that_listens_nowhere_is_refused_with_CB4026() =>
        Assert.Equal("CB4026", (await UseAsync(source => source.AskAsync(new Uri("http://127.0.0.1:1/ocsp"), Question, Stop))).Error.Code);

    private static readonly byte[] Question = [9, 8, 7];

    private static Task<Outcome<byte[]>> Ask(WebApplication authority, string path) => UseAsync(source => source.AskAsync(AddressOf(authority, path), Question, Stop));

    private static Task<Outcome<byte[]>> Fetch(WebApplication authority, string path) => FetchAsync(AddressOf(authority, path));

    private static Task<Outcome<byte[]>> FetchAsync(Uri address) => UseAsync(source => source.FetchAsync(address, Stop));

    private static Uri AddressOf(WebApplication authority, string path) => new(
        authority.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/" + path);

    private static async Task<Outcome<byte[]>> UseAsync(Func<IRevocationSource, Task<Outcome<byte[]>>> use)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddRevocationSource();
        await using var services = collection.BuildServiceProvider();
        return await use(services.GetRequiredService<IRevocationSource>());
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
        app.MapPost("/responder", async context =>
        {
            var asked = context.Request is { ContentType: "application/ocsp-request" } && context.Request.Headers.Accept == "application/ocsp-response";
            context.Response.ContentType = "application/ocsp-response";
            await context.Request.Body.CopyToAsync(context.Response.Body, Stop);
            await context.Response.Body.WriteAsync(new[] { (byte)(asked ? 200 : 0) }, Stop);
        });
        app.MapPost("/elsewhere-responder", () => Results.Redirect("/responder", preserveMethod: true));
        app.MapPost("/endless-responder", () => Results.Bytes(new byte[64 * 1024 + 1]));
        await app.StartAsync(Stop);
        return app;
    }
}
