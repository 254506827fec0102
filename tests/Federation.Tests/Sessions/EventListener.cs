using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CrossBorder.Federation.Tests.Sessions;

/// <summary>The address of a receiver of events: keeps what it gets, and answers as it is told.</summary>
internal sealed class EventListener : IAsyncDisposable
{
    private readonly WebApplication app;

    private EventListener(WebApplication app) => this.app = app;

    /// <summary>What it answers with, from now on.</summary>
    public int Answer { get; set; } = StatusCodes.Status202Accepted;

    /// <summary>What each answer waits for.</summary>
    public Task Held { get; set; } = Task.CompletedTask;

    public ConcurrentQueue<(string Token, string ContentType, string Authorization)> Got { get; } = [];

    public string Address => app.Urls.Single() + "/events";

    public static async Task<EventListener> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var listener = new EventListener(builder.Build());
        listener.app.MapPost("/events", listener.TakeAsync);
        await listener.app.StartAsync();
        return listener;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        Got.Enqueue((await reader.ReadToEndAsync(), request.ContentType ?? "", request.Headers.Authorization.ToString()));
        await Held.WaitAsync(request.HttpContext.RequestAborted);
        return Results.StatusCode(Answer);
    }
}
