using System.Text.Json;
using CrossBorder.Verification.Outcomes;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.SignedRequests;

/// <summary>When a request object holds (FAPI 2.0 Message Signing section 5.3.1): for an hour at most, and only for requests of now.</summary>
internal static class RequestObjectTimes
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(60);

    // The profile wants 10 s taken and 60 s refused.
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromSeconds(30);

    /// <param name="root">The claims.</param>
    /// <param name="needsBeginning">Whether <c>nbf</c> must be there.</param>
    /// <param name="now">The moment of judgement.</param>
    /// <returns>Its <c>exp</c>; refused with CB2051.</returns>
    public static Outcome<DateTimeOffset> Check(JsonElement root, bool needsBeginning, DateTimeOffset now)
    {
        if (!TryRead(root, Claims.ExpiresAt, out var expires) || expires is null)
            return Refuse("It has no exp that is a time.");
        if (!TryRead(root, Claims.NotBefore, out var begins) || begins is null && needsBeginning)
            return Refuse("It has no nbf that is a time.");
        if (!TryRead(root, Claims.IssuedAt, out var issued))
            return Refuse("Its iat is not a time.");
        if (expires <= now)
            return Refuse("It has expired.");
        if (begins > now + ClocksDiffer || issued > now + ClocksDiffer)
            return Refuse("It is from the future.");
        if (begins < now - Longest || expires - (begins ?? now) > Longest)
            return Refuse($"It is older than {Longest.TotalMinutes} minutes, or holds for longer.");
        return expires.Value;
    }

    /// <summary>True too where it is missing.</summary>
    private static bool TryRead(JsonElement root, string name, out DateTimeOffset? time)
    {
        time = null;
        if (!root.TryGetProperty(name, out var member))
            return true;
        // Beyond the year 9999 no clock goes.
        if (member.ValueKind != JsonValueKind.Number || !member.TryGetDouble(out var seconds) || seconds is < 0 or > 253_402_300_799)
            return false;

        time = DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000));
        return true;
    }

    private static Error Refuse(string detail) => ErrorCatalogue.RequestObjectWrong.With(detail);
}
