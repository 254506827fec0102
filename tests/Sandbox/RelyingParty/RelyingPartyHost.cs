using CrossBorder.Sandbox.Hosting;
using CrossBorder.Sandbox.RelyingParty.Kiosk;
using CrossBorder.Verification.Crypto.IdentityModel;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace CrossBorder.Sandbox.RelyingParty;

/// <summary>A relying party on the stock OpenID Connect handler: one client signed for with RSA, one with SM2.</summary>
internal static class RelyingPartyHost
{
    public const string Rsa = "yueshengshi";
    public const string ShangMiClient = "yueshangtong";

    public static WebApplication Build(SandboxPorts ports, string data)
    {
        var builder = CounterpartyHost.CreateBuilder(ports.RelyingParty);
        builder.Services.AddAntiforgery();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<EndedSignIns>();
        builder.Services.AddAuthorization();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped(services => new RelyingPartyPage(
            services.GetRequiredService<IHttpContextAccessor>().HttpContext!, services.GetRequiredService<IAntiforgery>()));
        builder.Services.AddHttpClient<HubApi>(client => client.BaseAddress = ports.HubAddress);
        builder.Services.AddHttpClient<KioskHub>(client => KioskHub.Configure(client, ports));
        builder.Services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options =>
            {
                options.Cookie.Name = "relying-party";
                options.Events.OnValidatePrincipal = ForgetEndedAsync;
            })
            .AddOpenIdConnect(Rsa, options => Set(options, ports, Rsa))
            .AddOpenIdConnect(ShangMiClient, options =>
            {
                Set(options, ports, ShangMiClient);
                ClientSecretBasic.Use(options);
                options.ConfigurationManager = ShangMi.Accept(
                    options.Authority!, options.ProtocolValidator, options.TokenValidationParameters, options.RequireHttpsMetadata);
            });

        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapRelyingPartyPages();
        app.MapKiosk();
        app.MapBackChannelLogout();
        app.MapFederationMember(ports, data);
        return app;
    }

    /// <summary>A sign-in that the hub ended is over here at the next click; the page then says so.</summary>
    private static async Task ForgetEndedAsync(CookieValidatePrincipalContext context)
    {
        var ended = context.HttpContext.RequestServices.GetRequiredService<EndedSignIns>();
        if (ended.When(context.Principal?.FindFirst("sid")?.Value) is not { } at)
            return;
        context.RejectPrincipal();
        context.HttpContext.Items[typeof(EndedSignIns)] = at;
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    private static void Set(OpenIdConnectOptions options, SandboxPorts ports, string client)
    {
        options.Authority = ports.HubAddress.AbsoluteUri;
        options.ClientId = client;
        options.ClientSecret = "sandbox-" + client;
        options.ResponseType = "code";
        options.ResponseMode = "query";
        options.UsePkce = true;
        options.SaveTokens = true;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.MapInboundClaims = false;
        options.ClaimActions.Add(new Microsoft.AspNetCore.Authentication.OAuth.Claims.MapAllClaimsAction());
        options.Scope.Clear();
        foreach (var scope in new[] { "openid", "profile", "identity", "applications", "offline_access" })
            options.Scope.Add(scope);
        // Both clients come back to one address: the handler whose state it is takes the answer.
        options.SkipUnrecognizedRequests = true;
        // Plain http on loopback, in a sandbox only.
        options.RequireHttpsMetadata = false;
        options.NonceCookie.SameSite = options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.NonceCookie.SecurePolicy = options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Events = new OpenIdConnectEvents
        {
            OnRedirectToIdentityProvider = context =>
            {
                if (context.Properties.Items.TryGetValue("login_hint", out var hint))
                    context.ProtocolMessage.LoginHint = hint;
                if (context.Properties.Items.TryGetValue("ui_locales", out var languages))
                    context.ProtocolMessage.UiLocales = languages;
                return Task.CompletedTask;
            },
            OnRemoteFailure = context =>
            {
                context.HandleResponse();
                var reason = context.Failure?.Data["error_description"] as string ?? context.Failure?.Message;
                var error = context.Failure?.Data["error"] as string;
                context.Response.Redirect($"/refused?error={Uri.EscapeDataString(error ?? "")}&reason={Uri.EscapeDataString(reason ?? "")}");
                return Task.CompletedTask;
            },
        };
    }
}
