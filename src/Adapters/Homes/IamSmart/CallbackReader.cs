using System.Globalization;
using System.Text.Json;
using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Shared;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Homes.IamSmart;

/// <summary>
/// Reads a call of iAM Smart to us. The order is what matters: size, time and signature before anything in the body is looked at, the
/// nonce used up only by what is signed, and the key opened only for what was not sent before.
/// </summary>
internal sealed class CallbackReader(
    IamSmartSecrets secrets, KeyUnwrapping unwrapping, IUsedNonces nonces, IOptions<IamSmartOptions> options, TimeProvider clock)
{
    private const int LongestNonce = 128;

    private IamSmartProfileSettings Profile => options.Value.Profile;

    public async Task<Outcome<Disclosure>> ReadAsync(DisclosureKind kind, HttpRequest request)
    {
        if (await BodyAsync(request) is not { } body)
            return ErrorCatalogue.PartnerAnswerMalformed.With($"A callback of more than {Envelope.MostBytes} bytes.");

        var believed = await BelieveAsync(request.Headers, body, request.HttpContext.RequestAborted);
        return believed is { } refused
            ? refused
            : Envelope.Read(body).Then(envelope => Open(kind, envelope));
    }

    private async Task<Error?> BelieveAsync(IHeaderDictionary headers, byte[] body, CancellationToken cancellationToken)
    {
        var (client, method, signature) = (One(headers, MessageHeaders.ClientId), One(headers, MessageHeaders.SignatureMethod), One(headers, MessageHeaders.Signature));
        var (timestamp, nonce) = (One(headers, MessageHeaders.Timestamp), One(headers, MessageHeaders.Nonce));
        if (client != options.Value.ClientId || method != MessageSignature.Method || nonce.Length is 0 or > LongestNonce
            || !MessageSignature.Matches(signature, secrets.ClientSecret, client, timestamp, nonce, body))
            return ErrorCatalogue.CallbackUnsigned.With("The headers of a callback do not prove who sent it.");

        var now = clock.GetUtcNow();
        var skew = options.Value.ClockSkew;
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sent)
            || Math.Abs((decimal)now.ToUnixTimeMilliseconds() - sent) > (decimal)skew.TotalMilliseconds)
            return ErrorCatalogue.CallbackStale.With("A callback of another time than ours.");

        // Longer than it could be taken for fresh, whichever clock is ahead.
        return await nonces.TryUseAsync(nonce, now + skew + skew, cancellationToken)
            ? null
            : ErrorCatalogue.CallbackReplayed.With("The nonce of a callback was used before.");
    }

    private Outcome<Disclosure> Open(DisclosureKind kind, Envelope envelope)
    {
        var declined = Profile.DeclinedCodes.Contains(envelope.Code);
        if (!declined && envelope.Code != Profile.SuccessCode)
            return ErrorCatalogue.HomeExchangeRefused.With($"callback: {envelope.Code}");
        if (envelope.Content is not { } content)
            return ErrorCatalogue.PartnerAnswerMalformed.With("A callback without content.");

        return unwrapping.Open(envelope.SecretKey)
            .Then(key => new SealedBody(Profile.IvForm == IamSmartProfileSettings.LengthPrefixed).Open(key, content))
            .Then(opened => MessageJson.Read(opened, answer => Read(kind, answer, !declined)));
    }

    private Outcome<Disclosure> Read(DisclosureKind kind, JsonElement answer, bool approved)
    {
        if (answer.TextOf("businessID") is not { Length: <= 200 } reference || answer.TextOf("openID") is not { Length: <= 200 } subject)
            return ErrorCatalogue.PartnerAnswerMalformed.With("A callback without businessID or openID.");
        if (!approved)
            return new Disclosure(reference, subject, Approved: false, new DisclosedPerson());
        if (kind == DisclosureKind.Signature)
            return SignatureMapping.Read(answer, Profile.Signing)
                .Map(signed => new Disclosure(reference, subject, Approved: true, new DisclosedPerson()) { Signed = signed });
        return PersonMapping.Read(kind, answer, Profile).Map(person => new Disclosure(reference, subject, Approved: true, person));
    }

    private static string One(IHeaderDictionary headers, string name) => headers[name] is [{ } single] ? single : "";

    private static async Task<byte[]?> BodyAsync(HttpRequest request)
    {
        if (request.ContentLength > Envelope.MostBytes)
            return null;
        using var content = new StreamContent(request.Body);
        return await content.ReadAtMostAsync(Envelope.MostBytes, request.HttpContext.RequestAborted);
    }
}
