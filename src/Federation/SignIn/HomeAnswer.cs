namespace CrossBorder.Federation.SignIn;

/// <summary>What a visit to a home brought back.</summary>
/// <param name="Scheme">The home's.</param>
/// <param name="Assertion">The signed assertion, not yet verified.</param>
/// <param name="Nonce">What the visit was made with.</param>
/// <param name="HomeSession">What the home calls its session; null where it did not say.</param>
internal sealed record HomeAnswer(string Scheme, string Assertion, string Nonce, string? HomeSession);
