using System.Globalization;
using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Applications.Pickup;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Api;

internal sealed record PickupBody(IReadOnlyList<OfferedDelivery> Deliveries);

/// <summary>A department fetches what waits for it, and signs for it.</summary>
internal static class PickupEndpoints
{
    private const int DefaultSize = 20;
    private const int LargestSize = 100;

    public static async Task<IResult> Offer(
        HttpContext context, DepartmentClients clients, IOptions<DepartmentsOptions> departments, OfferDeliveries offer, string slug, string? pageSize = null)
    {
        context.Response.Headers.CacheControl = "no-store";
        var caller = DepartmentOf(context, clients, departments.Value, slug);
        if (!caller.TryGetValue(out var department))
            return Problems.From(caller, context);

        var size = DefaultSize;
        if (pageSize is not null && (!int.TryParse(pageSize, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size is < 1 or > LargestSize))
            return Problems.From(ErrorCatalogue.PickupSizeWrong.With($"pageSize is a whole number of 1 to {LargestSize}."), context);
        return TypedResults.Ok(new PickupBody(await offer.OfferAsync(department, size, context.RequestAborted)));
    }

    public static async Task<IResult> Sign(
        HttpContext context, DepartmentClients clients, IOptions<DepartmentsOptions> departments, ReceiveReceipt receive, string slug)
    {
        context.Response.Headers.CacheControl = "no-store";
        var caller = DepartmentOf(context, clients, departments.Value, slug);
        if (!caller.TryGetValue(out var department))
            return Problems.From(caller, context);
        var body = await SignedBody.ReadAsync(context.Request);
        if (!body.TryGetValue(out var compact))
            return Problems.From(body, context);

        var received = await receive.ReceiveAsync(department, compact, context.RequestAborted);
        return received.TryGetValue(out var answer) ? TypedResults.Ok(answer) : Problems.From(received, context);
    }

    private static Outcome<DepartmentOptions> DepartmentOf(HttpContext context, DepartmentClients clients, DepartmentsOptions departments, string slug)
    {
        // Whose the client is comes first: a stranger learns nothing of who is connected.
        if (!clients.BelongsTo(Caller.ClientId(context), slug))
            return ErrorCatalogue.PickupOfOtherDepartment.With("The client of the token belongs to another department.");
        return departments.Find(slug) is { } department
            ? department
            : ErrorCatalogue.DepartmentUnknown.With("The hub has no connection with a department of this name.");
    }
}
