namespace CrossBorder.Federation.Trust.Changes;

/// <summary>What an officer asks for.</summary>
/// <param name="Kind">What is to happen.</param>
/// <param name="Fingerprint">SHA-256 thumbprint of the certificate, base64url.</param>
/// <param name="Reason">Why, in the officer's words; another officer decides by it, and auditors read it.</param>
/// <param name="NotBefore">When it may begin to have an effect; null for at once after approval.</param>
/// <param name="ConfirmWithin">After this long in force without a confirmation it rolls back by itself; null for never.</param>
internal sealed record TrustProposal(TrustChangeKind Kind, string Fingerprint, string Reason, DateTimeOffset? NotBefore = null, TimeSpan? ConfirmWithin = null);
