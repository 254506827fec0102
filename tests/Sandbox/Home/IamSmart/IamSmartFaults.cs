using System.Collections.Concurrent;

namespace CrossBorder.Sandbox.Home.IamSmart;

/// <summary>What goes wrong on purpose, each a number of times: how a service behaves then is for its tests to see.</summary>
internal sealed class IamSmartFaults
{
    public const string Refuse = "refuse";
    public const string Garbage = "garbage";
    public const string TooBig = "too-big";
    public const string KeyOver = "key-over";
    public const string OtherPadding = "other-padding";
    public const string WrongTag = "wrong-tag";
    public const string Decline = "decline";
    public const string Hold = "hold";
    public const string CallbackBadSignature = "callback-bad-signature";
    public const string CallbackWrongTag = "callback-wrong-tag";
    public const string CallbackStale = "callback-stale";
    public const string CallbackReplay = "callback-replay";
    public const string CallbackTwice = "callback-twice";
    public const string CallbackUnknown = "callback-unknown";
    public const string CallbackOther = "callback-other";
    public const string CallbackTooBig = "callback-too-big";

    public const string SignOtherDocument = "sign-other-document";
    public const string SignOtherResident = "sign-other-resident";
    public const string SignWrongPurpose = "sign-wrong-purpose";
    public const string SignExpired = "sign-expired";
    public const string SignRevoked = "sign-revoked";

    private readonly ConcurrentDictionary<string, int> left = new(StringComparer.Ordinal);

    public void Set(string mode, int count) => left[mode] = count;

    public bool Is(string mode) => left.TryGetValue(mode, out var count) && count > 0;

    /// <summary>True as many times as was asked for.</summary>
    public bool Take(string mode)
    {
        while (left.TryGetValue(mode, out var count) && count > 0)
            if (left.TryUpdate(mode, count - 1, count))
                return true;
        return false;
    }
}
