using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.OpenIdConnect.Profiles;

/// <summary>A refusal of the catalogue in the words of OAuth.</summary>
internal static class ProtocolRefusal
{
    /// <summary>For <c>error_description</c>, which takes no quotation marks (RFC 6749 section 5.2).</summary>
    public static string Describe(Error error) => $"{error.Code} {error.Descriptor.Title.En}: {error.Detail}";
}
