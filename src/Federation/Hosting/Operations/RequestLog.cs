using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace CrossBorder.Federation.Hosting.Operations;

/// <summary>
/// One line for each request: the route as it was mapped, never the path or the query that was sent. What a path holds may
/// be a case number, what a query holds a code or a login hint.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        catch (Exception)
        {
            // What broke is logged by whoever answers for it. An answer that has begun keeps the status that it began with.
            Write(context, started, context.Response.HasStarted ? context.Response.StatusCode : StatusCodes.Status500InternalServerError);
            throw;
        }

        Write(context, started, context.Response.StatusCode);
    }

    private void Write(HttpContext context, long started, int status)
    {
        var level = status >= StatusCodes.Status500InternalServerError ? LogLevel.Error
            : context.GetEndpoint()?.Metadata.GetMetadata<AskedByMachines>() is not null ? LogLevel.Debug
            : LogLevel.Information;
        if (!logger.IsEnabled(level))
            return;

        var method = KnownMethods.TryGetValue(context.Request.Method, out var known) ? known : "(other)";
        var route = RouteOf(context);
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var trace = Problems.TraceId(context);
        Answered(level, method, route, status, elapsed, trace);
    }

    // Where something broke, the route is that of what broke and not that of the error page. Where nothing is mapped, the
    // protocol engine may have answered: its addresses are fixed and few, but a guess at one is not to be logged.
    private static string RouteOf(HttpContext context) =>
        ((context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint()) as RouteEndpoint)?.RoutePattern.RawText is { } route ? "/" + route.TrimStart('/') : "(none)";

    // The method is the caller's text too: another than these is not repeated.
    private static readonly HashSet<string> KnownMethods = new(StringComparer.OrdinalIgnoreCase)
    {
        HttpMethods.Get, HttpMethods.Post, HttpMethods.Put, HttpMethods.Delete, HttpMethods.Head, HttpMethods.Options, HttpMethods.Patch,
    };

    [LoggerMessage(EventId = 8001, Message = "{Method} {Route} answered {Status} in {Elapsed:0.0} ms, trace {TraceId}")]
    private partial void Answered(LogLevel level, string method, string route, int status, double elapsed, string traceId);
}
