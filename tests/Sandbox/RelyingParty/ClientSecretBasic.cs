using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace CrossBorder.Sandbox.RelyingParty;

/// <summary>
/// The stock handler sends its secret in the body (client_secret_post) and knows no other way. A client that is registered for
/// client_secret_basic alone needs the secret moved into the header (RFC 6749 section 2.3.1).
/// </summary>
internal sealed class ClientSecretBasic(string clientId, string secret) : DelegatingHandler(new HttpClientHandler())
{
    private readonly AuthenticationHeaderValue header = new("Basic", Convert.ToBase64String(
        Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(clientId)}:{Uri.EscapeDataString(secret)}")));

    public static void Use(OpenIdConnectOptions options)
    {
        options.BackchannelHttpHandler = new ClientSecretBasic(options.ClientId!, options.ClientSecret!);
        options.Events.OnAuthorizationCodeReceived = context =>
        {
            context.TokenEndpointRequest!.ClientSecret = null;
            return Task.CompletedTask;
        };
        // The handler pushes its request wherever discovery offers that (RFC 9126).
        options.Events.OnPushAuthorization = context =>
        {
            context.HandleClientAuthentication();
            return Task.CompletedTask;
        };
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Posted are the request and the code; userinfo and metadata are fetched.
        if (request.Method == HttpMethod.Post)
            request.Headers.Authorization = header;
        return base.SendAsync(request, cancellationToken);
    }
}
