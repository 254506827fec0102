using System.Text.Json;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Homes.IamSmart;

/// <summary>
/// The content key of this service, fetched once and kept until shortly before it is over. Where iAM Smart says that it is over
/// already, it is forgotten and fetched anew.
/// </summary>
internal sealed class ContentKeys(IamSmartWire wire, KeyUnwrapping unwrapping, IOptions<IamSmartOptions> options, TimeProvider clock) : IDisposable
{
    // A message that is under way while the key ends is still read.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim gate = new(1);
    private ContentKey? current;

    public void Dispose() => gate.Dispose();

    /// <summary>A key that holds now; CB4002, CB4004, CB4060 or CB4061 where none is to be had.</summary>
    /// <param name="over">A key that was said to be over; null at first.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Outcome<ContentKey>> CurrentAsync(ContentKey? over, CancellationToken cancellationToken)
    {
        // One fetches, and the others wait for what it gets.
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (current is { } known && known != over && known.Until > clock.GetUtcNow())
                return known;

            var fetched = await FetchAsync(cancellationToken);
            current = fetched.Succeeded ? fetched.Value : null;
            return fetched;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<Outcome<ContentKey>> FetchAsync(CancellationToken cancellationToken)
    {
        var asked = clock.GetUtcNow();
        var answered = await wire.SendAsync("security/getKey", "{}"u8.ToArray(), cancellationToken);
        return answered.Then(envelope =>
        {
            if (envelope.Code != options.Value.Profile.SuccessCode)
                return ErrorCatalogue.HomeExchangeRefused.With($"getKey: {envelope.Code}");
            if (envelope.Plain is not { } key || LifetimeOf(key) is not { } lifetime)
                return ErrorCatalogue.PartnerAnswerMalformed.With("getKey gave no key, or none with an end.");
            return unwrapping.Open(key.TextOf("secretKey")).Map(bytes => new ContentKey(bytes, asked + lifetime - Margin));
        });
    }

    // What it says is counted from our own question: so the two clocks need not agree.
    private TimeSpan? LifetimeOf(JsonElement key)
    {
        if (!key.TryGetProperty("expiresIn", out var member) || member.ValueKind != JsonValueKind.Number || !member.TryGetInt64(out var units) || units <= 0)
            return null;
        var milliseconds = options.Value.Profile.KeyLifetimeUnit == IamSmartProfileSettings.Seconds ? units * 1000d : units;
        return milliseconds < Longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : Longest;
    }
}

/// <summary>A content key.</summary>
/// <param name="Bytes">32 bytes.</param>
/// <param name="Until">Not used for anything new from then on.</param>
internal sealed record ContentKey(byte[] Bytes, DateTimeOffset Until);
