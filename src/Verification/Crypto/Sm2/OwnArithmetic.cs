namespace CrossBorder.Verification.Crypto.Sm2;

/// <summary>
/// Whether SM2 signatures are verified by arithmetic of our own, as they are unless the application's switch says otherwise.
/// Signing never is: there a secret is at work, and time would tell of it.
/// </summary>
internal static class OwnArithmetic
{
    /// <summary>An AppContext switch: false in runtimeconfig.json, or set before the first key is read, leaves verifying to BouncyCastle.</summary>
    public const string Switch = "CrossBorder.Verification.Sm2.OwnArithmetic";

    public static bool IsUsed => !AppContext.TryGetSwitch(Switch, out var wanted) || wanted;
}
