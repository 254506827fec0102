using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Adapters.Homes;
using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Shared;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Signing;

namespace CrossBorder.Adapters.Signing;

/// <summary>
/// The signing service of an assertion gateway: requests signed with the key that proves the hub to that home, answers over TLS. An answer
/// needs no signature of the service: what it brings is the resident's own, and that is verified.
/// </summary>
internal sealed class HttpSigningService(IHttpClientFactory clients, IPartnerKeys keys, IHomes homes, TimeProvider clock) : ISigningService
{
    public const string Client = "signing";
    private const string RequestType = "cross-border-signing-request+jws";
    private const string QueryType = "cross-border-signing-query+jws";
    private const int MaximumAnswer = 128 * 1024;

    public bool IsOffered(string home) => Find(home) is not null;

    public async Task<Outcome<SigningPlace>> StartAsync(SigningQuestion question, CancellationToken cancellationToken)
    {
        if (Find(question.Home) is not { } home)
            return ErrorCatalogue.SigningNotOffered.With($"{question.Home} has no signing service.");

        var sent = await SendAsync(home, "", RequestType, new JsonObject
        {
            ["digest"] = question.Digest,
            ["title"] = question.Title,
            ["subject"] = question.Subject,
            ["return"] = question.Return.AbsoluteUri,
            ["state"] = question.State,
            ["language"] = question.Language,
        }, cancellationToken);
        return sent.Then(answer => SigningAnswers.ReadPlace(answer, new Uri(home.SigningEndpoint)));
    }

    public async Task<Outcome<SigningAnswer>> AskAsync(string home, string reference, CancellationToken cancellationToken)
    {
        if (Find(home) is not { } known)
            return ErrorCatalogue.SigningNotOffered.With($"{home} has no signing service.");
        var sent = await SendAsync(known, "/result", QueryType, new JsonObject { ["reference"] = reference }, cancellationToken);
        return sent.Then(SigningAnswers.Read);
    }

    private HomeOptions? Find(string issuer) =>
        homes.All.FirstOrDefault(home => home.Authority == issuer && home.SigningEndpoint.Length > 0);

    private async Task<Outcome<byte[]>> SendAsync(HomeOptions home, string path, string type, JsonObject question, CancellationToken cancellationToken)
    {
        if (keys.Find(home.SigningKey) is not { } key)
            return ErrorCatalogue.AdapterUnavailable.With($"The signing key {home.SigningKey} is not configured.");

        var now = clock.GetUtcNow();
        question["iss"] = home.ClientId;
        question["aud"] = home.Authority;
        question["jti"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        question["iat"] = now.ToUnixTimeSeconds();
        question["exp"] = now.AddMinutes(1).ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(home.SigningEndpoint + path))
        {
            Content = new ByteArrayContent(Encoding.ASCII.GetBytes(Jws.Sign(key, type, JsonSerializer.SerializeToUtf8Bytes(question)))),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/jose");
        try
        {
            using var response = await clients.CreateClient(Client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Created))
            {
                var said = $"{request.RequestUri!.Authority} answered {(int)response.StatusCode}.";
                return (int)response.StatusCode >= 500 ? ErrorCatalogue.PartnerUnreachable.With(said) : ErrorCatalogue.PartnerRefused.With(said);
            }

            return await response.Content.ReadAtMostAsync(MaximumAnswer, cancellationToken) is { } answer
                ? answer
                : ErrorCatalogue.PartnerAnswerMalformed.With("The signing service’s answer is too large.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or Polly.ExecutionRejectedException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return ErrorCatalogue.PartnerUnreachable.With($"{request.RequestUri!.Authority}: {fault.GetType().Name}");
        }
    }
}
