using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Verification.Checks;

namespace CrossBorder.Federation.Applications.Supplements;

/// <summary>What a case still takes from its resident.</summary>
internal static class Awaited
{
    public static bool IsOpen(Application application) =>
        application.Status != ApplicationStatus.Withdrawn && !ApplicationStatuses.IsOver(application.Status);

    /// <summary>Materials that a department waits for: deferred ones, and while it needs something from the resident, any of its item.</summary>
    public static IReadOnlyList<string> Of(Application application) => IsOpen(application)
        ? [.. application.Deferred.Where(material => material.HandedInAt is null).Select(material => material.Slug)
            .Union(AskedFor(application), StringComparer.Ordinal)]
        : [];

    // Lists of cases come by here: what was filed is read only where a department asks for more.
    private static IEnumerable<string> AskedFor(Application application) => application.Deliveries.Exists(Needs)
        ? FiledPart.Standing(application).Where(standing => Needs(standing.Delivery))
            .SelectMany(standing => standing.Part.Materials.Select(material => material.Slug))
        : [];

    /// <summary>Whether this delivery's department gets a material of this slug.</summary>
    public static bool By(Delivery.Delivery delivery, FiledPart part, string slug) =>
        part.Deferred(slug) || (Needs(delivery) && part.Asks(slug));

    private static bool Needs(Delivery.Delivery delivery) =>
        new DeliveryStanding(delivery.Status, delivery.Told).Says(DepartmentEventStatus.ActionNeeded);
}
