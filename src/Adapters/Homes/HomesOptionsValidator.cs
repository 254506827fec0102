using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Homes;

internal sealed class HomesOptionsValidator : IValidateOptions<HomesOptions>
{
    public ValidateOptionsResult Validate(string? name, HomesOptions options)
    {
        var faults = new List<string>();
        if (options.Homes.Count == 0)
            faults.Add("Homes is empty: nobody could sign in.");

        foreach (var group in options.Homes.GroupBy(home => home.Scheme, StringComparer.Ordinal).Where(group => group.Count() > 1))
            faults.Add($"Homes:{group.Key} stands there twice.");

        foreach (var home in options.Homes)
            faults.AddRange(Check(home).Select(fault => $"Homes:{home.Scheme}: {fault}"));

        return faults.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults.Select(fault => ErrorCatalogue.SettingInvalid.With(fault).ToString()));
    }

    private static IEnumerable<string> Check(HomeOptions home)
    {
        if (home.Scheme.Length == 0 || !home.Scheme.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            yield return "Scheme must be letters, digits, - and _.";
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
    }
}
