using CrossBorder.Verification.Trust;

namespace CrossBorder.Adapters.Shared;

/// <summary>A partner that is spoken to in signed questions and answers.</summary>
/// <param name="HttpClient">Name of its HTTP client.</param>
/// <param name="SigningKey">Id of the hub's key for questions.</param>
/// <param name="Audience">What the partner calls itself.</param>
/// <param name="Identity">The URI in the certificate that its answers are signed with.</param>
internal sealed record SignedPartner(
    string HttpClient,
    Uri BaseAddress,
    string SigningKey,
    string Audience,
    string Identity,
    Jurisdiction Jurisdiction,
    IReadOnlyCollection<string> AnswerAlgorithms);
