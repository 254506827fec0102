using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Verification.Checks;

namespace CrossBorder.Federation.Applications;

/// <summary>The words that the API writes for a status.</summary>
internal static class StatusWords
{
    public static string Of(ApplicationStatus status) => status switch
    {
        ApplicationStatus.InProgress => "in_progress",
        ApplicationStatus.ActionNeeded => "action_needed",
        ApplicationStatus.Accepted => "accepted",
        ApplicationStatus.Rejected => "rejected",
        ApplicationStatus.Withdrawn => "withdrawn",
        ApplicationStatus.Completed => "completed",
        _ => "submitted",
    };

    public static string Of(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Sent => "sent",
        DeliveryStatus.Accepted => "accepted",
        DeliveryStatus.Rejected => "rejected",
        DeliveryStatus.Forwarded => "forwarded",
        DeliveryStatus.Withdrawn => "withdrawn",
        DeliveryStatus.Quarantined => "quarantined",
        _ => "queued",
    };

    public static string Of(ClockState state) => state switch
    {
        ClockState.Stopped => "stopped",
        ClockState.Ended => "ended",
        _ => "running",
    };

    public static string Of(DepartmentEventStatus status) => status switch
    {
        DepartmentEventStatus.Accepted => "accepted",
        DepartmentEventStatus.ActionNeeded => "action_needed",
        DepartmentEventStatus.Forwarded => "forwarded",
        DepartmentEventStatus.Rejected => "rejected",
        _ => "completed",
    };
}
