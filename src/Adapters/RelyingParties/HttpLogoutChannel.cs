using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.RelyingParties;

/// <summary>Posts the logout token as a form; 200 and 204 confirm (Back-Channel Logout 1.0 section 2.8). What else the answer says is not read.</summary>
internal sealed class HttpLogoutChannel(IHttpClientFactory clients) : ILogoutChannel
{
    public const string Client = "backchannel-logout";
    public const string PublicClient = "backchannel-logout-public";

    public async Task<Outcome<bool>> TellAsync(Uri address, string logoutToken, bool publicOnly, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(publicOnly ? PublicClient : Client);
            using var request = new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new FormUrlEncodedContent([KeyValuePair.Create("logout_token", logoutToken)]),
            };
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var status = (int)response.StatusCode;
            if (status is 200 or 204)
                return true;
            return (status >= 500 ? ErrorCatalogue.LogoutUnreachable : ErrorCatalogue.LogoutRefused).With($"{address.Authority} answered {status}.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return ErrorCatalogue.LogoutUnreachable.With($"{address.Authority} does not answer ({fault.GetType().Name}).");
        }
    }
}
