using System.Net.Http.Headers;
using System.Text;
using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Shared;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Witnesses.Http;

/// <summary>Posts the checkpoint as <c>application/jose</c>; whatever the witness answers with 2xx is kept.</summary>
internal sealed class HttpWitness(string name, Uri address, IHttpClientFactory clients) : IAuditWitness
{
    public const string Client = "audit-witnesses";
    private const int MaximumAnswer = 16 * 1024;

    public string Name => name;

    public async Task<Outcome<string>> HandOverAsync(WitnessedCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(Client);
            using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(checkpoint.Compact));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/jose");
            using var response = await client.PostAsync(address, content, cancellationToken);
            if ((int)response.StatusCode >= 500)
                return ErrorCatalogue.WitnessUnreachable.With($"Witness '{name}' answered {(int)response.StatusCode}.");
            if (!response.IsSuccessStatusCode)
                return ErrorCatalogue.WitnessRefused.With($"Witness '{name}' answered {(int)response.StatusCode}.");
            return await response.Content.ReadAtMostAsync(MaximumAnswer, cancellationToken) is { } answer
                ? Encoding.UTF8.GetString(answer).Trim()
                : ErrorCatalogue.WitnessRefused.With($"Witness '{name}' answered with more than {MaximumAnswer} bytes.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or Polly.ExecutionRejectedException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return ErrorCatalogue.WitnessUnreachable.With($"Witness '{name}' does not answer ({fault.GetType().Name}).");
        }
    }
}
