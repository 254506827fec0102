using CrossBorder.Verification.Crypto;

namespace CrossBorder.Verification.Trust;

/// <summary>
/// The certificate of one partner that is believed for itself, because its authority is not among ours: for one purpose, and for
/// one party alone. It certifies nobody else, and only its removal from the list revokes it.
/// </summary>
/// <param name="Name">How operators call it.</param>
/// <param name="Certificate">The partner's own certificate, not that of an authority.</param>
/// <param name="Jurisdiction">The place that the partner belongs to.</param>
/// <param name="Purpose">The one use that it is believed for.</param>
/// <param name="Party">Whom it speaks for, written as a certificate below an anchor would name them: the issuer of a home provider, else a URN.</param>
public sealed record PartnerCertificate(string Name, Certificate Certificate, Jurisdiction Jurisdiction, TrustPurpose Purpose, string Party);
