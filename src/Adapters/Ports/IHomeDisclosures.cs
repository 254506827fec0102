using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Http;

namespace CrossBorder.Adapters.Ports;

/// <summary>What is asked of a resident after sign-in, at a home that answers later and by a call of its own.</summary>
public enum DisclosureKind
{
    /// <summary>Name, identity card, birth date, gender.</summary>
    Profile,

    /// <summary>What the resident keeps there for filling in forms: contact, and further documents.</summary>
    FormData,

    /// <summary>To prove oneself once more and by stronger means; tells nothing of the person.</summary>
    StepUp,

    /// <summary>To sign a digest; see <see cref="IHomeSignatures"/>.</summary>
    Signature,
}

/// <summary>A home that signs no assertion: residents approve each disclosure in its app, and it calls back with what they approved.</summary>
public interface IHomeDisclosures
{
    /// <summary>Puts a question to the resident.</summary>
    /// <param name="kind">What is asked.</param>
    /// <param name="grant">What signing in gave.</param>
    /// <param name="reference">Ours, unguessable; the answer bears it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Their number of the question; CB4002, CB4004, CB4060 to CB4062 where it could not be put.</returns>
    Task<Outcome<string>> AskAsync(DisclosureKind kind, HomeGrant grant, string reference, CancellationToken cancellationToken);

    /// <summary>Reads an answer from the request that brings it, once it is proved to be the home's.</summary>
    /// <returns>The answer; CB4004 and CB4061 to CB4065 where it is not believed.</returns>
    Task<Outcome<Disclosure>> ReceiveAsync(DisclosureKind kind, HttpRequest request);
}

/// <summary>Remembers the nonces of calls that were believed: through restarts, and for all nodes.</summary>
public interface IUsedNonces
{
    /// <summary>True the first time, false ever after.</summary>
    Task<bool> TryUseAsync(string nonce, DateTimeOffset until, CancellationToken cancellationToken);
}

/// <summary>What a resident answered.</summary>
/// <param name="Reference">The question's reference.</param>
/// <param name="Subject">Whom the home says it is from: its identifier of the resident for this service.</param>
/// <param name="Approved">False where the resident declined.</param>
/// <param name="Person">What was told; empty where nothing was.</param>
public sealed record Disclosure(string Reference, string Subject, bool Approved, DisclosedPerson Person)
{
    /// <summary>What was signed, where that was asked and agreed to.</summary>
    public SignedDigest? Signed { get; init; }
}
