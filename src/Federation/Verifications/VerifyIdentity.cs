using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Verifications;

/// <summary>Usable, not visible: asks the directory, compares here, and tells yes or no with a signature, and nothing else.</summary>
internal sealed class VerifyIdentity(
    IAccountDirectory directory, GuessLimit guesses, AttestationSigner signer, IVerificationRecords records)
{
    /// <param name="commitment">Binds the attestation to the question, where the client wants that.</param>
    public async Task<Outcome<VerificationAnswer>> AnswerAsync(
        string clientId, VerificationRequest request, QuestionCommitment? commitment, CancellationToken cancellationToken)
    {
        if (!guesses.Allows(clientId, request.Document))
            return ErrorCatalogue.TooManyRequests.With("Too many answers of no about one document.");

        var found = await directory.FindHoldersAsync(new DirectoryQuery(request.Document.Type, request.Document.Number), cancellationToken);
        if (!found.TryGetValue(out var holders))
            return Outcome<VerificationAnswer>.Refused(found.Errors);

        var match = HolderComparison.Matches(request, holders);
        if (!match)
            guesses.Count(clientId, request.Document);

        var signed = signer.Sign(clientId, request.Document.Type, match, commitment);
        if (!signed.TryGetValue(out var attestation))
            return Outcome<VerificationAnswer>.Refused(signed.Errors);
        await records.AddAsync(new VerificationAnswered(attestation, clientId, request.Document.Type, match), cancellationToken);
        return new VerificationAnswer(match, attestation.Compact);
    }
}
