using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Testing.Administration;

/// <summary>
/// An administration's own OpenID provider, over HTTP: OpenIddict without a database. Whoever comes to it is the person that a test put
/// at the keyboard, and it says of them what the test has it say.
/// </summary>
public sealed class AdministrationProvider : IAsyncDisposable
{
    public const string Client = "hub-console";
    public const string Secret = "a secret of the test alone";
    public const string Mfa = "urn:example:mfa";

    private readonly WebApplication app;

    private AdministrationProvider(WebApplication app, Uri issuer)
    {
        this.app = app;
        Issuer = issuer;
    }

    public Uri Issuer { get; }

    /// <summary>Who sits at the keyboard.</summary>
    public AdministrationPerson Person { get; set; } = new("nobody");

    /// <summary>What the hub asked for last.</summary>
    public IReadOnlyDictionary<string, string?> Asked { get; private set; } = new Dictionary<string, string?>();

    public static async Task<AdministrationProvider> StartAsync()
    {
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        var number = ((IPEndPoint)port.LocalEndpoint).Port;
        port.Stop();

        var issuer = new Uri($"http://localhost:{number}/");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(number));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddOpenIddict().AddServer(server => Configure(server, issuer));
        var provider = new AdministrationProvider(builder.Build(), issuer);
        provider.app.MapGet("/connect/authorize", (Delegate)provider.Authorize);
        await provider.app.StartAsync();
        // Its key is made with the first question, which takes its time where tests crowd; whoever signs in must not wait for that.
        using var http = new HttpClient { BaseAddress = issuer };
        await http.GetStringAsync(new Uri(".well-known/openid-configuration", UriKind.Relative));
        await http.GetStringAsync(new Uri(".well-known/jwks", UriKind.Relative));
        return provider;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static void Configure(OpenIddictServerBuilder server, Uri issuer)
    {
        server.SetIssuer(issuer).SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token")
            .AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange()
            .AddEphemeralSigningKey().AddEphemeralEncryptionKey().EnableDegradedMode();
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != Client || context.RedirectUri is not { } back || new Uri(back) is not { IsLoopback: true, AbsolutePath: "/signin-officer" })
                context.Reject(Errors.InvalidClient);
            return default;
        }));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != Client || context.ClientSecret != Secret)
                context.Reject(Errors.InvalidClient);
            return default;
        }));
        server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().DisableTransportSecurityRequirement();
    }

    private IResult Authorize(HttpContext context)
    {
        var request = context.GetOpenIddictServerRequest()!;
        Asked = request.GetParameters().ToDictionary(parameter => parameter.Key, parameter => (string?)parameter.Value, StringComparer.Ordinal);
        var identity = new ClaimsIdentity("administration", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, Person.Subject);
        identity.SetClaim(Claims.PreferredUsername, Person.Subject);
        identity.SetClaims("roles", [.. Person.Roles]);
        identity.SetClaims("groups", [.. Person.Groups]);
        identity.SetClaims(Claims.AuthenticationMethodReference, ["pwd", "otp"]);
        if (Person.Level is { } level)
            identity.SetClaim(Claims.AuthenticationContextReference, level);
        if (Person.SignedInAgo is { } ago)
            identity.SetClaim(Claims.AuthenticationTime, (TimeProvider.System.GetUtcNow() - ago).ToUnixTimeSeconds());
        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(static _ => ImmutableArray.Create(Destinations.IdentityToken));
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}

/// <summary>A person as the provider knows them.</summary>
/// <param name="Subject">Claim <c>sub</c>.</param>
public sealed record AdministrationPerson(string Subject, params IReadOnlyList<string> Roles)
{
    public IReadOnlyList<string> Groups { get; init; } = ["border-officers"];

    /// <summary>Claim <c>acr</c>; null where the provider says nothing.</summary>
    public string? Level { get; init; } = AdministrationProvider.Mfa;

    /// <summary>How long ago they signed in; null where the provider does not say.</summary>
    public TimeSpan? SignedInAgo { get; init; } = TimeSpan.Zero;
}
