using System.Text;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Crypto.Joint;

/// <summary>Asks the expected signers, one after another, whether a signature is their own.</summary>
internal static class SignatureExamination
{
    public static SignatureFinding Examine(JointMessage message, int index, JointPolicy policy)
    {
        var part = message.Parts[index];
        if (!part.Header.TryGetValue(out var header))
            return Failed(null, part.Header.Errors);
        if (!SignedContent.IsType(header.Type, policy.Type))
            return Failed(header, [ErrorCatalogue.ContentTypeWrong.With($"A message of type '{policy.Type}' is wanted here.")]);

        var signed = new SignedPart(index, header, Encoding.ASCII.GetBytes($"{part.EncodedHeader}.{message.EncodedPayload}"), part.Signature);
        IReadOnlyList<Error> reasons = [ErrorCatalogue.SigningKeyUnknown.With("It is signed with a key that no expected signer has.")];
        foreach (var signer in policy.Signers)
        {
            if (KeyOf(signer, header) is not { } key)
                continue;

            var outcome = Verify(signer, key, signed);
            if (outcome.TryGetValue(out var held))
                return held;

            reasons = outcome.Errors;
        }

        return Failed(header, reasons);

        SignatureFinding Failed(JwsHeader? read, IReadOnlyList<Error> errors) =>
            new(index, read, [.. errors.Select(error => error with { Pointer = part.Pointer })]);
    }

    private static VerificationKey? KeyOf(ExpectedSigner signer, JwsHeader header)
    {
        var presented = header.Chain.Count > 0 ? header.Chain[0].PublicKey : null;
        if (signer.Chain is not null)
            return presented;

        return presented is not null
            ? signer.Keys.FirstOrDefault(key => key.IsSameKeyAs(presented))
            : signer.Keys.FirstOrDefault(key => string.Equals(key.KeyId, header.KeyId, StringComparison.Ordinal));
    }

    private static Outcome<SignatureFinding> Verify(ExpectedSigner signer, VerificationKey key, SignedPart signed)
    {
        if (!AlgorithmCatalogue.TryGet(signed.Header.Algorithm, out var algorithm) || !signer.Algorithms.Contains(algorithm.Name))
            return ErrorCatalogue.AlgorithmNotAllowed.With($"Taken from {signer.Name}: {string.Join(", ", signer.Algorithms)}.");
        if (key.Kind != algorithm.Kind)
            return ErrorCatalogue.AlgorithmNotAllowed.With($"{algorithm.Name} is not for a key of kind {key.Kind}.");
        if (!key.Verify(algorithm, signed.Input, signed.Signature, signer.Profile))
            return ErrorCatalogue.SignatureInvalid.With($"The {algorithm.Name} signature of {signer.Name} does not hold.");

        var chain = signer.Chain is null ? null : ChainVerifier.Verify(signed.Header.Chain, signer.Chain);
        return chain is { Succeeded: false }
            ? Outcome<SignatureFinding>.Refused(chain.Errors)
            : new SignatureFinding(signed.Index, signed.Header, [])
            {
                Signer = signer.Name, Jurisdiction = signer.Jurisdiction, Key = key, Chain = chain?.Value,
            };
    }

    private sealed record SignedPart(int Index, JwsHeader Header, byte[] Input, byte[] Signature);
}
