using CrossBorder.Federation.Applications.Status;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Submit;

internal interface ISubmitApplication
{
    /// <summary>
    /// Files an application, or gives all reasons against it. Where <see cref="ErrorCatalogue.AssuranceInsufficient"/> is the
    /// reason, a stronger sign-in at the entry’s required level helps.
    /// </summary>
    Task<Outcome<CaseView>> SubmitAsync(Applicant applicant, SubmitApplication request, CancellationToken cancellationToken);

    /// <summary>The case that was filed under this key, as it stands now; null where there is none.</summary>
    Task<CaseView?> FindFiledAsync(Applicant applicant, string? clientId, string idempotencyKey, CancellationToken cancellationToken);

    /// <summary>
    /// What the hub can fill in for this person, by field name: for a form to show. Whoever acts for them is refused where they could not file it,
    /// and that they look is written down before.
    /// </summary>
    Task<Outcome<PrefilledForm>> PrefillAsync(Applicant applicant, string code, CancellationToken cancellationToken);
}

/// <param name="Values">Field values that the hub takes from identity and licences.</param>
/// <param name="WaivedMaterials">Slugs that need no upload.</param>
internal sealed record PrefilledForm(IReadOnlyDictionary<string, string> Values, IReadOnlySet<string> WaivedMaterials)
{
    /// <summary>Fields that the hub fills in too, whose values are not for who is there.</summary>
    public required IReadOnlySet<string> Withheld { get; init; }
}
