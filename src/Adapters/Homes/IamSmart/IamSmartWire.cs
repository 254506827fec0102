using System.Net.Http.Headers;
using CrossBorder.Adapters.Shared;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Homes.IamSmart;

/// <summary>Sends one message, and reads the outside of its answer.</summary>
internal sealed class IamSmartWire(IHttpClientFactory clients, IOptions<IamSmartOptions> options)
{
    public const string Client = "iam-smart";

    /// <summary>The answer, whatever its code; CB4002 where there is none, CB4004 where it is none of this protocol.</summary>
    public async Task<Outcome<Envelope>> SendAsync(string path, byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, AddressOf(path)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        try
        {
            using var response = await clients.CreateClient(Client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            // Refusals come with a code of the protocol and, from some gateways, with a status of their own: the code says more.
            return await response.Content.ReadAtMostAsync(Envelope.MostBytes, cancellationToken) is { } answer
                ? Envelope.Read(answer)
                : ErrorCatalogue.PartnerAnswerMalformed.With($"{path}: more than {Envelope.MostBytes} bytes.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or Polly.ExecutionRejectedException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return ErrorCatalogue.PartnerUnreachable.With($"{path}: {fault.GetType().Name}");
        }
    }

    public Uri AddressOf(string path)
    {
        var prefix = options.Value.Profile.PathPrefix.Trim('/');
        return new Uri(new Uri(options.Value.BaseAddress), prefix.Length == 0 ? path : $"{prefix}/{path}");
    }
}
