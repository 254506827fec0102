using CrossBorder.Federation.Applications.Events;
using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.Applications.Api;

/// <summary>Takes a department's event. It comes with no token: the signature says who speaks.</summary>
internal static class DepartmentEventEndpoint
{
    public static async Task<IResult> Handle(HttpContext context, ReceiveEvent receive, string slug)
    {
        context.Response.Headers.CacheControl = "no-store";
        var body = await SignedBody.ReadAsync(context.Request);
        if (!body.TryGetValue(out var compact))
            return Problems.From(body, context);

        var received = await receive.ReceiveAsync(slug, compact, context.RequestAborted);
        return received.TryGetValue(out var answer)
            ? TypedResults.Json(answer, statusCode: StatusCodes.Status202Accepted)
            : Problems.From(received, context);
    }
}
