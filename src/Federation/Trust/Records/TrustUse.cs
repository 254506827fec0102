using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust.Records;

/// <summary>One acceptance on the strength of the trust list, before it is known what it led to. Headers only: nothing of the message's payload.</summary>
/// <param name="Path">Id of the <see cref="TrustPath"/>.</param>
/// <param name="At">When it was judged.</param>
/// <param name="Purpose">What the signer's certificate was used for.</param>
/// <param name="Party">Who signed: issuer of a home, URI of a department or a directory.</param>
/// <param name="Algorithm">The header <c>alg</c>.</param>
/// <param name="KeyId">The header <c>kid</c>.</param>
/// <param name="Type">The header <c>typ</c>.</param>
internal sealed record TrustUse(string Path, DateTimeOffset At, TrustPurpose Purpose, string Party, string Algorithm, string? KeyId, string Type);
