using System.Text.Json;
using CrossBorder.Federation.AssertionGateway.Hosting;
using CrossBorder.Federation.Applications.Api;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.Trust;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.AssertionGateway.Signing;

/// <summary>
/// Requests that the hub signs with the key by which it proves itself at the token endpoint. Each counts once, and none is read before its
/// signature holds.
/// </summary>
internal sealed class HubRequests(IOptions<GatewayOptions> options, SettingsPaths paths, IReplayGuard replays, TimeProvider clock)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Lazy<IReadOnlyCollection<VerificationKey>> keys =
        new(() => ClientKeySet.Read("Gateway:Client", paths.Resolve(options.Value.Client.JwksFile)).Value.Keys.ToList());

    /// <summary>What <paramref name="read"/> makes of the request; CB4072 where it is not the hub's, CB4073 where it came before.</summary>
    public async Task<Outcome<T>> ReadAsync<T>(HttpRequest request, string type, Func<JsonElement, Outcome<T>> read)
    {
        var body = await SignedBody.ReadAsync(request);
        if (!body.TryGetValue(out var compact))
            return ErrorCatalogue.SigningRequestUnproved.With(body.Error.Detail);
        var verified = SignedContent.Verify(compact, new SignedContentPolicy
        {
            Type = type, Algorithms = AlgorithmPolicy.Default.NamesFor(SignatureUse.ClientAssertions), RegisteredKeys = keys.Value,
        });
        if (!verified.TryGetValue(out var content))
            return ErrorCatalogue.SigningRequestUnproved.With(verified.Error.ToString());

        using var document = JsonDocument.Parse(content.Payload);
        return await BelieveAsync(document.RootElement, request.HttpContext.RequestAborted) is { } refused ? refused : read(document.RootElement);
    }

    private async Task<Error?> BelieveAsync(JsonElement message, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (TextOf(message, "iss") != options.Value.Client.ClientId || TextOf(message, "aud") != options.Value.Issuer)
            return ErrorCatalogue.SigningRequestUnproved.With("It is not from the client of this gateway, or for another audience.");
        if (MomentOf(message, "iat") is not { } issued || MomentOf(message, "exp") is not { } expires || TextOf(message, "jti") is not { Length: >= 16 and <= 100 } id
            || issued > now + Skew || expires < now - Skew || expires - issued > Longest)
            return ErrorCatalogue.SigningRequestUnproved.With("It is not of now.");
        return await replays.TryUseAsync("signing " + options.Value.Client.ClientId, id, expires + Skew + Skew, cancellationToken)
            ? null
            : ErrorCatalogue.SigningRequestReplayed.With("The jti of a request was used before.");
    }

    internal static string? TextOf(JsonElement message, string name) =>
        message.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private static DateTimeOffset? MomentOf(JsonElement message, string name) =>
        message.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number && member.TryGetInt64(out var seconds)
            && seconds is > 0 and < 253402300800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
