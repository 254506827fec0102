using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Signing;

/// <summary>Lets an application be filed only with the signature that its item asks for, over exactly what is filed.</summary>
internal sealed class SignedApplications(IApplicationSignings signings, TimeProvider clock)
{
    private const string Pointer = "/signing";

    /// <summary>How long after it was signed an application can be filed.</summary>
    public static TimeSpan FiledWithin { get; } = TimeSpan.FromMinutes(30);

    /// <summary>The application with its proof where it needs one; else why it is not filed: CB5175 to CB5181.</summary>
    public async Task<Outcome<VerifiedApplication>> RequireAsync(
        Applicant applicant, SubmitApplication request, VerifiedApplication application, CancellationToken cancellationToken)
    {
        if (request.Signing is not { } reference)
            return application.Entry.Signing == SigningNeed.None
                ? application
                : ErrorCatalogue.SigningRequired.With(SigningNeeds.Of(application.Entry.Signing), Pointer);
        if (await signings.FindAsync(reference, cancellationToken) is not { } signing
            || signing.ResidentId != applicant.ResidentId || signing.ClientId != request.ClientId)
            return ErrorCatalogue.SigningUnknown.With("There is no signing of this reference.", Pointer);
        if (Refusal(signing) is { } refused)
            return refused;
        if (await signings.CaseOfAsync(reference, cancellationToken) is not null)
            return ErrorCatalogue.SigningUsed.With("A case was filed with it.", Pointer);

        // Made anew from what is filed now: a signature counts for these words and no others.
        // Another version of the catalogue is no reason by itself: the document has a digest of what it says of this entry.
        var document = SigningDocument.Write(signing.Id, signing.CreatedAt, signing.CatalogueVersion, signing.Language, applicant, application);
        return document == signing.Document
            ? application with { Proof = SigningProof.Read(signing.Proof!) }
            : ErrorCatalogue.SignedDocumentOther.With("The document made of it is another one.", Pointer);
    }

    /// <summary>Why nothing can be filed with it as it stands; null where something can.</summary>
    private Error? Refusal(ApplicationSigning signing) => signing.State switch
    {
        SigningState.Signed when clock.GetUtcNow() - signing.VerifiedAt > FiledWithin => ErrorCatalogue.SigningExpired.With("It was signed more than half an hour ago.", Pointer),
        SigningState.Signed => null,
        SigningState.Declined => ErrorCatalogue.SigningDeclined.With("The resident declined.", Pointer),
        SigningState.Failed => ErrorCatalogue.All[signing.Refusal!].With("The signing ended so.", Pointer),
        SigningState.Expired => ErrorCatalogue.SigningExpired.With("Nobody signed in time.", Pointer),
        _ when signing.ExpiresAt <= clock.GetUtcNow() => ErrorCatalogue.SigningExpired.With("Nobody signed in time.", Pointer),
        _ => ErrorCatalogue.SigningOpen.With("The resident has not signed yet.", Pointer),
    };
}
