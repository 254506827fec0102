namespace CrossBorder.Federation.Officers;

/// <summary>What an officer is there for. One each: who decides does not audit, and who audits does not decide.</summary>
internal enum OfficerRole
{
    SecurityOfficer,
    Reviewer,
    Auditor,
    Operator,
}
