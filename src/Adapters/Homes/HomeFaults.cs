using CrossBorder.Verification.Crypto;

namespace CrossBorder.Adapters.Homes;

/// <summary>What a home must have before anybody is sent there.</summary>
internal static class HomeFaults
{
    /// <summary>All that is wrong with one home, wherever it was written down.</summary>
    public static IEnumerable<string> Of(HomeOptions home)
    {
        if (home.Scheme.Length is 0 or > 64 || !home.Scheme.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            yield return "Scheme must be 1 to 64 letters, digits, - and _.";
        if (!Uri.TryCreate(home.Authority, UriKind.Absolute, out var authority) || authority.Scheme is not ("http" or "https"))
            yield return "Authority must be an absolute http or https address.";
        else if (authority.Scheme == "http" && !authority.IsLoopback)
            yield return "Authority must be https.";
        if (home.SigningEndpoint.Length > 0 && (!Uri.TryCreate(home.SigningEndpoint, UriKind.Absolute, out var signing)
            || !(signing.Scheme == Uri.UriSchemeHttps || (signing.Scheme == Uri.UriSchemeHttp && signing.IsLoopback)) || signing.Query.Length > 0 || home.SigningEndpoint.EndsWith('/')))
            yield return "SigningEndpoint must be an https address without a query and without a slash at its end.";
        if (home.ClientId.Length == 0)
            yield return "ClientId is missing.";
        if (home.SigningKey.Length == 0)
            yield return "SigningKey is missing.";
        if (home.Jurisdiction.Length == 0)
            yield return "Jurisdiction is missing.";
        if (home.DisplayName is { Hant: "" } or { Hans: "" } or { En: "" })
            yield return "DisplayName needs Hant, Hans and En.";
        if (home.AssertionSource is not (HomeOptions.TokenResponse or HomeOptions.IdToken))
            yield return "AssertionSource must be token-response or id-token.";
        if (home.MaximumAge <= TimeSpan.Zero || home.MaximumAge > TimeSpan.FromHours(1))
            yield return "MaximumAge must lie between zero and one hour.";
        if (home.AssertionAlgorithms.Count == 0 || home.AssertionAlgorithms.Any(name => !AlgorithmPolicy.Default.Takes(SignatureUse.Assertions, name)))
            yield return "AssertionAlgorithms must name allowed algorithms.";
        if (home.ClockSkew < TimeSpan.Zero || home.ClockSkew > TimeSpan.FromMinutes(10))
            yield return "ClockSkew must lie between zero and ten minutes.";
        if (home.Levels.Any(level => level.Acr.Length == 0 || level.Acr.Any(char.IsWhiteSpace)))
            yield return "Levels must name each Acr, without spaces.";
        if (home.Levels.GroupBy(level => level.Acr, StringComparer.Ordinal).Any(group => group.Count() > 1))
            yield return "Levels name an Acr twice.";
        if (!home.LeadsTo.All(IsAddress))
            yield return "LeadsTo must be absolute http or https addresses.";
        // Lists are signed, and served over plain http by custom.
        if (!home.RevocationLists.All(IsAddress))
            yield return "RevocationLists must be absolute http or https addresses.";
    }

    private static bool IsAddress(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https");
}
