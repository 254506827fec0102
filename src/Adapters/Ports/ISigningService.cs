using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Signing;

namespace CrossBorder.Adapters.Ports;

/// <summary>Where residents sign documents with a key of their own. Only digests go there, never a document.</summary>
public interface ISigningService
{
    /// <summary>Whether the home with that issuer has a signing service.</summary>
    bool IsOffered(string home);

    /// <summary>Asks for a signature; nothing is signed before the resident has come to the address and agreed on their phone.</summary>
    /// <returns>Where to send the resident; CB4071 where the home has no signing service, CB4001 to CB4004 where it did not take the request.</returns>
    Task<Outcome<SigningPlace>> StartAsync(SigningQuestion question, CancellationToken cancellationToken);

    /// <summary>Asks how far it is. May be asked as often as one likes; nothing is used up by it.</summary>
    /// <param name="home">Issuer of the home.</param>
    /// <param name="reference">The service's, of <see cref="SigningPlace"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What the resident answered; CB4001 to CB4004 where it could not be asked, or the answer is none.</returns>
    Task<Outcome<SigningAnswer>> AskAsync(string home, string reference, CancellationToken cancellationToken);
}

/// <summary>One document to sign.</summary>
/// <param name="Home">Issuer of the home at which the resident signed in.</param>
/// <param name="Digest"><c>sha256:</c> and hex, of the document's UTF-8 bytes.</param>
/// <param name="Title">What the resident reads on the phone, in their language.</param>
/// <param name="Subject">The home's identifier of the resident: nobody else may sign.</param>
/// <param name="Return">Where the browser goes afterwards; registered with the service.</param>
/// <param name="State">Ours, brought back by the browser.</param>
/// <param name="Language">BCP 47 tag for the service's pages.</param>
public sealed record SigningQuestion(string Home, string Digest, string Title, string Subject, Uri Return, string State, string Language);

/// <summary>Where a signature is made.</summary>
/// <param name="Reference">The service's, to ask by.</param>
/// <param name="Address">For the resident's browser, here or on the phone.</param>
/// <param name="Until">When the service gives up waiting.</param>
public sealed record SigningPlace(string Reference, Uri Address, DateTimeOffset Until);

/// <summary>How far a signing is.</summary>
/// <param name="Status">How far.</param>
/// <param name="Signature">Where it was signed; nothing of it is verified.</param>
/// <param name="Refusal">The service's code of a refusal, where it said one.</param>
public sealed record SigningAnswer(SigningStatus Status, ResidentSignature? Signature = null, string? Refusal = null);

/// <summary>How far a signing is.</summary>
public enum SigningStatus
{
    /// <summary>The resident has not answered.</summary>
    Open,

    /// <summary>The resident signed.</summary>
    Signed,

    /// <summary>The resident declined.</summary>
    Declined,

    /// <summary>Nobody answered in time, or the service knows nothing of it any more.</summary>
    Expired,

    /// <summary>It ended otherwise: another person signed in, the account cannot sign, the service failed.</summary>
    Failed,
}
