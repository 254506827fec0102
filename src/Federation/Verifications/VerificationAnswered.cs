namespace CrossBorder.Federation.Verifications;

/// <summary>That a verification was answered. Whom it was about is not kept.</summary>
internal sealed record VerificationAnswered(SignedAttestation Attestation, string ClientId, string DocumentType, bool Match);
