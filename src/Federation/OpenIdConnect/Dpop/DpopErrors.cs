using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.OpenIdConnect.Dpop;

/// <summary>The OAuth errors of RFC 9449 sections 5 and 8.</summary>
internal static class DpopErrors
{
    public const string InvalidProof = "invalid_dpop_proof";
    public const string UseNonce = "use_dpop_nonce";

    public static string Of(Error error) => error.Code == ErrorCatalogue.DpopNonceNeeded.Code ? UseNonce : InvalidProof;
}
