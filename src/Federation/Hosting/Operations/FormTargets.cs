namespace CrossBorder.Federation.Hosting.Operations;

/// <summary>
/// Where a form of ours may lead. Chromium holds the redirects that follow a posted form against form-action as well: consent
/// and signing out end at a relying party, and the choice of a home at that home, and officers' forms at their provider.
/// </summary>
internal sealed class FormTargets(IConfiguration configuration)
{
    public string Sources { get; } = string.Join(' ', Targets(configuration).Select(Source).OfType<string>().Distinct(StringComparer.Ordinal).Prepend("'self'"));

    private static IEnumerable<string?> Targets(IConfiguration configuration) =>
        configuration.GetSection("RelyingParties").GetChildren()
            .SelectMany(party => party.GetSection("RedirectUris").GetChildren().Concat(party.GetSection("PostLogoutRedirectUris").GetChildren()))
            .Select(uri => uri.Value)
            .Concat(configuration.GetSection("Homes").GetChildren().SelectMany(home => home.GetSection("LeadsTo").GetChildren().Select(address => address.Value).Append(home["Authority"])))
            .Append(configuration["Officers:OpenId:Authority"]);

    // Only what a URI parser wrote goes into the header. An app's own scheme has no origin; the scheme itself is the source.
    private static string? Source(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return null;
        if (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
            return uri.Scheme + ":";
        var host = uri.HostNameType == UriHostNameType.Dns ? uri.IdnHost : uri.Host;
        return uri.IsDefaultPort ? $"{uri.Scheme}://{host}" : $"{uri.Scheme}://{host}:{uri.Port}";
    }
}
