using System.Buffers;
using System.Text.Json;
using CrossBorder.Federation.AssertionGateway.Hosting;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.AssertionGateway.Signing;

/// <summary>What the hub asks one resident to sign.</summary>
/// <param name="Digest">SHA-256 of the document, which stays with the hub.</param>
/// <param name="Subject">Who must sign: the identifier that this gateway's assertions give the resident.</param>
/// <param name="Return">Where the browser goes afterwards, registered.</param>
/// <param name="State">The hub's, brought back by the browser.</param>
internal sealed record SigningRequest(byte[] Digest, string Title, string Subject, string Return, string State, string? Language)
{
    private const string Sha256 = "sha256:";
    private const int DigestLength = 32;
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>CB4074 where a part of it is not what this gateway signs.</summary>
    public static Outcome<SigningRequest> Read(JsonElement message, GatewayClientOptions client)
    {
        if (HubRequests.TextOf(message, "digest") is not { } digest || !digest.StartsWith(Sha256, StringComparison.Ordinal)
            || digest.Length != Sha256.Length + (2 * DigestLength) || digest.AsSpan(Sha256.Length).ContainsAnyExcept(Hex))
            return Wrong("digest", "is not sha256: and 64 hex digits");
        if (HubRequests.TextOf(message, "title") is not { Length: > 0 and <= 200 } title || title.Any(char.IsControl))
            return Wrong("title", "is empty, longer than 200 characters or holds control characters");
        if (HubRequests.TextOf(message, "subject") is not { Length: > 0 and <= 200 } subject)
            return Wrong("subject", "is missing");
        if (HubRequests.TextOf(message, "return") is not { } address || !client.SigningReturnUris.Contains(address))
            return Wrong("return", "is not registered");
        if (HubRequests.TextOf(message, "state") is not { Length: > 0 and <= 200 } state)
            return Wrong("state", "is missing");
        return new SigningRequest(Convert.FromHexString(digest.AsSpan(Sha256.Length)), title, subject, address, state, HubRequests.TextOf(message, "language"));
    }

    private static Error Wrong(string member, string why) => ErrorCatalogue.SigningRequestWrong.With($"'{member}' {why}.", "/" + member);
}
