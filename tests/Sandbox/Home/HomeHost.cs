using System.Security.Cryptography;
using CrossBorder.Sandbox.Hosting;
using CrossBorder.Sandbox.Pki;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Sandbox.Home;

/// <summary>A home provider: an OpenID provider that also vouches for identities in a signed assertion.</summary>
public static class HomeHost
{
    public const string HubClient = "cross-border-hub";

    public static async Task<WebApplication> BuildAsync(HomePlace place, SandboxPorts ports, DevelopmentPki pki, string data, string hubCallback)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(ports);
        ArgumentNullException.ThrowIfNull(pki);
        var builder = CounterpartyHost.CreateBuilder(place.Issuer.Port);
        builder.Services.AddDbContext<HomeDbContext>(options => options
            .UseSqlite($"Data Source={Path.Combine(data, place.Name + "-home-provider.db")}").UseOpenIddict());
        builder.Services.AddAuthentication().AddCookie(HomeAuthorizeEndpoint.Session, options =>
        {
            options.Cookie.Name = HomeAuthorizeEndpoint.Session;
            options.ExpireTimeSpan = TimeSpan.FromHours(1);
        });
        AddProvider(builder.Services, place.Issuer, pki);

        var app = builder.Build();
        await RegisterHubAsync(app, ports, pki, hubCallback);
        Map(app, place, ports, hubCallback, pki);
        return app;
    }

    private static void AddProvider(IServiceCollection services, Uri issuer, DevelopmentPki pki)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(File.ReadAllText(pki.KeyFile("home-rs256")));
        services.AddOpenIddict()
            .AddCore(core =>
            {
                core.UseEntityFrameworkCore().UseDbContext<HomeDbContext>();
            })
            .AddServer(server =>
            {
                server.SetIssuer(issuer)
                    .SetAuthorizationEndpointUris("connect/authorize")
                    .SetTokenEndpointUris("connect/token")
                    .AllowAuthorizationCodeFlow()
                    .RequireProofKeyForCodeExchange()
                    .RegisterScopes(Scopes.OpenId, Scopes.Profile)
                    .RegisterClaims(Claims.AuthenticationContextReference, Claims.AuthenticationMethodReference, Claims.AuthenticationTime)
                    .AddSigningKey(new RsaSecurityKey(rsa) { KeyId = "home-rs256" })
                    .AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)))
                    .DisableAuthorizationStorage();
                server.UseAspNetCore()
                    .EnableAuthorizationEndpointPassthrough()
                    .EnableTokenEndpointPassthrough()
                    .DisableTransportSecurityRequirement();
            });
    }

    private static async Task RegisterHubAsync(WebApplication app, SandboxPorts ports, DevelopmentPki pki, string hubCallback)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<HomeDbContext>().Database.EnsureCreatedAsync();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        using var key = pki.SigningKey("hub-home-ps256", "PS256");
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = HubClient,
            ClientType = ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit,
            JsonWebKeySet = new JsonWebKeySet($$"""{"keys":[{{key.PublicKey.ToJwk(key.Algorithm)}}]}"""),
            RedirectUris = { new Uri(ports.HubAddress, hubCallback), new Uri($"https://localhost:{ports.HubHttps}{hubCallback}") },
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.GrantTypes.AuthorizationCode,
                Permissions.ResponseTypes.Code, Permissions.Scopes.Profile,
            },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        };
        if (await applications.FindByClientIdAsync(HubClient) is { } known)
            await applications.UpdateAsync(known, descriptor);
        else
            await applications.CreateAsync(descriptor);
    }

    private static void Map(WebApplication app, HomePlace place, SandboxPorts ports, string hubCallback, DevelopmentPki pki)
    {
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var signOut = new HomeSignOut(place, ports.HubAddress, hubCallback["/signin-".Length..], clock);
        app.Lifetime.ApplicationStopped.Register(signOut.Dispose);
        var authorize = new HomeAuthorizeEndpoint(place, signOut, clock);
        var token = new HomeTokenEndpoint(place, new AssertionIssuer(place, clock));

        app.UseAuthentication();
        app.MapMethods("/connect/authorize", [HttpMethods.Get, HttpMethods.Post], (Delegate)authorize.AuthorizeAsync);
        app.MapPost("/connect/token", (Delegate)token.RedeemAsync);
        app.MapPost("/sign-out", (Delegate)signOut.HandleAsync).DisableAntiforgery();
        app.MapPost("/sign-in", (Delegate)authorize.TakeFormAsync).DisableAntiforgery();
        app.MapGet("/", () => Results.Redirect("/.well-known/openid-configuration"));
        app.MapRevocation(pki, place.Name);
    }
}
