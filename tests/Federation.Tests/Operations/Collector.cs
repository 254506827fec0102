using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrossBorder.Federation.Tests.Operations;

/// <summary>Takes what the hub exports over OTLP. Texts stand readable in protobuf, which is all that these tests look at.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> traces = new();

    private Collector(WebApplication app)
    {
        this.app = app;
        app.MapPost("/v1/traces", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            traces.Enqueue(Encoding.Latin1.GetString(body.ToArray()));
            return Results.Ok();
        });
        app.MapPost("/v1/metrics", () => Results.Ok());
    }

    public string Address => app.Urls.Single();

    public string Traces => string.Concat(traces);

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var collector = new Collector(builder.Build());
        collector.app.Urls.Add("http://127.0.0.1:0");
        await collector.app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
