using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.Trust;
using CrossBorder.Verification.Crypto;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.AssertionGateway.Hosting;

internal sealed class GatewayOptionsValidator(SigningKeyReader reader, SettingsPaths paths, IHostEnvironment environment) : IValidateOptions<GatewayOptions>
{
    private static readonly string[] Algorithms = [AlgorithmCatalogue.RS256.Name, AlgorithmCatalogue.PS256.Name, AlgorithmCatalogue.ES256.Name];

    public ValidateOptionsResult Validate(string? name, GatewayOptions options)
    {
        var faults = new SettingFaults();
        new ListeningFaults("Gateway", environment, paths).Check(options, faults);
        SecretFile.Check("Gateway:SecretFile", options.SecretFile, paths, GatewaySecrets.Length, environment, faults);
        CheckKey(options, faults);
        CheckClient(options.Client, faults);
        if (options.VisitLifetime < TimeSpan.FromSeconds(5) || options.VisitLifetime > TimeSpan.FromMinutes(30))
            faults.Invalid("Gateway:VisitLifetime", "must lie between five seconds and half an hour");
        foreach (var (kind, pair) in new[] { ("Strong", options.Assurance.Strong), ("Plain", options.Assurance.Plain) })
            if (!Enum.IsDefined(pair.SignIn) || !Enum.IsDefined(pair.StepUp) || pair.StepUp < pair.SignIn)
                faults.Invalid($"Gateway:Assurance:{kind}", "must name two levels, StepUp not below SignIn");
        return faults.ToResult();
    }

    private void CheckKey(GatewayOptions options, SettingFaults faults)
    {
        if (!Algorithms.Contains(options.SigningKey.Algorithm))
        {
            faults.Invalid("Gateway:SigningKey:Algorithm", $"must be one of {string.Join(", ", Algorithms)}");
            return;
        }

        var read = reader.Read(options.SigningKey, "Gateway:SigningKey");
        if (!read.TryGetValue(out var key))
        {
            faults.Add(read.Errors);
            return;
        }

        using (key as IDisposable)
        {
            if (!environment.IsDevelopment() && key.Chain.Any(certificate => certificate.IsDevelopment))
                faults.Development("Gateway:SigningKey", "is a development key");
            // The hub would refuse every assertion, and say so to residents.
            if (!key.Chain[0].SubjectAlternativeUris.Contains(options.Issuer))
                faults.Invalid("Gateway:SigningKey:CertificateFile", "holds a certificate that does not name Gateway:Issuer");
        }
    }

    private void CheckClient(GatewayClientOptions client, SettingFaults faults)
    {
        if (client.ClientId.Length is 0 or > 100)
            faults.Invalid("Gateway:Client:ClientId", "is missing");
        if (client.JwksFile.Length == 0)
            faults.Invalid("Gateway:Client:JwksFile", "is missing");
        else
            faults.Add(ClientKeySet.Read("Gateway:Client", paths.Resolve(client.JwksFile)).Errors);
        if (client.RedirectUris.Count == 0)
            faults.Invalid("Gateway:Client:RedirectUris", "is empty");
        foreach (var address in client.RedirectUris.Concat(client.SigningReturnUris))
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Fragment.Length > 0
                || (uri.Scheme != Uri.UriSchemeHttps && !(environment.IsDevelopment() && uri.IsLoopback && uri.Scheme == Uri.UriSchemeHttp)))
                faults.Invalid(client.RedirectUris.Contains(address) ? "Gateway:Client:RedirectUris" : "Gateway:Client:SigningReturnUris", $"names {address}, which is not https (plain http is for loopback in Development)");
    }
}
