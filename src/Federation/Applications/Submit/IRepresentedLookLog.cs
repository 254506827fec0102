namespace CrossBorder.Federation.Applications.Submit;

/// <summary>Where it is written down that somebody who acts for the applicant is shown what is known of them: the applicant reads it.</summary>
internal interface IRepresentedLookLog
{
    /// <summary>Stored once this returns, so that no look goes unseen.</summary>
    Task RecordAsync(Applicant represented, CancellationToken cancellationToken);
}
