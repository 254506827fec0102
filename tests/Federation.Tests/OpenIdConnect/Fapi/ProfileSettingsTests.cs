using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Profiles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Fapi;

/// <summary>A profile that a client cannot keep is told at the start.</summary>
public sealed class ProfileSettingsTests
{
    private static readonly Dictionary<string, Action<RelyingPartyOptions>> Mistakes = new(StringComparer.Ordinal)
    {
        ["Profile is 'fapi3'"] = client => client.Profile = "fapi3",
        ["Type must be confidential"] = client => client.Type = "public",
        ["AuthenticationMethods names 'client_secret_basic'"] = client => client.AuthenticationMethods = ["private_key_jwt", "client_secret_basic"],
        ["IdTokenAlgorithm is 'RS256'"] = client => client.IdTokenAlgorithm = "RS256",
        ["GrantTypes names the device grant"] = client => client.GrantTypes = ["urn:ietf:params:oauth:grant-type:device_code"],
        ["RedirectUris holds 'http://localhost:9090/callback'"] = client => client.RedirectUris = ["http://localhost:9090/callback"],
        ["DpopNonce goes with"] = client => client.DpopNonce = true,
        ["CertificateBoundAccessTokens does not go"] = client => client.DpopBoundAccessTokens = client.CertificateBoundAccessTokens = true,
        ["TlsClientSubject and TlsClientJurisdiction go with"] = client => client.AuthenticationMethods = ["tls_client_auth"],
        ["TlsClientSubject is 'nobody'"] = client => (client.AuthenticationMethods, client.TlsClientSubject, client.TlsClientJurisdiction) = (["tls_client_auth"], "nobody", "HK"),
    };

    public static TheoryData<string> Names => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mistake_is_told_with_CB1001(string mistake)
    {
        var client = Sound();
        Mistakes[mistake](client);
        Assert.Contains(Find(client, Environments.Production), fault => fault.StartsWith($"CB1001: RelyingParties:rp:{mistake}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fapi2")]
    [InlineData("fapi2-message-signing")]
    [InlineData("plain")]
    public void A_sound_client_starts(string profile)
    {
        var client = Sound();
        client.Profile = profile;
        Assert.Empty(Find(client, Environments.Production));
    }

    [Theory]
    [InlineData("fapi2", "client_credentials", "RS256 PS256 ES256", "PS256")]
    [InlineData("fapi2-message-signing", "client_credentials", "RS256 ES256", "ES256")]
    [InlineData("plain", "client_credentials", "RS256 PS256", null)]
    [InlineData("fapi2", "authorization_code", "RS256 PS256", null)]
    [InlineData("fapi2", "client_credentials", "RS256", null)]
    public void A_strict_client_that_names_no_algorithm_never_gets_RS256(string profile, string grant, string signed, string? expected)
    {
        var client = Sound();
        (client.Profile, client.GrantTypes, client.IdTokenAlgorithm) = (profile, [grant], null);
        var keys = signed.Split(' ').SelectMany((algorithm, index) => new[]
        {
            KeyValuePair.Create($"SigningKeys:{index}:Algorithm", (string?)algorithm), KeyValuePair.Create($"SigningKeys:{index}:Uses:0", (string?)"tokens"),
        });
        var options = new RelyingPartiesOptions { RelyingParties = [client] };

        new FapiAlgorithms(new ConfigurationBuilder().AddInMemoryCollection(keys).Build()).PostConfigure(null, options);

        Assert.Equal(expected, client.IdTokenAlgorithm);
        if (profile != "plain")
            // Who gets id tokens and names no algorithm lacks that, and not a key.
            Assert.Equal(expected is null && grant == "client_credentials", Find(client, Environments.Production).Any(fault => fault.Contains("no signing key for tokens", StringComparison.Ordinal)));
    }

    [Fact]
    public void Loopback_is_for_development()
    {
        var client = Sound();
        client.RedirectUris = ["http://localhost:9090/callback"];
        Assert.Empty(Find(client, Environments.Development));
    }

    private static RelyingPartyOptions Sound() => new()
    {
        ClientId = "rp",
        Type = "confidential",
        Profile = "fapi2",
        AuthenticationMethods = ["private_key_jwt"],
        IdTokenAlgorithm = "PS256",
        GrantTypes = ["authorization_code", "refresh_token"],
        RedirectUris = ["https://rp.example/callback"],
    };

    private static IEnumerable<string> Find(RelyingPartyOptions client, string environment)
    {
        var faults = new SettingFaults();
        ProfileFaults.Find("RelyingParties:rp", client, new HostingEnvironment { EnvironmentName = environment }, faults);
        return faults.Errors.Select(error => error.ToString());
    }
}
