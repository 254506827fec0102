using CrossBorder.Federation.Trust.Records;

namespace CrossBorder.Federation.SignIn;

/// <summary>What a sign-in rests on.</summary>
/// <param name="Assertion">The home's signed assertion.</param>
/// <param name="Use">The acceptance of it, still to be recorded; null for a journey that began before there were records.</param>
/// <param name="ClientId">The relying party that the person is on the way to.</param>
/// <param name="HomeSession">What the home calls its session; null where it did not say.</param>
internal sealed record SignedProof(string Assertion, TrustUse? Use, string ClientId, string? HomeSession = null);
