using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Homes;

namespace CrossBorder.Federation.Hosting.Operations;

/// <summary>
/// Where a form of ours may lead. Chromium holds the redirects that follow a posted form against form-action as well: consent
/// and signing out end at a relying party, and the choice of a home at that home, and officers' forms at their provider.
/// </summary>
internal sealed class FormTargets(IConfiguration configuration, IHomes homes, ReturnAddresses registered)
{
    private readonly string[] configured = [.. OfSettings(configuration).Select(Source).OfType<string>()];
    private volatile Written? written;

    /// <summary>For the header; made anew only when the homes, or the registered relying parties, are others.</summary>
    public string Sources
    {
        get
        {
            var (all, back) = (homes.All, registered.All);
            if (written is not { } last || !ReferenceEquals(last.Homes, all) || !ReferenceEquals(last.Registered, back))
                written = last = new Written(all, back, Write(all, back));
            return last.Sources;
        }
    }

    private string Write(IReadOnlyList<HomeOptions> all, IReadOnlyList<string> back) => string.Join(' ', configured
        .Concat(back.Select(Source).OfType<string>())
        .Concat(all.SelectMany(home => home.LeadsTo.Append(home.Authority)).Select(Source).OfType<string>())
        .Distinct(StringComparer.Ordinal).Prepend("'self'"));

    private static IEnumerable<string?> OfSettings(IConfiguration configuration) =>
        configuration.GetSection("RelyingParties").GetChildren()
            .SelectMany(party => party.GetSection("RedirectUris").GetChildren().Concat(party.GetSection("PostLogoutRedirectUris").GetChildren()))
            .Select(uri => uri.Value)
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

    private sealed record Written(IReadOnlyList<HomeOptions> Homes, IReadOnlyList<string> Registered, string Sources);
}
