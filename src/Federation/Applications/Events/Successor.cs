using System.Text.Json.Nodes;
using CrossBorder.Verification.Checks;

namespace CrossBorder.Federation.Applications.Events;

/// <summary>The delivery that goes on with one that was passed on, whole or in part.</summary>
internal static class Successor
{
    public static Delivery.Delivery Of(Delivery.Delivery origin, SplitPart part, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now).ToString("N");
        return new()
        {
            Id = id,
            ApplicationId = origin.ApplicationId,
            Department = part.Department,
            Item = part.Item ?? origin.Item,
            ForwardedFrom = origin.Id,
            Payload = PayloadOf(origin, id, part),
            QueuedAt = now,
            DueAt = now,
        };
    }

    /// <summary>The same, under an id of its own that names where it came from; the materials stand where the next department may fetch them.</summary>
    private static string PayloadOf(Delivery.Delivery origin, string id, SplitPart part)
    {
        var payload = JsonNode.Parse(origin.Payload)!.AsObject();
        payload["id"] = id;
        payload["aud"] = part.Department;
        payload["department"] = part.Department;
        payload["item"] = part.Item ?? origin.Item;
        payload["forwardedFrom"] = new JsonObject { ["delivery"] = origin.Id, ["department"] = origin.Department, ["item"] = origin.Item };
        if (part.Reason is not null)
            payload["forwardedFrom"]!["reason"] = part.Reason;
        foreach (var material in payload["materials"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            if (material["url"]?.GetValue<string>() is { } url)
            {
                material["url"] = url.Replace(
                    $"/departments/{origin.Department}/deliveries/{origin.Id}/", $"/departments/{part.Department}/deliveries/{id}/", StringComparison.Ordinal);
            }
        }

        return ApplicationJson.Write(payload);
    }
}
