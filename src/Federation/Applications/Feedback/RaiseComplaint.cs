using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Feedback;

/// <summary>Makes a case of its own of a complaint or a question: with a number, an envelope, a receipt and a timeline.</summary>
internal sealed class RaiseComplaint(IApplicationStore store, FileApplication filing, Hotline hotline)
{
    public async Task<Outcome<CaseView>> RaiseAsync(Applicant applicant, Complaint complaint, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(applicant.ResidentId, complaint.CaseNumber, cancellationToken) is null)
            return ErrorCatalogue.CaseUnknown.With("No case of this number is the caller's.");
        if (!hotline.IsOpen)
            return ErrorCatalogue.HotlineClosed.With("The settings name no department for the hotline.");

        var errors = new List<Error>();
        if (!ComplaintKind.Holds(complaint.Kind))
            errors.Add(ErrorCatalogue.ComplaintInvalid.With($"'kind' is {ComplaintKind.Complaint} or {ComplaintKind.Question}.", "/kind"));
        if (string.IsNullOrWhiteSpace(complaint.Text) || complaint.Text.Length > Complaint.LongestText || Words.HasControls(complaint.Text))
            errors.Add(ErrorCatalogue.ComplaintInvalid.With($"'text' is 1 to {Complaint.LongestText} characters.", "/text"));
        return errors.Count > 0
            ? Outcome<CaseView>.Refused(errors)
            : await filing.FileAsync(
                applicant, new Filing(complaint.IdempotencyKey, complaint.ClientId, complaint.CanonicalText, complaint.CaseNumber),
                () => Task.FromResult<Outcome<VerifiedApplication>>(hotline.Of(complaint)), cancellationToken);
    }

    /// <summary>The case that was filed under this key; null where there is none.</summary>
    public Task<CaseView?> FindFiledAsync(Applicant applicant, string idempotencyKey, CancellationToken cancellationToken) =>
        filing.FindAsync(applicant, clientId: null, idempotencyKey, cancellationToken);
}
