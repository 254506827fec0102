using CrossBorder.Federation.OpenIdConnect.Profiles;
using CrossBorder.Verification.Outcomes;
using OpenIddict.Abstractions;

namespace CrossBorder.Federation.OpenIdConnect.Dpop;

/// <summary>Some clients are registered to take the hub's nonce into every proof, so that none can be made ahead of time (RFC 9449 section 11.2).</summary>
internal static class DpopNoncePolicy
{
    private const string Header = "DPoP-Nonce";

    /// <summary>CB2032 where the proof of such a client has no nonce. Each answer to such a client gives it the next one.</summary>
    public static async ValueTask<Error?> FindFaultAsync(
        IOpenIddictApplicationManager applications, DpopNonces nonces, string? clientId, HttpContext? context, CancellationToken cancellationToken)
    {
        if (DpopReading.ProofIn(context) is not { } proof
            || await ClientPolicy.FindAsync(applications, clientId, cancellationToken) is not { NeedsNonce: true })
            return null;

        GiveOut(context!, nonces);
        return proof.Nonce is null ? ErrorCatalogue.DpopNonceNeeded.With("This client takes the nonce of the header DPoP-Nonce into its proofs.") : null;
    }

    public static void GiveOut(HttpContext context, DpopNonces nonces) => context.Response.Headers[Header] = nonces.Current;
}
