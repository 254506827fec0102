using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Ports;

/// <summary>A home that lets residents sign a digest in its app. What they answer comes as a <see cref="Disclosure"/>.</summary>
public interface IHomeSignatures
{
    /// <summary>Puts the digest before the resident.</summary>
    /// <param name="task">What is to be signed.</param>
    /// <param name="grant">What signing in gave.</param>
    /// <param name="reference">Ours, unguessable; the answer bears it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Their number of the question; CB4002, CB4004, CB4060 to CB4062 where it could not be put.</returns>
    Task<Outcome<string>> AskAsync(SigningTask task, HomeGrant grant, string reference, CancellationToken cancellationToken);
}

/// <summary>A digest to sign.</summary>
/// <param name="Digest">SHA-256.</param>
/// <param name="Title">What the resident reads in the app.</param>
public sealed record SigningTask(byte[] Digest, string Title);

/// <summary>What a resident signed in the app.</summary>
/// <param name="Signature">Over the document whose digest was asked for.</param>
/// <param name="Certificates">DER, leaf first.</param>
/// <param name="SignedAt">When the home says that it was signed.</param>
public sealed record SignedDigest(byte[] Signature, IReadOnlyList<byte[]> Certificates, DateTimeOffset SignedAt);
