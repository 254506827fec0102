using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Crypto.Joint;

/// <summary>What was found out about one of a message's signatures.</summary>
public sealed class SignatureFinding
{
    internal SignatureFinding(int index, JwsHeader? header, IReadOnlyList<Error> errors)
    {
        Index = index;
        Algorithm = header?.Algorithm ?? "";
        KeyId = header?.KeyId;
        Errors = errors;
    }

    /// <summary>Its place in the message, from 0.</summary>
    public int Index { get; }

    /// <summary>Its protected header <c>alg</c>; empty where the header could not be read.</summary>
    public string Algorithm { get; }

    /// <summary>Its protected header <c>kid</c>.</summary>
    public string? KeyId { get; }

    /// <summary>True where it holds, under a key of an expected signer.</summary>
    public bool Held => Errors.Count == 0;

    /// <summary>Why it does not hold; empty where it does. Codes: CB3003 to CB3008, and CB3010 to CB3017 where certificates were judged.</summary>
    public IReadOnlyList<Error> Errors { get; }

    /// <summary>The expected signer's name, where it holds.</summary>
    public string? Signer { get; internal init; }

    /// <summary>The place that the signer speaks for, where it holds and there is one.</summary>
    public Jurisdiction? Jurisdiction { get; internal init; }

    /// <summary>The key that it holds under.</summary>
    public VerificationKey? Key { get; internal init; }

    /// <summary>The signer's verified certificates, where it holds and the signer is known by certificates.</summary>
    public VerifiedChain? Chain { get; internal init; }
}
