using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Events;

/// <summary>Events of departments as they are stored.</summary>
internal interface IDepartmentEvents
{
    Task<DepartmentEvent?> FindAsync(string department, string id, CancellationToken cancellationToken);

    /// <summary>
    /// Stores the event, moves delivery and case and writes timeline and audit, in one transaction. The same event again gives the stored one.
    /// CB5083 where no such delivery went to the department, CB5085 where the id has other content, CB5088 where there are too many,
    /// CB5097 where it cannot be forwarded there.
    /// </summary>
    /// <param name="told">The event, verified.</param>
    /// <param name="use">What it was verified over, stored with it.</param>
    /// <param name="most">The most events that one delivery may have.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<Outcome<DepartmentEvent>> KeepAsync(DepartmentEvent told, TrustUse? use, int most, CancellationToken cancellationToken);
}
