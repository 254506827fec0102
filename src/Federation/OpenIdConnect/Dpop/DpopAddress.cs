namespace CrossBorder.Federation.OpenIdConnect.Dpop;

/// <summary>
/// Compares <c>htu</c> by syntax and scheme (RFC 3986 sections 6.2.2 and 6.2.3), without query and fragment, as RFC 9449 section 4.3 asks:
/// a port written out and a host in capitals are no reason to refuse.
/// </summary>
internal static class DpopAddress
{
    private const UriComponents Compared = UriComponents.SchemeAndServer | UriComponents.Path;

    public static bool AreSame(Uri wanted, string given) =>
        Uri.TryCreate(given, UriKind.Absolute, out var address)
        && address.UserInfo.Length == 0
        && string.Equals(wanted.GetComponents(Compared, UriFormat.UriEscaped), address.GetComponents(Compared, UriFormat.UriEscaped), StringComparison.Ordinal);
}
