using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.SignIn;

/// <summary>A person as the home proved them, and the use of trust that this was.</summary>
internal sealed record VerifiedPerson(VerifiedIdentity Identity, TrustUse? Use);
