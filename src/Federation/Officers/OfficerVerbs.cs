using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Officers;

/// <summary>
/// Who may act on officers' accounts from the command line. Where a security officer is there beside the one concerned, one of those
/// proves to be it: the account of the machine is no way around them. Where none is, the machine is what there is.
/// </summary>
internal sealed class OfficerVerbs(IOfficers officers, CommandOfficer command)
{
    /// <summary>Null for the machine alone. CB6068 where an officer has to prove who they are, or is the one concerned.</summary>
    /// <param name="concerned">Whose account it is about.</param>
    /// <param name="officer">Who says that they act; null for nobody.</param>
    /// <param name="secrets">Asked for only where they are needed.</param>
    /// <param name="verb">For the audit log.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Outcome<OfficerActing>> WhoAsync(
        string concerned, string? officer, Func<CommandSecrets> secrets, string verb, CancellationToken cancellationToken)
    {
        if (officer is null)
        {
            // One who was reset and has not come back cannot prove anything: nobody waits for them.
            var others = (await officers.ListAsync(cancellationToken)).Any(other => other.Role == OfficerRole.SecurityOfficer
                && other.DisabledAt is null && other.HasWayIn
                && !other.UserName!.Equals(concerned, StringComparison.OrdinalIgnoreCase));
            return others
                ? ErrorCatalogue.OfficerOtherNeeded.With("A security officer other than the one concerned says who they are: --officer.")
                : new OfficerActing(null);
        }

        if (officer.Trim().Equals(concerned, StringComparison.OrdinalIgnoreCase))
            return ErrorCatalogue.OfficerOtherNeeded.With("Nobody does this to their own account.");
        var signedIn = await command.SignInAsync(officer, secrets(), verb, cancellationToken, OfficerRole.SecurityOfficer);
        return signedIn.TryGetValue(out var presence) ? new OfficerActing(presence) : Outcome<OfficerActing>.Refused(signedIn.Errors);
    }
}

/// <summary>Who acts; nobody's presence where the machine's own account is what there is.</summary>
internal sealed record OfficerActing(OfficerPresence? Presence);
