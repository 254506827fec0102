using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Homes.IamSmart;

/// <summary>Signs a message as it leaves. A message that is sent again gets another nonce, or it would be taken for a replay.</summary>
internal sealed class SignEachAttempt(IOptions<IamSmartOptions> options, IamSmartSecrets secrets, TimeProvider clock) : DelegatingHandler
{
    private static readonly string[] Names =
        [MessageHeaders.ClientId, MessageHeaders.SignatureMethod, MessageHeaders.Timestamp, MessageHeaders.Nonce, MessageHeaders.Signature];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        var client = options.Value.ClientId;
        var timestamp = clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        string[] values = [client, MessageSignature.Method, timestamp, nonce, MessageSignature.Of(secrets.ClientSecret, client, timestamp, nonce, body)];
        foreach (var (name, value) in Names.Zip(values))
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
