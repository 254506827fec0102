using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Trust.Changes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>The steps that one officer may take with a change as it stands. The rules are those of <see cref="TrustChange"/>, which has the last word; this shows no button that it would refuse.</summary>
internal sealed record ChangeSteps(bool Approve, bool Refuse, bool Confirm, bool RollBack, bool Withdraw)
{
    public const string ToApprove = "approve";
    public const string ToRefuse = "refuse";
    public const string ToConfirm = "confirm";
    public const string ToRollBack = "roll-back";
    public const string ToWithdraw = "withdraw";

    private static readonly ChangeSteps None = new(false, false, false, false, false);

    public bool Any => this != None;

    public static ChangeSteps Of(TrustChange change, OfficerPresence officer)
    {
        if (officer.Role != OfficerRole.SecurityOfficer)
            return None;
        var own = string.Equals(change.ProposedBy, officer.Name, StringComparison.OrdinalIgnoreCase);
        var decides = change.State == TrustChangeState.Proposed && !own;
        var concludes = change.State == TrustChangeState.InForce && !(change.IsEmergency && own);
        return new ChangeSteps(decides, decides, concludes, concludes, own && (change.State is TrustChangeState.Proposed or TrustChangeState.Approved));
    }

    /// <summary>Whether the certificate's name is typed before it: what takes trust away from somebody, or gives it back against what was decided.</summary>
    public static bool NeedsName(TrustChange change, string? step) =>
        step == ToRollBack || (step == ToApprove && (change.Kind is TrustChangeKind.Suspend or TrustChangeKind.Revoke));
}
