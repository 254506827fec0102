using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Homes.IamSmart;

/// <summary>The calls of the interface: sealed questions, sealed answers.</summary>
internal sealed class IamSmartApi(IamSmartWire wire, ContentKeys keys, IOptions<IamSmartOptions> options)
{
    private IamSmartProfileSettings Profile => options.Value.Profile;

    private SealedBody Body => new(Profile.IvForm == IamSmartProfileSettings.LengthPrefixed);

    /// <summary>Redeems an authorisation code.</summary>
    public Task<Outcome<HomeGrant>> RedeemAsync(string code, CancellationToken cancellationToken) =>
        CallAsync("auth/getToken", new JsonObject { ["code"] = code, ["grantType"] = "authorization_code" }, answer =>
            answer.TextOf("accessToken") is { } token && answer.TextOf("openID") is { Length: <= 200 } subject
                ? Outcome<HomeGrant>.Of(new HomeGrant(token, subject, answer.TextOf(Profile.Fields.AccountKind) == Profile.StrongAccountKind))
                : ErrorCatalogue.PartnerAnswerMalformed.With("getToken gave no access token or no tokenised id."), cancellationToken);

    /// <summary>Seals the question, opens the answer, and lets <paramref name="read"/> make something of it.</summary>
    public async Task<Outcome<T>> CallAsync<T>(string path, JsonObject question, Func<JsonElement, Outcome<T>> read, CancellationToken cancellationToken)
    {
        var plaintext = Encoding.UTF8.GetBytes(question.ToJsonString());
        ContentKey? over = null;
        while (true)
        {
            var held = await keys.CurrentAsync(over, cancellationToken);
            if (!held.TryGetValue(out var key))
                return Outcome<T>.Refused(held.Errors);

            var sent = await wire.SendAsync(path, Encoding.UTF8.GetBytes(new JsonObject { ["content"] = Body.Seal(key.Bytes, plaintext) }.ToJsonString()), cancellationToken);
            if (!sent.TryGetValue(out var envelope))
                return Outcome<T>.Refused(sent.Errors);
            if (envelope.Code == Profile.KeyExpiredCode && over is null)
                over = key;
            else
                return Open(path, key, envelope).Then(opened => MessageJson.Read(opened, read));
        }
    }

    private Outcome<byte[]> Open(string path, ContentKey key, Envelope envelope)
    {
        if (Profile.DeclinedCodes.Contains(envelope.Code))
            return ErrorCatalogue.DisclosureDeclined.With($"{path}: {envelope.Code}");
        if (envelope.Code != Profile.SuccessCode)
            return ErrorCatalogue.HomeExchangeRefused.With($"{path}: {envelope.Code}");
        return envelope.Content is { } content
            ? Body.Open(key.Bytes, content)
            : ErrorCatalogue.PartnerAnswerMalformed.With($"{path}: the answer has no content.");
    }
}
