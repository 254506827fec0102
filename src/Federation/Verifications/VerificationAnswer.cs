namespace CrossBorder.Federation.Verifications;

/// <summary>The whole of what a client is told; the body of the answer, too.</summary>
/// <param name="Match">Whether document, name and birth date belong together. False for an unknown person and for a mismatch alike.</param>
/// <param name="Attestation">The same, signed: JWS in compact form.</param>
internal sealed record VerificationAnswer(bool Match, string Attestation);
