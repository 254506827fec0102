using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust.Keys;

internal sealed class KeyRotationOptionsValidator(SettingsPaths paths, IHostEnvironment environment, IConfiguration configuration)
    : IValidateOptions<KeyRotationOptions>
{
    /// <summary>What relying parties are told that they may cache the key set for.</summary>
    public static readonly TimeSpan SafeCache = TimeSpan.FromDays(1);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(5 * 366);

    public ValidateOptionsResult Validate(string? name, KeyRotationOptions options)
    {
        var faults = new SettingFaults();
        if (options.Announce < SafeCache || options.Announce > Longest)
            faults.Invalid("KeyRotation:Announce", $"must be {SafeCache.TotalHours:0} hours, for which relying parties cache the key set, or more");
        if (options.RotateEvery <= options.Announce || options.RotateEvery > Longest)
            faults.Invalid("KeyRotation:RotateEvery", "must be longer than KeyRotation:Announce, and five years at most");
        if (options.RequestAhead < TimeSpan.Zero || options.RotateCertifiedEvery <= options.Announce + options.RequestAhead || options.RotateCertifiedEvery > Longest)
            faults.Invalid("KeyRotation:RotateCertifiedEvery", "must be longer than KeyRotation:Announce and KeyRotation:RequestAhead together, and five years at most");
        if (options.ActiveWithin < SafeCache || options.ActiveWithin > Longest)
            faults.Invalid("KeyRotation:ActiveWithin", "must be a day or more");

        // Read as it stands: whether section Hub holds is its own validator's business.
        var hub = configuration.GetSection("Hub").Get<HubOptions>() ?? new HubOptions();
        // An id token is shown again to sign out for as long as the sign-in lasts that it came from.
        var shown = hub.RefreshTokenLifetime > hub.AccessTokenLifetime ? hub.RefreshTokenLifetime : hub.AccessTokenLifetime;
        if (options.Retire < shown || options.Retire > Longest)
            faults.Invalid("KeyRotation:Retire", $"must be {shown} or more: so long may a token be shown that the key signed (Hub:AccessTokenLifetime, Hub:RefreshTokenLifetime)");

        if (options.KeyFile.Length == 0)
        {
            if (options.Automatic)
                faults.Invalid("KeyRotation:KeyFile", "is missing: keys in the database are sealed with it (or set KeyRotation:Automatic to false)");
        }
        else if (SecretFile.Check("KeyRotation:KeyFile", options.KeyFile, paths, KeySealer.KeyLength, environment, faults) is { } secret
            && secret.Bytes.Length != KeySealer.KeyLength)
        {
            faults.Invalid("KeyRotation:KeyFile", $"must hold {KeySealer.KeyLength} bytes");
        }

        return faults.ToResult();
    }
}
