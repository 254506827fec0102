namespace CrossBorder.Federation.Hosting;

/// <summary>The scheme that an access token came under, in which a challenge to it is written (RFC 6750 section 3, RFC 9449 section 7.1).</summary>
internal static class AccessTokenScheme
{
    private const string Bearer = "Bearer";
    private const string Dpop = "DPoP";

    public static string Of(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith(Dpop + " ", StringComparison.OrdinalIgnoreCase) ? Dpop : Bearer;
}
