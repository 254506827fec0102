using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto.Joint;

/// <summary>
/// A message that carries several signatures over the same bytes, of which those that the verifier requires hold.
/// The only way to one is <see cref="Verify"/>, so what was not signed is never read.
/// </summary>
public sealed class JointlySignedContent
{
    private JointlySignedContent(string json, string type, byte[] payload, IReadOnlyList<SignatureFinding> signatures)
    {
        Json = json;
        Type = type;
        Payload = payload;
        Signatures = signatures;
    }

    /// <summary>The message as it came: JWS JSON serialization, general or flattened (RFC 7515 section 7.2).</summary>
    public string Json { get; }

    /// <summary>The header <c>typ</c>, as the policy wrote it.</summary>
    public string Type { get; }

    /// <summary>The signed bytes.</summary>
    public ReadOnlyMemory<byte> Payload { get; }

    /// <summary>Every signature of the message, in its order: those that hold, and why the others do not.</summary>
    public IReadOnlyList<SignatureFinding> Signatures { get; }

    /// <summary>
    /// Verifies a message. Refusals: CB3001 and CB3002 for its form, CB3091 for a key that signs twice, and CB3090 where a required signature
    /// is lacking, followed by what is wrong with each signature, with a pointer to it.
    /// </summary>
    public static Outcome<JointlySignedContent> Verify(string json, JointPolicy policy)
    {
        if (json.Length > policy.MaximumLength)
            return ErrorCatalogue.SignedContentTooLarge.With($"The message has {json.Length} characters; at most {policy.MaximumLength} are taken.");

        return JointMessage.Parse(json, policy.MaximumSignatures).Then(message => Judge(json, message, policy));
    }

    private static Outcome<JointlySignedContent> Judge(string json, JointMessage message, JointPolicy policy)
    {
        var findings = Enumerable.Range(0, message.Parts.Count).Select(index => SignatureExamination.Examine(message, index, policy)).ToList();
        var signed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var finding in findings.Where(finding => finding.Held))
        {
            if (!signed.Add(finding.Key!.Thumbprint))
                return ErrorCatalogue.SignatureRepeated.With($"{finding.Signer} signed more than once with one key.", message.Parts[finding.Index].Pointer);
        }

        return policy.Requirement.Missing(findings, policy.Signers) is { } lack
            ? Outcome<JointlySignedContent>.Refused(
                [ErrorCatalogue.SignaturesInsufficient.With($"Required here: {lack}."), .. findings.SelectMany(finding => finding.Errors)])
            : new JointlySignedContent(json, policy.Type, message.Payload, findings);
    }
}
