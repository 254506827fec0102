using System.Text.Json.Nodes;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Events;

/// <summary>A department passes a delivery on to another: what that one gets, and when it is enough.</summary>
internal static class Forwarding
{
    /// <summary>How often a delivery may be passed on before somebody keeps it.</summary>
    public const int MostHops = 5;

    /// <summary>To how many departments one may pass it on.</summary>
    public const int MostSuccessors = 3;

    /// <summary>The delivery that goes on with it; null where it goes there already. CB5097 where it would go round, or on and on.</summary>
    /// <param name="origin">The delivery that is passed on.</param>
    /// <param name="all">Every delivery of the case.</param>
    /// <param name="to">Slug of the next department.</param>
    /// <param name="now">When it is queued.</param>
    public static Outcome<Delivery.Delivery?> Next(
        Delivery.Delivery origin, IReadOnlyCollection<Delivery.Delivery> all, string to, DateTimeOffset now)
    {
        var successors = all.Where(delivery => delivery.ForwardedFrom == origin.Id).ToList();
        if (successors.Exists(delivery => delivery.Department == to))
            return Outcome<Delivery.Delivery?>.Of(null);

        var path = PathTo(origin, all);
        if (path.Contains(to, StringComparer.Ordinal))
            return ErrorCatalogue.ForwardingLoop.With($"'{to}' has had it already.", "/to");
        if (path.Count > MostHops)
            return ErrorCatalogue.ForwardingLoop.With($"It was passed on {MostHops} times already.", "/to");
        if (successors.Count >= MostSuccessors)
            return ErrorCatalogue.ForwardingLoop.With($"It was passed on to {MostSuccessors} departments already.", "/to");

        var id = Guid.CreateVersion7(now).ToString("N");
        return Outcome<Delivery.Delivery?>.Of(new()
        {
            Id = id,
            ApplicationId = origin.ApplicationId,
            Department = to,
            Item = origin.Item,
            ForwardedFrom = origin.Id,
            Payload = PayloadOf(origin, id, to),
            QueuedAt = now,
            DueAt = now,
        });
    }

    /// <summary>The departments that had it, this one included.</summary>
    private static List<string> PathTo(Delivery.Delivery origin, IReadOnlyCollection<Delivery.Delivery> all)
    {
        var path = new List<string>();
        for (var step = origin; step is not null; step = all.FirstOrDefault(delivery => delivery.Id == step.ForwardedFrom))
            path.Add(step.Department);
        return path;
    }

    /// <summary>The same, under an id of its own that names where it came from; the materials stand where the next department may fetch them.</summary>
    private static string PayloadOf(Delivery.Delivery origin, string id, string to)
    {
        var payload = JsonNode.Parse(origin.Payload)!.AsObject();
        payload["id"] = id;
        payload["aud"] = to;
        payload["department"] = to;
        payload["forwardedFrom"] = new JsonObject { ["delivery"] = origin.Id, ["department"] = origin.Department };
        foreach (var material in payload["materials"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            if (material["url"]?.GetValue<string>() is { } url)
            {
                material["url"] = url.Replace(
                    $"/departments/{origin.Department}/deliveries/{origin.Id}/", $"/departments/{to}/deliveries/{id}/", StringComparison.Ordinal);
            }
        }

        return ApplicationJson.Write(payload);
    }
}
