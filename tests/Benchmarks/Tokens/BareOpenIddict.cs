using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Benchmarks.Tokens;

/// <summary>A peer: OpenIddict with Entity Framework Core on SQLite, set up as its documentation shows, and nothing around it.</summary>
internal static class BareOpenIddict
{
    public const string Verb = "bare-openiddict";

    private const string Authorize = "connect/authorize";
    private const string Token = "connect/token";
    private const string UserInfo = "connect/userinfo";

    /// <param name="database">File of the SQLite database, which is made anew.</param>
    public static async Task ServeAsync(Uri address, string database)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.AbsoluteUri);
        builder.Services.AddDbContext<DbContext>(options => options.UseSqlite("Data Source=" + database).UseOpenIddict());
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options => options.LoginPath = "/login");
        builder.Services.AddAuthorization();
        builder.Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>())
            .AddServer(server => Configure(server, address));

        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        Map(app);
        await RegisterAsync(app.Services);
        await app.RunAsync();
    }

    private static void Configure(OpenIddictServerBuilder server, Uri address)
    {
        server.SetIssuer(address).SetAuthorizationEndpointUris(Authorize).SetTokenEndpointUris(Token)
            .SetUserInfoEndpointUris(UserInfo).SetIntrospectionEndpointUris("connect/introspect");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().AllowRefreshTokenFlow().AllowClientCredentialsFlow();
        server.RegisterScopes(Scopes.Profile, MeasuredClient.OwnScope);
        server.AddEphemeralEncryptionKey().AddSigningKey(new Microsoft.IdentityModel.Tokens.RsaSecurityKey(RSA.Create(2048))).DisableAccessTokenEncryption();
        server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough().EnableUserInfoEndpointPassthrough()
            .DisableTransportSecurityRequirement();
    }

    private static void Map(WebApplication app)
    {
        app.MapGet("/login", (string returnUrl) => Results.SignIn(
            new ClaimsPrincipal(new ClaimsIdentity([new Claim(Claims.Subject, TokenServer.Resident)], "form", Claims.Name, Claims.Role)),
            new AuthenticationProperties { RedirectUri = returnUrl },
            CookieAuthenticationDefaults.AuthenticationScheme));
        app.MapGet(Authorize, (HttpContext context) =>
            SignIn(context.User.FindFirstValue(Claims.Subject)!, context.GetOpenIddictServerRequest()!.GetScopes())).RequireAuthorization();
        app.MapPost(Token, async (HttpContext context) =>
        {
            var request = context.GetOpenIddictServerRequest()!;
            if (request.IsClientCredentialsGrantType())
                return SignIn(request.ClientId!, request.GetScopes());
            var ticket = await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
            return SignIn(ticket.Principal!.GetClaim(Claims.Subject)!, ticket.Principal!.GetScopes());
        });
        app.MapGet(UserInfo, async (HttpContext context) =>
        {
            var ticket = await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
            return Results.Json(new Dictionary<string, string> { [Claims.Subject] = ticket.Principal!.GetClaim(Claims.Subject)!, [Claims.Name] = "Resident" });
        });
    }

    private static IResult SignIn(string subject, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity("tokens", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, subject).SetClaim(Claims.Name, "Resident").SetScopes(scopes);
        identity.SetDestinations(static _ => [Destinations.AccessToken, Destinations.IdentityToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static async Task RegisterAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DbContext>().Database.EnsureCreatedAsync();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        foreach (var client in MeasuredClient.All.Where(client => client.Algorithm == "RS256"))
        {
            await applications.CreateAsync(new OpenIddictApplicationDescriptor
            {
                ClientId = client.Id,
                ClientSecret = MeasuredClient.Secret,
                ClientType = ClientTypes.Confidential,
                RedirectUris = { new Uri(MeasuredClient.Callback) },
                Permissions =
                {
                    Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.Introspection,
                    Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.GrantTypes.ClientCredentials,
                    Permissions.ResponseTypes.Code, Permissions.Scopes.Profile, Permissions.Prefixes.Scope + MeasuredClient.OwnScope,
                },
            });
        }
    }
}
