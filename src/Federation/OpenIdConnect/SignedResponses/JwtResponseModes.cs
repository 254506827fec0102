using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.SignedResponses;

/// <summary>The response modes of signed authorization responses (JWT Secured Authorization Response Mode, section 2.3).</summary>
internal static class JwtResponseModes
{
    private const string Plain = "jwt";

    // "jwt" stands for the default of the response type, which is the query for a code.
    private static readonly Dictionary<string, string> Ways = new(StringComparer.Ordinal)
    {
        [Plain] = ResponseModes.Query,
        [ResponseModes.Query + "." + Plain] = ResponseModes.Query,
        [ResponseModes.Fragment + "." + Plain] = ResponseModes.Fragment,
        [ResponseModes.FormPost + "." + Plain] = ResponseModes.FormPost,
    };

    public static IReadOnlyCollection<string> All => Ways.Keys;

    public static bool IsSigned(string? mode) => mode is not null && Ways.ContainsKey(mode);

    /// <summary>How a response travels, signed or not.</summary>
    public static string? WayOf(string? mode) => mode is null ? null : Ways.GetValueOrDefault(mode, mode);
}
