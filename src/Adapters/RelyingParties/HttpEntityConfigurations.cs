using System.Net;
using System.Text;
using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Shared;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.RelyingParties;

/// <summary>Gets entity configurations below the identifiers themselves, and follows nobody anywhere else.</summary>
internal sealed class HttpEntityConfigurations(IHttpClientFactory clients) : IEntityConfigurations
{
    public const string Client = "entity-configurations";

    private const int Longest = 64 * 1024;
    private const string MediaType = "application/entity-statement+jwt";

    public async Task<Outcome<string>> FetchAsync(Uri entity, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(Client);
            using var request = new HttpRequestMessage(HttpMethod.Get, entity.AbsoluteUri.TrimEnd('/') + "/.well-known/openid-federation");
            request.Headers.Accept.ParseAdd(MediaType);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode != HttpStatusCode.OK || response.Content.Headers.ContentType?.MediaType != MediaType)
                return ErrorCatalogue.FederationMemberSilent.With($"{entity.Authority} answered {(int)response.StatusCode} {response.Content.Headers.ContentType?.MediaType}.");
            return await response.Content.ReadAtMostAsync(Longest, cancellationToken) is { } body
                ? Encoding.Latin1.GetString(body)
                : ErrorCatalogue.FederationMemberSilent.With($"{entity.Authority} sends more than {Longest} bytes.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return ErrorCatalogue.FederationMemberSilent.With($"{entity.Authority} does not answer ({fault.GetType().Name}).");
        }
    }
}
