using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Primitives;

namespace CrossBorder.Federation.OpenIdConnect.Dpop;

/// <summary>What the present request shows of its sender's key, for all who ask while it is answered.</summary>
/// <param name="Header">The header that was read, so that a second reading of the same request is none.</param>
/// <param name="Proof">Null where there is no header.</param>
internal sealed record DpopReading(StringValues Header, Outcome<DpopProof>? Proof)
{
    public const string Scheme = "DPoP";
    private const string Prefix = Scheme + " ";

    /// <summary>The key; null where none was proved.</summary>
    public static string? ThumbprintIn(HttpContext? context) =>
        context?.Features.Get<DpopReading>()?.Proof is { Succeeded: true, Value: var proof } ? proof.Thumbprint : null;

    public static DpopProof? ProofIn(HttpContext? context) =>
        context?.Features.Get<DpopReading>()?.Proof is { Succeeded: true, Value: var proof } ? proof : null;

    /// <summary>The access token that came under the scheme <c>DPoP</c>, whose name knows no case (RFC 9110 section 11.1); null where none did.</summary>
    public static string? TokenIn(HttpRequest? request)
    {
        var authorization = request?.Headers.Authorization.ToString() ?? "";
        return authorization.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? authorization[Prefix.Length..].Trim() : null;
    }
}
