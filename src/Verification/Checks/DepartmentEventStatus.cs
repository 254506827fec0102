namespace CrossBorder.Verification.Checks;

/// <summary>What a department says of a delivery.</summary>
public enum DepartmentEventStatus
{
    /// <summary><c>accepted</c>: it is being dealt with.</summary>
    Accepted,

    /// <summary><c>action_needed</c>: the resident has to do something.</summary>
    ActionNeeded,

    /// <summary><c>forwarded</c>: another department deals with it.</summary>
    Forwarded,

    /// <summary><c>rejected</c>: it is turned down.</summary>
    Rejected,

    /// <summary><c>completed</c>: it is done.</summary>
    Completed,
}
