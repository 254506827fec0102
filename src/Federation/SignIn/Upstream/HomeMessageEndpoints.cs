using System.Text;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Federation.SignIn.Upstream;

/// <summary>Where a home tells the hub that somebody signed out there (Back-Channel Logout 1.0 section 2.5), and posts its events (RFC 8935).</summary>
internal static class HomeMessageEndpoints
{
    private const int LongestBody = 32 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/signin/{home}/backchannel-logout", LogoutAsync).DisableAntiforgery().ExcludeFromDescription();
        routes.MapPost("/signin/{home}/events", EventAsync).DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> LogoutAsync(
        string home, HttpContext context, IHomes homes, JudgeHomeMessage judge, EndFromHome end, ILogger<EndFromHome> logger)
    {
        context.Response.Headers.CacheControl = "no-store";
        var token = context.Request.HasFormContentType && await BodyAsync(context) is { } body
            ? QueryHelpers.ParseQuery(body).GetValueOrDefault("logout_token").ToString()
            : "";
        var ended = await RunAsync(home, token, HomeMessageKind.Logout, homes, judge, end, logger, context.RequestAborted);
        return ended.Succeeded
            ? TypedResults.Ok()
            : TypedResults.Json(
                new Dictionary<string, string> { ["error"] = "invalid_request", ["error_description"] = Said(ended.Error), ["code"] = ended.Error.Code },
                statusCode: StatusOf(ended.Error));
    }

    private static async Task<IResult> EventAsync(
        string home, HttpContext context, IHomes homes, JudgeHomeMessage judge, EndFromHome end, ILogger<EndFromHome> logger)
    {
        context.Response.Headers.CacheControl = "no-store";
        var isToken = context.Request.ContentType?.StartsWith("application/secevent+jwt", StringComparison.OrdinalIgnoreCase) == true;
        var token = isToken ? await BodyAsync(context) ?? "" : "";
        var ended = await RunAsync(home, token, HomeMessageKind.SecurityEvent, homes, judge, end, logger, context.RequestAborted);
        // One that came before was taken then: its transmitter did not hear so (RFC 8935 section 2.2).
        return ended.Succeeded || ended.Error.Code == ErrorCatalogue.HomeMessageUsedBefore.Code
            ? TypedResults.StatusCode(StatusCodes.Status202Accepted)
            : TypedResults.Json(
                new Dictionary<string, string> { ["err"] = WordOf(ended.Error), ["description"] = Said(ended.Error), ["code"] = ended.Error.Code },
                statusCode: StatusOf(ended.Error));
    }

    private static async Task<Outcome<int>> RunAsync(
        string scheme, string token, HomeMessageKind kind, IHomes homes, JudgeHomeMessage judge, EndFromHome end, ILogger logger,
        CancellationToken cancellationToken)
    {
        if (homes.Find(scheme) is not { } home)
            return ErrorCatalogue.HomeOfMessageUnknown.With("No home is called so.");

        var judged = token.Length == 0 ? ErrorCatalogue.HomeMessageMalformed.With("There is no token.") : await judge.RunAsync(home, token, kind, cancellationToken);
        var ended = judged.TryGetValue(out var message)
            ? await end.RunAsync(home, message, kind, cancellationToken)
            : Outcome<int>.Refused(judged.Errors);
        if (ended.TryGetValue(out var count))
            Log.HomeEnded(logger, scheme, count);
        else
            Log.HomeMessageRefused(logger, scheme, ended.Error.Code, ended.Error.Detail);
        return ended;
    }

    private static async Task<string?> BodyAsync(HttpContext context) =>
        await LimitedBody.ReadAsync(context.Request, LongestBody) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>Whatever is wrong with the message is a 400; where the hub itself cannot judge it, the home may come again.</summary>
    private static int StatusOf(Error error) => error.Descriptor.Status is 404 or >= 500 ? error.Descriptor.Status : StatusCodes.Status400BadRequest;

    private static string Said(Error error) => $"{error.Code} {error.Descriptor.Title.En}: {error.Detail}";

    private static string WordOf(Error error) => error switch
    {
        { Code: var code, Pointer: "/iss" } when code == ErrorCatalogue.HomeMessageNotForHub.Code => "invalid_issuer",
        { Code: var code } when code == ErrorCatalogue.HomeMessageNotForHub.Code => "invalid_audience",
        { Code: ['C', 'B', '3', ..] } => "invalid_key",
        _ => "invalid_request",
    };
}
