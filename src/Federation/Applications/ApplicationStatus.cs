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
