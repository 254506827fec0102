using System.Net;

namespace CrossBorder.Federation.OpenIdConnect.Registrations.Metadata;

/// <summary>
/// Whether an address that a stranger registered may be taken. Pure and strict: what is compared to the letter later on is taken only in the one
/// way in which it is written to the letter (RFC 9700 section 4.1; RFC 8252 sections 7 and 8).
/// </summary>
internal static class RegisteredAddress
{
    public const int Longest = 500;

    // What the hub itself puts into an address; a second one of it would mislead whoever reads the answer.
    private static readonly string[] Ours = ["code", "state", "iss", "error", "error_description", "response", "id_token", "access_token", "session_state"];

    // Names of networks that are not the public one (RFC 6761, RFC 6762, RFC 8375, and what routers and clouds use).
    private static readonly string[] Inside = ["localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "arpa", "onion", "invalid"];

    /// <summary>What is wrong with an address that residents are sent back to; null where nothing is.</summary>
    /// <param name="address">As it was registered.</param>
    /// <param name="native">Whether it is of an application on the resident's own device.</param>
    public static string? FaultOfReturn(string address, bool native)
    {
        if (FaultOfText(address) is { } fault)
            return fault;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return "is not an absolute address";
        if (native && uri.Scheme == Uri.UriSchemeHttp)
            return FaultOfLoopback(uri, address);
        if (native && uri.Scheme != Uri.UriSchemeHttps)
            // RFC 8252 section 7.1: a name of the application's own, written backwards.
            return uri.Scheme.Contains('.', StringComparison.Ordinal) && uri.Authority.Length == 0 && uri.AbsoluteUri == address
                ? FaultOfQuery(uri)
                : "has a scheme that is neither https nor a domain name of yours written backwards, such as com.example.app:/callback";
        return FaultOfWeb(uri, address) ?? FaultOfQuery(uri);
    }

    /// <summary>What is wrong with an address that the hub posts to or shows; null where nothing is.</summary>
    public static string? FaultOfPublic(string address) => FaultOfText(address)
        ?? (Uri.TryCreate(address, UriKind.Absolute, out var uri) ? FaultOfWeb(uri, address) : "is not an absolute address");

    private static string? FaultOfText(string address)
    {
        if (address.Length is 0 or > Longest)
            return $"is empty, or longer than {Longest} characters";
        if (address.Any(character => character is <= ' ' or >= '\x7f' or '\\' or '"' or '<' or '>' or '`' or '{' or '}' or '|' or '^'))
            return "holds a blank, a backslash or another character that an address has only in encoded form";
        if (address.Contains('#', StringComparison.Ordinal))
            return "has a fragment (RFC 6749 section 3.1.2)";
        return address.Contains('*', StringComparison.Ordinal) ? "has a wildcard: each address is registered by itself" : null;
    }

    private static string? FaultOfWeb(Uri uri, string address)
    {
        if (uri.Scheme != Uri.UriSchemeHttps)
            return "is not https";
        if (uri.UserInfo.Length > 0 || AuthorityOf(address).Contains('@', StringComparison.Ordinal))
            return "has a name or a password before the host";
        if (uri.HostNameType != UriHostNameType.Dns || IPAddress.TryParse(uri.Host, out _))
            return "has an IP address for a host: a certificate and a resident know you by name";
        var labels = uri.Host.Split('.');
        if (labels.Length < 2 || labels.Any(label => label.Length == 0) || labels[^1].All(char.IsAsciiDigit) || Inside.Contains(labels[^1], StringComparer.OrdinalIgnoreCase))
            return "has a host that is no public name";
        // Another way to write the same address, such as /a/../b, :443 or upper case, would never equal itself later on.
        return uri.AbsoluteUri == address ? null : $"is not written in canonical form, which is {uri.AbsoluteUri}";
    }

    private static string? FaultOfLoopback(Uri uri, string address)
    {
        if (uri.UserInfo.Length > 0 || AuthorityOf(address).Contains('@', StringComparison.Ordinal))
            return "has a name or a password before the host";
        // RFC 8252 section 8.3: the name localhost may lead elsewhere, the addresses don't.
        if (uri.Host is not ("127.0.0.1" or "[::1]"))
            return "is plain http, which is for 127.0.0.1 and [::1] alone";
        return uri.AbsoluteUri == address ? FaultOfQuery(uri) : $"is not written in canonical form, which is {uri.AbsoluteUri}";
    }

    private static string? FaultOfQuery(Uri uri)
    {
        var names = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => Uri.UnescapeDataString(pair.Split('=')[0]));
        return names.FirstOrDefault(name => Ours.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } ours ? $"has the parameter {ours}, which is the protocol's own" : null;
    }

    private static string AuthorityOf(string address)
    {
        var start = address.IndexOf("//", StringComparison.Ordinal);
        if (start < 0)
            return "";
        var end = address.IndexOfAny(['/', '?'], start + 2);
        return end < 0 ? address[(start + 2)..] : address[(start + 2)..end];
    }
}
