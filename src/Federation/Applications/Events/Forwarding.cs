using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Events;

/// <summary>A department passes a delivery on, to one other or in parts to several: who gets what, and when it is enough.</summary>
internal static class Forwarding
{
    /// <summary>How often a delivery may be passed on before somebody keeps it.</summary>
    public const int MostHops = 5;

    /// <summary>To how many departments one may pass it on, one after the other.</summary>
    public const int MostSuccessors = 3;

    /// <summary>How many deliveries a case may have: parts of parts of parts come to an end.</summary>
    public const int MostDeliveries = 100;

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
        if (Refusal(path, all, added: 1, [(to, "/to")]) is { } loop)
            return loop;
        if (successors.Count >= MostSuccessors)
            return ErrorCatalogue.ForwardingLoop.With($"It was passed on to {MostSuccessors} departments already.", "/to");
        return Outcome<Delivery.Delivery?>.Of(Successor.Of(origin, new SplitPart(to, null, null), now));
    }

    /// <summary>
    /// The deliveries that its parts become, less those that are there already. A department may keep a part, as a delivery of its own, where the
    /// rest goes to others. CB5097 where one would go round, or there would be too many.
    /// </summary>
    /// <param name="origin">The delivery that is split.</param>
    /// <param name="all">Every delivery of the case.</param>
    /// <param name="parts">What its department said.</param>
    /// <param name="now">When they are queued.</param>
    public static Outcome<IReadOnlyList<Delivery.Delivery>> Split(
        Delivery.Delivery origin, IReadOnlyCollection<Delivery.Delivery> all, IReadOnlyList<SplitPart> parts, DateTimeOffset now)
    {
        var successors = all.Where(delivery => delivery.ForwardedFrom == origin.Id).ToList();
        var added = parts.Where(part => !successors.Exists(delivery =>
            delivery.Department == part.Department && delivery.Item == (part.Item ?? origin.Item))).ToList();
        if (parts.All(part => part.Department == origin.Department))
            return ErrorCatalogue.ForwardingLoop.With($"Every part would stay with '{origin.Department}'.", "/split");
        var earlier = PathTo(origin, all);
        var others = parts.Index().Where(part => part.Item.Department != origin.Department)
            .Select(part => (part.Item.Department, $"/split/{part.Index}/department"));
        return Refusal(earlier, all, added.Count, [.. others]) is { } loop
            ? loop
            : Outcome<IReadOnlyList<Delivery.Delivery>>.Of([.. added.Select(part => Successor.Of(origin, part, now))]);
    }

    private static Error? Refusal(
        List<string> path, IReadOnlyCollection<Delivery.Delivery> all, int added, IReadOnlyList<(string Department, string Pointer)> to)
    {
        foreach (var (department, pointer) in to.Where(next => path.Contains(next.Department, StringComparer.Ordinal)))
            return ErrorCatalogue.ForwardingLoop.With($"'{department}' has had it already.", pointer);
        if (path.Count > MostHops)
            return ErrorCatalogue.ForwardingLoop.With($"It was passed on {MostHops} times already.", to.Count > 0 ? to[0].Pointer : "");
        return all.Count + added > MostDeliveries
            ? ErrorCatalogue.ForwardingLoop.With($"A case has at most {MostDeliveries} deliveries.", to.Count > 0 ? to[0].Pointer : "")
            : null;
    }

    /// <summary>The departments that had it, this one included.</summary>
    private static List<string> PathTo(Delivery.Delivery origin, IReadOnlyCollection<Delivery.Delivery> all)
    {
        var path = new List<string>();
        for (var step = origin; step is not null; step = all.FirstOrDefault(delivery => delivery.Id == step.ForwardedFrom))
            path.Add(step.Department);
        return path;
    }
}
