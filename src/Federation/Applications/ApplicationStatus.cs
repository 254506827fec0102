using CrossBorder.Federation.Applications.Delivery;

namespace CrossBorder.Federation.Applications;

internal enum ApplicationStatus
{
    Submitted,
    InProgress,
    ActionNeeded,
    Accepted,
    Rejected,
    Withdrawn,
    Completed,
}

/// <summary>What becomes of a case follows from its deliveries alone.</summary>
internal static class ApplicationStatuses
{
    public static ApplicationStatus Of(IReadOnlyCollection<DeliveryStatus> deliveries)
    {
        if (deliveries.All(status => status == DeliveryStatus.Withdrawn))
            return ApplicationStatus.Withdrawn;

        var standing = deliveries.Where(status => status != DeliveryStatus.Withdrawn).ToList();
        if (standing.All(status => status == DeliveryStatus.Accepted))
            return ApplicationStatus.Accepted;
        if (standing.All(status => status == DeliveryStatus.Rejected))
            return ApplicationStatus.Rejected;
        // One department has said no and another has not: the resident has something to decide.
        if (standing.Contains(DeliveryStatus.Rejected))
            return ApplicationStatus.ActionNeeded;
        return standing.All(status => status is DeliveryStatus.Queued or DeliveryStatus.Quarantined)
            ? ApplicationStatus.Submitted
            : ApplicationStatus.InProgress;
    }

    public static bool IsOver(ApplicationStatus status) => status is ApplicationStatus.Rejected or ApplicationStatus.Completed;
}
