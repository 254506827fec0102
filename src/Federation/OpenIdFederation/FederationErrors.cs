using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.OpenIdFederation;

/// <summary>Refusals as the federation's askers read them (OpenID Federation 1.0 section 8.9), with the code in the description.</summary>
internal static class FederationErrors
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        [ErrorCatalogue.FederationRequestWrong.Code] = "invalid_request",
        [ErrorCatalogue.FederationEntityUnknown.Code] = "not_found",
        [ErrorCatalogue.FederationAnchorUnknown.Code] = "invalid_trust_anchor",
        [ErrorCatalogue.FederationChainBroken.Code] = "invalid_trust_chain",
        [ErrorCatalogue.FederationMetadataRefused.Code] = "invalid_metadata",
        [ErrorCatalogue.FederationMemberSilent.Code] = "temporarily_unavailable",
        [ErrorCatalogue.FederationParameterUnknown.Code] = "unsupported_parameter",
    };

    public static IResult Answer(Error error) => Results.Json(
        new { error = Names[error.Code], error_description = $"{error.Code} {error.Detail}" }, statusCode: error.Descriptor.Status);
}
