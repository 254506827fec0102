using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Verification.Checks;

namespace CrossBorder.Federation.Applications;

/// <summary>What becomes of a case follows from its deliveries alone.</summary>
internal static class ApplicationStatuses
{
    public static ApplicationStatus Of(IReadOnlyCollection<DeliveryStanding> deliveries)
    {
        // What was passed on stands where it went to.
        var standing = deliveries.Where(delivery => delivery.Status != DeliveryStatus.Withdrawn && !delivery.IsPassedOn).ToList();
        if (standing.Count == 0)
            return ApplicationStatus.Withdrawn;
        if (standing.All(delivery => delivery.Says(DepartmentEventStatus.Completed)))
            return ApplicationStatus.Completed;
        if (standing.Any(delivery => delivery.Says(DepartmentEventStatus.ActionNeeded)))
            return ApplicationStatus.ActionNeeded;
        if (standing.All(delivery => delivery.Status == DeliveryStatus.Accepted))
            return ApplicationStatus.Accepted;
        if (standing.All(delivery => delivery.Status == DeliveryStatus.Rejected))
            return ApplicationStatus.Rejected;
        // One department has said no and another has not: the resident has something to decide.
        if (standing.Exists(delivery => delivery.Status == DeliveryStatus.Rejected))
            return ApplicationStatus.ActionNeeded;
        return standing.All(delivery => delivery.Status is DeliveryStatus.Queued or DeliveryStatus.Quarantined or DeliveryStatus.Waiting)
            ? ApplicationStatus.Submitted
            : ApplicationStatus.InProgress;
    }

    public static bool IsOver(ApplicationStatus status) => status is ApplicationStatus.Rejected or ApplicationStatus.Completed;
}

/// <summary>One delivery as the case sees it.</summary>
/// <param name="Told">What its department said last by an event.</param>
/// <param name="HasSuccessor">True where it was forwarded through the hub, so that another delivery goes on with it.</param>
internal readonly record struct DeliveryStanding(DeliveryStatus Status, DepartmentEventStatus? Told, bool HasSuccessor = false)
{
    public bool IsPassedOn => Status == DeliveryStatus.Forwarded && HasSuccessor;

    /// <summary>What was said before the receipt counts once the receipt is there.</summary>
    public bool Says(DepartmentEventStatus status) => Status == DeliveryStatus.Accepted && Told == status;
}
