using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Conformance;

/// <summary>The back-channel address of a relying party: keeps what it gets, and answers as it is told.</summary>
internal sealed class LogoutListener : IAsyncDisposable
{
    private readonly WebApplication app;

    private LogoutListener(WebApplication app) => this.app = app;

    /// <summary>What it answers with, from now on.</summary>
    public int Answer { get; set; } = StatusCodes.Status200OK;

    public ConcurrentQueue<string> Tokens { get; } = [];

    public string Address => app.Urls.Single() + "/logout";

    public static async Task<LogoutListener> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var listener = new LogoutListener(builder.Build());
        listener.app.MapPost("/logout", listener.TakeAsync);
        await listener.app.StartAsync();
        return listener;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        Tokens.Enqueue(form["logout_token"].ToString());
        return Results.StatusCode(Answer);
    }
}
