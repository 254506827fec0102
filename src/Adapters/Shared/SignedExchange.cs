using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace CrossBorder.Adapters.Shared;

/// <summary>
/// A question signed by the hub, and an answer signed by the partner that names the question by its digest: an answer to
/// another question, or one stored earlier, does not hold.
/// </summary>
internal sealed class SignedExchange(IHttpClientFactory clients, IPartnerKeys keys, IPartnerTrust trust, TimeProvider clock)
{
    private const string RequestType = "cross-border-directory-request+jws";
    private const string AnswerType = "cross-border-directory-answer+jws";
    private const int MaximumAnswer = 256 * 1024;
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);

    public async Task<Outcome<JsonElement>> AskAsync(
        SignedPartner partner, string path, JsonObject question, CancellationToken cancellationToken)
    {
        if (keys.Find(partner.SigningKey) is not { } key)
            return ErrorCatalogue.AdapterUnavailable.With($"The signing key {partner.SigningKey} is not configured.");

        question["jti"] = Guid.NewGuid().ToString("N");
        question["iat"] = clock.GetUtcNow().ToUnixTimeSeconds();
        question["aud"] = partner.Audience;
        var request = Jws.Sign(key, RequestType, JsonSerializer.SerializeToUtf8Bytes(question));

        var sent = await SendAsync(partner, path, request, cancellationToken);
        if (!sent.TryGetValue(out var answer))
            return Outcome<JsonElement>.Refused(sent.Errors);

        var now = clock.GetUtcNow();
        var judgement = await JudgeAsync(partner, answer, now, cancellationToken);
        await trust.JudgedAsync(new PartnerJudgement(partner.Identity, partner.Jurisdiction, judgement), cancellationToken);
        return judgement.Outcome.Then(signed => Read(request, signed, now));
    }

    private async Task<Outcome<string>> SendAsync(
        SignedPartner partner, string path, string request, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(partner.HttpClient);
            using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(request));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/jose");
            using var response = await client.PostAsync(new Uri(partner.BaseAddress, path), content, cancellationToken);
            if (!response.IsSuccessStatusCode)
                return (int)response.StatusCode >= 500
                    ? ErrorCatalogue.PartnerUnreachable.With($"{partner.BaseAddress.Authority} answered {(int)response.StatusCode}.")
                    : ErrorCatalogue.PartnerRefused.With($"{partner.BaseAddress.Authority} answered {(int)response.StatusCode}.");

            return await response.Content.ReadAtMostAsync(MaximumAnswer, cancellationToken) is { } bytes
                ? Encoding.ASCII.GetString(bytes).Trim()
                : ErrorCatalogue.PartnerAnswerMalformed.With("The answer is too large.");
        }
        catch (Exception fault) when (IsUnreachable(fault, cancellationToken))
        {
            return ErrorCatalogue.PartnerUnreachable.With($"{partner.BaseAddress.Authority}: {fault.GetType().Name}");
        }
    }

    private async Task<Judgement<SignedContent>> JudgeAsync(
        SignedPartner partner, string answer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var read = SignedContent.Verify(answer, new SignedContentPolicy
        {
            Type = AnswerType,
            Algorithms = partner.AnswerAlgorithms,
            MaximumLength = MaximumAnswer,
        });
        if (!read.TryGetValue(out var content))
            return new Judgement<SignedContent>(Unverified(read.Error.ToString()), null, null);

        await trust.PrepareAsync(content.Chain, cancellationToken);
        var material = trust.Current;
        var verified = ChainVerifier.Verify(content.Chain, new ChainRequest(
            material.TrustList, partner.Jurisdiction, TrustPurpose.DirectorySigning, now, material.Revocation, material.RevocationPolicy)
        {
            Party = partner.Identity,
        });
        if (!verified.TryGetValue(out var chain))
            return new Judgement<SignedContent>(Unverified(verified.Error.ToString()), content, null);

        return new Judgement<SignedContent>(
            chain.SpeaksFor(partner.Identity)
                ? content
                : Unverified($"The certificate is not that of {partner.Identity}."),
            content, chain);
    }

    private static Outcome<SignedContent> Unverified(string why) => ErrorCatalogue.PartnerAnswerUnverified.With(why);

    private static Outcome<JsonElement> Read(string request, SignedContent signed, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(signed.Payload);
            var payload = document.RootElement;
            if (payload.GetProperty("request").GetString() != Digests.Sha256(Encoding.ASCII.GetBytes(request)))
                return ErrorCatalogue.PartnerAnswerUnverified.With("The answer belongs to another question.");

            var issued = DateTimeOffset.FromUnixTimeSeconds(payload.GetProperty("iat").GetInt64());
            return (now - issued).Duration() <= Freshness
                ? payload.Clone()
                : ErrorCatalogue.PartnerAnswerUnverified.With("The answer is not of now.");
        }
        catch (Exception fault) when (JsonFaults.IsOne(fault))
        {
            return ErrorCatalogue.PartnerAnswerMalformed.With(fault.GetType().Name);
        }
    }

    private static bool IsUnreachable(Exception fault, CancellationToken asked) =>
        fault is HttpRequestException or IOException or TimeoutRejectedException or BrokenCircuitException
        || (fault is OperationCanceledException && !asked.IsCancellationRequested);
}
