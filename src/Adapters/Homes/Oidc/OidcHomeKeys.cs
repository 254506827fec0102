using System.Text.Json;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace CrossBorder.Adapters.Homes.Oidc;

internal sealed class OidcHomeKeys(KnownHomes homes, IOptionsMonitor<OpenIdConnectOptions> schemes) : IHomeKeys
{
    public void Forget()
    {
        foreach (var home in homes.All)
            Forget(home.Scheme);
    }

    public void Forget(string scheme)
    {
        if (homes.Find(scheme) is not null)
            schemes.Get(scheme).ConfigurationManager?.RequestRefresh();
    }

    public async Task<Outcome<IReadOnlyCollection<VerificationKey>>> FindAsync(string scheme, CancellationToken cancellationToken)
    {
        if (homes.Find(scheme) is null || schemes.Get(scheme).ConfigurationManager is not { } metadata)
            return ErrorCatalogue.PartnerUnreachable.With($"{scheme} publishes no keys.");
        try
        {
            var configuration = await metadata.GetConfigurationAsync(cancellationToken);
            var read = (configuration.JsonWebKeySet?.Keys ?? []).Where(key => key.Use is null or "sig").Select(Read).ToList();
            return Outcome<IReadOnlyCollection<VerificationKey>>.Of([.. read.Where(key => key.Succeeded).Select(key => key.Value)]);
        }
        // What the configuration manager wraps every failure in.
        catch (InvalidOperationException failure) when (!cancellationToken.IsCancellationRequested)
        {
            return ErrorCatalogue.PartnerUnreachable.With($"{scheme}: {failure.InnerException?.GetBaseException().GetType().Name}");
        }
    }

    private static Outcome<VerificationKey> Read(JsonWebKey key) => VerificationKey.FromJwk(JsonSerializer.Serialize(
        new Dictionary<string, string?> { ["kty"] = key.Kty, ["crv"] = key.Crv, ["x"] = key.X, ["y"] = key.Y, ["n"] = key.N, ["e"] = key.E, ["kid"] = key.Kid }
            .Where(member => member.Value is not null).ToDictionary()));
}
