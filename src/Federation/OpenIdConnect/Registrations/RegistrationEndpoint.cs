using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Registrations.Metadata;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>The client registration end point (RFC 7591 section 3) and, below it, each client's own registration (RFC 7592).</summary>
internal static class RegistrationEndpoint
{
    public static Task<IResult> RegisterAsync(HttpContext context, RegisterClient register, RegistrationDocument documents, RegistrationLimits limits) =>
        LimitedAsync(context, limits, "register", async () =>
        {
            var read = await BodyAsync(context);
            if (!read.TryGetValue(out var body))
                return Outcome<IResult>.Refused(read.Errors);
            var done = await register.RunAsync(body, TokenOf(context), context.RequestAborted);
            return done.Map<IResult>(fresh => Answer(documents.Of(fresh.Registered, fresh.AccessToken, fresh.Secret), StatusCodes.Status201Created));
        });

    public static Task<IResult> ReadAsync(string clientId, HttpContext context, OwnRegistration own, RegistrationDocument documents, RegistrationLimits limits) =>
        LimitedAsync(context, limits, clientId, async () =>
            (await own.OpenAsync(clientId, TokenOf(context), context.RequestAborted)).Map<IResult>(registered => Answer(documents.Of(registered, null, null))));

    public static Task<IResult> ReplaceAsync(string clientId, HttpContext context, OwnRegistration own, RegistrationDocument documents, RegistrationLimits limits) =>
        LimitedAsync(context, limits, clientId, async () =>
        {
            var opened = await own.OpenAsync(clientId, TokenOf(context), context.RequestAborted);
            if (!opened.TryGetValue(out var registered))
                return Outcome<IResult>.Refused(opened.Errors);
            var read = await BodyAsync(context);
            if (!read.TryGetValue(out var body))
                return Outcome<IResult>.Refused(read.Errors);
            var done = await own.ReplaceAsync(registered, body, context.RequestAborted);
            return done.Map<IResult>(next => Answer(documents.Of(next.Registered, next.AccessToken, next.Secret)));
        });

    public static Task<IResult> DeleteAsync(string clientId, HttpContext context, OwnRegistration own, RegistrationLimits limits) =>
        LimitedAsync(context, limits, clientId, async () =>
        {
            var opened = await own.OpenAsync(clientId, TokenOf(context), context.RequestAborted);
            if (!opened.TryGetValue(out var registered))
                return Outcome<IResult>.Refused(opened.Errors);
            return (await own.DeleteAsync(registered, context.RequestAborted)).Map<IResult>(_ => TypedResults.NoContent());
        });

    private static async Task<IResult> LimitedAsync(HttpContext context, RegistrationLimits limits, string about, Func<Task<Outcome<IResult>>> answer)
    {
        context.Response.Headers.CacheControl = "no-store";
        var outcome = await limits.LimitedAsync(context, about, answer);
        if (outcome.TryGetValue(out var result))
            return result;
        return outcome.Error.Code == ErrorCatalogue.TooManyRequests.Code ? Problems.From(outcome, context) : RegistrationRefusal.Of(outcome.Errors, context);
    }

    private static string? TokenOf(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : null;

    private static async Task<Outcome<JsonElement>> BodyAsync(HttpContext context) => await LimitedBody.ReadAsync(context.Request, JsonBody.Longest) is { } bytes
        ? JsonBody.Read(bytes, ErrorCatalogue.ClientMetadataInvalid)
        : ErrorCatalogue.ClientMetadataInvalid.With($"It is longer than {JsonBody.Longest} bytes.");

    private static JsonHttpResult<JsonObject> Answer(JsonObject document, int status = StatusCodes.Status200OK) => TypedResults.Json(document, statusCode: status);
}
