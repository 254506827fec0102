using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Registrations;
using CrossBorder.Verification.Outcomes;

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
        {{(!Registered.Latest.NeedsSecret ? "" : "    options.ClientSecret = configuration[\"Hub:ClientSecret\"];\n")}}    options.ResponseType = "code";
            options.UsePkce = true;
            options.Scope.Clear();
            foreach (var scope in "{{Scopes}}".Split(' '))
                options.Scope.Add(scope);
            options.MapInboundClaims = false;
            options.GetClaimsFromUserInfoEndpoint = true;{{Proof}}
        });
        """;

    /// <summary>What the settings for ASP.NET Core leave to the developer; null where they suffice.</summary>
    public LocalizedText? AspNetCoreNote => Registered.Latest.AuthenticationMethod switch
    {
        ClientMethods.Basic => DevelopersText.SecretInHeader,
        ClientMethods.PrivateKeyJwt => DevelopersText.OwnAssertion,
        _ => null,
    };

    public string OpenIdClient => $$"""
        import * as client from 'openid-client';

        const config = await client.discovery(
          new URL('{{Issuer}}'), '{{ClientId}}',
          { id_token_signed_response_alg: '{{Registered.Latest.IdTokenAlgorithm}}' },
          {{Authentication}});
        """;

    // The stock handler posts its secret and knows no other proof. It would also push its request (RFC 9126), which needs the same proof.
    private string Proof => Registered.Latest.AuthenticationMethod switch
    {
        ClientMethods.Basic => "\n" + """
                options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
                // Yours to write: a DelegatingHandler that posts with Authorization: Basic.
                options.BackchannelHttpHandler = new SecretInHeader(options.ClientId, options.ClientSecret);
                options.Events.OnAuthorizationCodeReceived = context =>
                {
                    context.TokenEndpointRequest!.ClientSecret = null;
                    return Task.CompletedTask;
                };
            """,
        ClientMethods.PrivateKeyJwt => "\n" + """
                options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
                options.Events.OnAuthorizationCodeReceived = context =>
                {
                    context.TokenEndpointRequest!.ClientAssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
                    // Yours to write: a JWT signed with your key. iss and sub: client_id; aud: the Authority above; jti: new each time; exp: within a minute.
                    context.TokenEndpointRequest.ClientAssertion = SignAssertion();
                    return Task.CompletedTask;
                };
            """,
        _ => "",
    };

    private string Authentication => Registered.Latest.AuthenticationMethod switch
    {
        ClientMethods.Basic => "client.ClientSecretBasic(process.env.HUB_CLIENT_SECRET)",
        ClientMethods.Post => "client.ClientSecretPost(process.env.HUB_CLIENT_SECRET)",
        ClientMethods.PrivateKeyJwt => "client.PrivateKeyJwt({ key: privateKey, kid: 'your-kid' })",
        _ => "client.None()",
    };
}
