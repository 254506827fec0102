using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Registrations;

namespace CrossBorder.Federation.Portal.Pages.Developers;

/// <summary>What is shown once, and the settings that go with it for two libraries.</summary>
internal sealed record DeveloperSecrets(Registered Registered, string AccessToken, string? Secret, string Issuer)
{
    private string ClientId => Registered.Registration.ClientId;

    private string Scopes => string.Join(' ', Registered.Latest.Scopes);

    public string AspNetCore => $$"""
        services.AddAuthentication().AddOpenIdConnect(options =>
        {
            options.Authority = "{{Issuer}}";
            options.ClientId = "{{ClientId}}";
        {{(Secret is null ? "" : "    options.ClientSecret = configuration[\"Hub:ClientSecret\"];\n")}}    options.ResponseType = "code";
            options.UsePkce = true;
            options.Scope.Clear();
            foreach (var scope in "{{Scopes}}".Split(' '))
                options.Scope.Add(scope);
            options.MapInboundClaims = false;
            options.GetClaimsFromUserInfoEndpoint = true;
        });
        """;

    public string OpenIdClient => $$"""
        import * as client from 'openid-client';

        const config = await client.discovery(
          new URL('{{Issuer}}'), '{{ClientId}}',
          { id_token_signed_response_alg: '{{Registered.Latest.IdTokenAlgorithm}}' },
          {{Authentication}});
        """;

    private string Authentication => Registered.Latest.AuthenticationMethod switch
    {
        ClientMethods.Basic => "client.ClientSecretBasic(process.env.HUB_CLIENT_SECRET)",
        ClientMethods.Post => "client.ClientSecretPost(process.env.HUB_CLIENT_SECRET)",
        ClientMethods.PrivateKeyJwt => "client.PrivateKeyJwt({ key: privateKey, kid: 'your-kid' })",
        _ => "client.None()",
    };
}
