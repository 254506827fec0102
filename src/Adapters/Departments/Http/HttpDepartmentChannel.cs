using System.Net.Http.Headers;
using System.Text;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Departments.Http;

/// <summary>Posts the envelope as <c>application/jose</c> (RFC 7515 section 9.2.1); the answer's body is the receipt.</summary>
internal sealed class HttpDepartmentChannel(
    IHttpClientFactory clients, IOptions<DepartmentsOptions> options, ILogger<HttpDepartmentChannel> logger) : IDepartmentChannel
{
    internal const string Client = "departments";

    private const string MediaType = "application/jose";
    private const int MaximumReceipt = 65536;

    public async Task<Outcome<ChannelAnswer>> DeliverAsync(ChannelDelivery delivery, CancellationToken cancellationToken)
    {
        if (options.Value.Find(delivery.Department) is not { } department)
            return ErrorCatalogue.AdapterUnavailable.With($"Department '{delivery.Department}' is not configured.");

        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, department.Address);
            request.Content = new ByteArrayContent(Encoding.ASCII.GetBytes(delivery.Envelope));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaType);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaType));

            using var client = clients.CreateClient(Client);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            Log.Answered(logger, delivery.Department, delivery.DeliveryId, (int)response.StatusCode);
            return await ReadAsync(delivery, response, cancellationToken);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or Polly.ExecutionRejectedException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.NotAnswered(logger, delivery.Department, delivery.DeliveryId, fault.GetType().Name);
            return ErrorCatalogue.PartnerUnreachable.With($"Department '{delivery.Department}' does not answer ({fault.GetType().Name}).");
        }
    }

    private static async Task<Outcome<ChannelAnswer>> ReadAsync(
        ChannelDelivery delivery, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if ((int)response.StatusCode >= 500)
            return ErrorCatalogue.PartnerUnreachable.With($"Department '{delivery.Department}' answered {(int)response.StatusCode}.");
        if (!response.IsSuccessStatusCode)
            return ErrorCatalogue.PartnerRefused.With($"Department '{delivery.Department}' answered {(int)response.StatusCode}.");
        if (!string.Equals(response.Content.Headers.ContentType?.MediaType, MediaType, StringComparison.OrdinalIgnoreCase))
            return ErrorCatalogue.PartnerAnswerMalformed.With($"Department '{delivery.Department}' answered with another content type than {MediaType}.");

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MaximumReceipt + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length > MaximumReceipt
            ? ErrorCatalogue.PartnerAnswerMalformed.With($"Department '{delivery.Department}' answered with more than {MaximumReceipt} bytes.")
            : new ChannelAnswer(Encoding.ASCII.GetString(buffer, 0, length).Trim());
    }
}
